import {
  byBucketRank,
  byPairRank,
  checkFilter,
  checkPairRequest,
  checkUnit,
  entityId,
  joinAcrossCorpus,
  nextCursor,
  pageStart,
  parseWordQuery,
  type ArticleId,
  type ArticleRow,
  type Batch,
  type CorpusStatus,
  type DocumentSort,
  type EntityCard,
  type EntityChoice,
  type EntityDefinition,
  type EntityId,
  type EntityRow,
  type EntityType,
  type FacetBucket,
  type FacetField,
  type FileStamp,
  type Filter,
  type Histogram,
  type HistogramStep,
  type JoinNames,
  type KnownPlace,
  type KwicLine,
  type KwicQuery,
  type MentionRange,
  type NamedTogether,
  type Page,
  type PageRequest,
  type PairPage,
  type PairRequest,
  type SearchHit,
  type SearchSort,
  type SkippedFile,
  type SourceSummary,
  type TextMarks,
  type TextUnit,
  type WritableCorpusIndex,
} from '../../core/index.ts';
import { articleRow, listedRows, mentionsOf, textMarksOf, versionsOf } from './articleRows.ts';
import { keywordLines, passagesTogether } from './concordance.ts';
import { corpusState, entityNamed, type CorpusState } from './corpusState.ts';
import { statusOf } from './corpusStatus.ts';
import { entityCard, suggestEntities } from './entityCards.ts';
import { definitionOf } from './entityDefinitions.ts';
import { countBuckets } from './facets.ts';
import { histogram } from './histograms.ts';
import { filesAfter, placeOf, skippedFiles, sourcesOf, stampsOf, type KnownFiles } from './knownFiles.ts';
import { matchingArticles } from './matchingArticles.ts';
import { countPairs } from './pairs.ts';
import { searchWords } from './wordSearch.ts';

/**
 * A corpus in memory, deliberately naive: every answer is counted from the articles when it is asked for, and every list is
 * made whole before a page is cut from it. It is what the other engines are tested against, and good for a few hundred articles.
 */
export class MemoryIndex implements WritableCorpusIndex {
  private readonly joinNames: JoinNames;
  private files: KnownFiles = new Map();
  private generation = 0;
  private isComplete = false;
  private note: string | undefined;
  private choices: readonly EntityChoice[] = [];
  private known: CorpusState | undefined;

  constructor(joinNames: JoinNames = joinAcrossCorpus) {
    this.joinNames = joinNames;
  }

  apply(batch: Batch): Promise<number> {
    return attempt(() => {
      this.files = filesAfter(this.files, batch);
      this.note = batch.curationNote ?? this.note;
      this.choices = batch.entityChoices ?? this.choices;
      this.isComplete = batch.isComplete ?? this.isComplete;
      this.generation++;
      this.known = undefined;
      return this.generation;
    });
  }

  stamps(under?: string): Promise<ReadonlyMap<string, FileStamp>> {
    return attempt(() => stampsOf(this.files, under));
  }

  curationNote(): Promise<string | undefined> {
    return attempt(() => this.note);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  status(): Promise<CorpusStatus> {
    const { generation, isComplete } = this;
    return this.answer((state) => ({ ...statusOf(state, this.files), generation, isComplete }));
  }

  facet(filter: Filter, by: FacetField, page: PageRequest): Promise<Page<FacetBucket>> {
    return this.page(page, (state) => {
      const articles = matchingArticles(state, checkFilter(filter));
      return countBuckets(state, articles, by).sort(byBucketRank);
    });
  }

  histogram(filter: Filter, step: HistogramStep, entities?: readonly EntityId[]): Promise<Histogram> {
    const { generation } = this;
    return this.answer((state) => {
      const articles = matchingArticles(state, checkFilter(filter));
      return { ...histogram(state, articles, step, entities), generation };
    });
  }

  documents(filter: Filter, sort: DocumentSort, page: PageRequest): Promise<Page<ArticleRow>> {
    return this.page(page, (state) => listedRows(state, checkFilter(filter), sort));
  }

  article(id: ArticleId): Promise<ArticleRow | undefined> {
    return this.answer((state) => articleRow(state, id));
  }

  versions(id: ArticleId): Promise<readonly ArticleRow[]> {
    return this.answer((state) => versionsOf(state, id));
  }

  textMarks(id: ArticleId): Promise<TextMarks | undefined> {
    return this.answer((state) => textMarksOf(state, id));
  }

  mentions(id: ArticleId): Promise<readonly MentionRange[]> {
    return this.answer((state) => mentionsOf(state, id));
  }

  entity(id: EntityId, filter: Filter = {}): Promise<EntityCard | undefined> {
    const { generation } = this;
    return this.answer((state) => {
      const entity = entityNamed(state, id);
      if (!entity) return undefined;
      const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), entity.id] });
      return { ...entityCard(state, entity, matchingArticles(state, checked)), generation };
    });
  }

  suggest(prefix: string, limit: number): Promise<readonly EntityRow[]> {
    return this.answer((state) => suggestEntities(state, prefix).slice(0, limit));
  }

  definitions(ids: readonly EntityId[]): Promise<readonly EntityDefinition[]> {
    return this.answer((state) => ids.flatMap((id) => definitionOf(state, id) ?? []));
  }

  resolve(type: EntityType, key: string): Promise<EntityId | undefined> {
    return this.answer(({ entityOf }) => entityOf.get(entityId(type, key)));
  }

  search(
    words: string,
    filter: Filter,
    page: PageRequest,
    sort: SearchSort = 'rank',
  ): Promise<Page<SearchHit>> {
    return this.page(page, (state) => {
      const query = parseWordQuery(words);
      const checked = checkFilter(filter);
      return query ? searchWords(state, query, checked, sort) : [];
    });
  }

  kwic(query: KwicQuery, filter: Filter, page: PageRequest): Promise<Page<KwicLine>> {
    return this.page(page, (state) => keywordLines(state, query, checkFilter(filter)));
  }

  namedTogether(
    ids: readonly EntityId[],
    unit: TextUnit,
    filter: Filter,
    page: PageRequest,
  ): Promise<Page<NamedTogether>> {
    return this.page(page, (state) => {
      checkUnit(unit);
      const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), ...ids] });
      return passagesTogether(state, ids, unit, checked);
    });
  }

  cooccurrence(filter: Filter, request: PairRequest, page: PageRequest): Promise<PairPage> {
    return this.answer((state) => {
      const checked = checkPairRequest(request);
      const articles = matchingArticles(state, checkFilter(filter));
      const { pairs, units } = countPairs(state, articles, checked);
      return { ...this.pageOf(pairs.sort(byPairRank), page), units };
    });
  }

  skipped(): Promise<readonly SkippedFile[]> {
    return attempt(() => skippedFiles(this.files));
  }

  place(id: ArticleId): Promise<KnownPlace | undefined> {
    return attempt(() => placeOf(this.files, id));
  }

  sources(): Promise<SourceSummary> {
    return attempt(() => sourcesOf(this.files));
  }

  private answer<T>(answer: (state: CorpusState) => T): Promise<T> {
    return attempt(() => answer(this.state()));
  }

  private state(): CorpusState {
    this.known ??= corpusState(
      [...this.files.values()].flatMap(({ articles }) => articles),
      this.joinNames,
      this.choices,
    );
    return this.known;
  }

  private page<T>(request: PageRequest, list: (state: CorpusState) => readonly T[]): Promise<Page<T>> {
    return this.answer((state) => this.pageOf(list(state), request));
  }

  private pageOf<T>(items: readonly T[], request: PageRequest): Page<T> {
    const start = pageStart(request);
    const shown = items.slice(start, start + request.limit);
    const next = nextCursor(start, shown.length, items.length);
    return { items: shown, total: items.length, ...next, generation: this.generation };
  }
}

function attempt<T>(answer: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(answer());
  });
}
