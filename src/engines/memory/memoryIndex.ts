import {
  admitsDate,
  byBucketRank,
  byEntityRank,
  byFactRank,
  byPairRank,
  bySurfaceFrequency,
  checkFilter,
  checkPairRequest,
  checkUnit,
  compareArticles,
  compareHits,
  createPositions,
  dateOfCode,
  distinctFacts,
  distinctJoins,
  entityId,
  entryOf,
  firstFullName,
  fullNameArticles,
  foldText,
  isLeftOut,
  joinAcrossCorpus,
  joinKey,
  joinQueries,
  kwicLines,
  lookedFor,
  namedTogether,
  nextCursor,
  pageStart,
  parseEntityId,
  parseWordQuery,
  reviewGroups,
  searchSnippets,
  summarizeSources,
  truncateCode,
  wordMatches,
  type ArticleAnalysis,
  type ArticleId,
  type ArticleRow,
  type Batch,
  type BatchFile,
  type CheckedFilter,
  type CorpusStatus,
  type DocumentSort,
  type EntityChoice,
  type EntityCard,
  type EntityDefinition,
  type EntityId,
  type EntityList,
  type EntityRow,
  type EntitySeries,
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
  type ReviewGroup,
  type RecordFields,
  type SearchHit,
  type SearchSort,
  type SkippedFile,
  type SourceSummary,
  type Span,
  type TextMarks,
  type TextUnit,
  type WordQuery,
  type WritableCorpusIndex,
} from '../../core/index.ts';
import {
  corpusState,
  type CorpusState,
  type KnownArticle,
  type KnownEntity,
  type StateArticle,
  type StateMention,
} from './corpusState.ts';
import { countPairs } from './pairs.ts';
import { rankBy } from './wordRank.ts';

interface KnownFile {
  readonly stamp: FileStamp;
  readonly articles: readonly KnownArticle[];
  readonly skipped?: SkippedFile;
  readonly fields?: RecordFields;
  readonly isPartial: boolean;
}

/** Companions a card names. */
const companionLimit = 5;

/**
 * A corpus in memory, deliberately naive: every answer is counted from the articles when it is asked for. It is what the
 * other engines are tested against, and good for a few hundred articles.
 */
export class MemoryIndex implements WritableCorpusIndex {
  private readonly files = new Map<string, KnownFile>();
  private readonly joinNames: JoinNames;
  private generation = 0;
  private isComplete = false;
  private note: string | undefined;
  private choices: readonly EntityChoice[] = [];
  private known: CorpusState | undefined;

  constructor(joinNames: JoinNames = joinAcrossCorpus) {
    this.joinNames = joinNames;
  }

  apply(batch: Batch): Promise<number> {
    for (const path of batch.removedPaths) this.files.delete(path);
    for (const file of batch.files) this.files.set(file.stamp.path, this.knownFile(file));
    for (const { id, analysis } of batch.amended ?? []) this.amend(id, analysis);
    this.note = batch.curationNote ?? this.note;
    this.choices = batch.entityChoices ?? this.choices;
    this.isComplete = batch.isComplete ?? this.isComplete;
    this.generation++;
    this.known = undefined;
    return Promise.resolve(this.generation);
  }

  stamps(under?: string): Promise<ReadonlyMap<string, FileStamp>> {
    const files = [...this.files].filter(([path]) => {
      return under === undefined || path === under || path.startsWith(`${under}/`);
    });
    const stamps = files.map(([path, { stamp, isPartial }]) => {
      return [path, isPartial ? { ...stamp, size: -1 } : stamp] as const;
    });
    return Promise.resolve(new Map(stamps));
  }

  curationNote(): Promise<string | undefined> {
    return Promise.resolve(this.note);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  skipped(): Promise<readonly SkippedFile[]> {
    const skipped = [...this.files.values()].flatMap((file) => file.skipped ?? []);
    return Promise.resolve(skipped.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  async status(): Promise<CorpusStatus> {
    const { articles, entities } = this.state();
    const dates = articles.flatMap(({ contribution }) => contribution.row.date ?? []).sort();
    const count = (list: EntityList): number =>
      [...entities.values()].filter((entity) => entity.list === list).length;
    return {
      generation: this.generation,
      articles: articles.length,
      undated: articles.length - dates.length,
      entities: {
        ORG: count('ORG'),
        PER: count('PER'),
        LOC: count('LOC'),
        ...(count('unsure') > 0 && { unsure: count('unsure') }),
      },
      ...(dates.length > 0 && { firstDate: dates[0]!, lastDate: dates.at(-1)! }),
      skipped: (await this.skipped()).filter(isLeftOut).length,
      isComplete: this.isComplete,
    };
  }

  facet(filter: Filter, by: FacetField, page: PageRequest): Promise<Page<FacetBucket>> {
    return attempt(() => {
      const articles = this.matching(checkFilter(filter));
      return this.page(this.buckets(articles, by).sort(byBucketRank), page);
    });
  }

  histogram(filter: Filter, step: HistogramStep, entities?: readonly EntityId[]): Promise<Histogram> {
    return attempt(() => {
      const articles = this.matching(checkFilter(filter));
      return {
        periods: countPeriods(articles, step),
        undated: articles.filter(({ contribution }) => contribution.date === 0).length,
        ...(entities && { entities: entities.flatMap((id) => this.series(id, articles, step)) }),
        generation: this.generation,
      };
    });
  }

  documents(filter: Filter, sort: DocumentSort, page: PageRequest): Promise<Page<ArticleRow>> {
    return attempt(() => {
      const checked = checkFilter(filter);
      return this.page(this.rows(checked, sort), page);
    });
  }

  article(id: ArticleId): Promise<ArticleRow | undefined> {
    const article = this.articleWith(id);
    return Promise.resolve(article && this.rowOf(article));
  }

  versions(id: ArticleId): Promise<readonly ArticleRow[]> {
    return Promise.resolve((this.state().versions.get(id) ?? []).map((version) => this.rowOf(version)));
  }

  textMarks(id: ArticleId): Promise<TextMarks | undefined> {
    const article = this.articleWith(id);
    if (!article) return Promise.resolve(undefined);
    const { text, boilerplate } = article.analysis;
    const { dateSpan } = article.contribution;
    return Promise.resolve({
      length: text.length,
      boilerplate: boilerplate.map(({ start, end }) => ({ start, end })),
      ...(dateSpan && { date: { start: dateSpan.start, end: dateSpan.end } }),
    });
  }

  entity(id: EntityId, filter: Filter = {}): Promise<EntityCard | undefined> {
    return attempt(() => {
      const entity = this.entityNamed(id);
      if (!entity) return undefined;
      const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), entity.id] });
      return this.card(entity, this.matching(checked));
    });
  }

  suggest(prefix: string, limit: number): Promise<readonly EntityRow[]> {
    const wanted = foldText(prefix);
    if (wanted === '') return Promise.resolve([]);
    const rows: EntityRow[] = [];
    for (const entity of this.state().entities.values()) {
      const names = [...entity.keys, ...entity.surfaces.map(({ text }) => text)].map(foldText);
      if (!names.some((name) => ` ${name}`.includes(` ${wanted}`))) continue;
      const [bucket] = this.countEntities(this.state().articles, entity.list, entity.id);
      const { articles = 0, mentions = 0 } = bucket ?? {};
      rows.push({
        id: entity.id,
        type: entity.type,
        name: entity.name,
        ...(entity.isCurated && { isCurated: true }),
        ...(entity.list === 'unsure' && { isUnsure: true }),
        articles,
        mentions,
      });
    }
    return Promise.resolve(rows.sort(byEntityRank).slice(0, limit));
  }

  search(
    words: string,
    filter: Filter,
    page: PageRequest,
    sort: SearchSort = 'rank',
  ): Promise<Page<SearchHit>> {
    return attempt(() => {
      const query = parseWordQuery(words);
      const checked = checkFilter(filter);
      const both = query ? withWords(checked, query) : checked;
      const found = query ? this.matching(both) : [];
      const rank = rankBy(this.state().articles, query ? lookedFor(query) : []);
      const rows = new Map(this.rows(both, 'date').map((row) => [row.id, row]));
      const hits = found.map((known) => ({
        known,
        article: rows.get(known.contribution.row.id)!,
        score: rank(known),
      }));
      const found_ = this.page(hits.sort(compareHits(sort)), page);
      return {
        ...found_,
        items: found_.items.map(({ known, article }) => ({
          article,
          snippets: searchSnippets(known.analysis.text, (query && wordMatches(query, known.tokens())) ?? []),
        })),
      };
    });
  }

  cooccurrence(filter: Filter, request: PairRequest, page: PageRequest): Promise<PairPage> {
    return attempt(() => {
      const checked = checkPairRequest(request);
      const articles = this.matching(checkFilter(filter));
      const { entity: id, ...rest } = checked;
      const entity = id === undefined ? undefined : this.entityNamed(id);
      const isUnknown = id !== undefined && entity === undefined;
      const { pairs, units } = countPairs(articles, this.state().entities, {
        ...rest,
        ...(entity && { entity: entity.id }),
      });
      return { ...this.page(isUnknown ? [] : pairs.sort(byPairRank), page), units: isUnknown ? 0 : units };
    });
  }

  namedTogether(
    ids: readonly EntityId[],
    unit: TextUnit,
    filter: Filter,
    page: PageRequest,
  ): Promise<Page<NamedTogether>> {
    return attempt(() => {
      checkUnit(unit);
      const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), ...ids] });
      const entities = ids.map((id) => this.entityNamed(id)?.id ?? id);
      const articles = [...this.matching(checked)].sort((a, b) =>
        compareArticles('dateDescending')(a.contribution.row, b.contribution.row),
      );
      const found = articles.flatMap(({ contribution: { row }, analysis: { text, boilerplate }, mentions }) =>
        namedTogether(row, text, boilerplate, rangesOf(mentions), entities, unit),
      );
      return this.page(ids.length === 0 ? [] : found, page);
    });
  }

  definitions(ids: readonly EntityId[]): Promise<readonly EntityDefinition[]> {
    return Promise.resolve(ids.flatMap((id) => this.definition(id) ?? []));
  }

  kwic(query: KwicQuery, filter: Filter, page: PageRequest): Promise<Page<KwicLine>> {
    return attempt(() => {
      const checked = checkFilter(filter);
      const byDate = compareArticles('date');
      const articles = [...this.matching(checked)].sort((a, b) =>
        byDate(a.contribution.row, b.contribution.row),
      );
      const lines = articles.flatMap((article) =>
        kwicLines(this.rowOf(article), article.analysis.text, this.keywords(article, query)),
      );
      return this.page(lines, page);
    });
  }

  mentions(id: ArticleId): Promise<readonly MentionRange[]> {
    return Promise.resolve(rangesOf(this.articleWith(id)?.mentions ?? []));
  }

  resolve(type: EntityType, key: string): Promise<EntityId | undefined> {
    return Promise.resolve(this.state().entityOf.get(entityId(type, key)));
  }

  place(id: ArticleId): Promise<KnownPlace | undefined> {
    for (const { stamp, articles } of this.files.values()) {
      const place = articles.find(({ contribution }) => contribution.row.id === id)?.place;
      const { modifiedMs, size } = stamp;
      if (place) return Promise.resolve({ ...place, modifiedMs, size });
    }
    return Promise.resolve(undefined);
  }

  sources(): Promise<SourceSummary> {
    const files = [...this.files].map(([path, { articles, fields }]) => {
      return { path, articles: articles.length, fields };
    });
    return Promise.resolve(summarizeSources(files));
  }

  private knownFile({ stamp, articles, skipped, fields, isContinued, isPartial }: BatchFile): KnownFile {
    const added = articles.map((article) => {
      const { id, place } = article;
      // Its concordances need the texts, and it is not for corpora that would be sent without them.
      if (!('analysis' in article))
        throw new TypeError(`${id}: this engine takes articles with their analysis.`);
      const { analysis } = article;
      return { contribution: entryOf(id, analysis).contribution, analysis, ...(place && { place }) };
    });
    const ids = new Set(articles.map(({ id }) => id));
    const before = isContinued ? (this.files.get(stamp.path)?.articles ?? []) : [];
    return {
      stamp,
      articles: [...before.filter(({ contribution }) => !ids.has(contribution.row.id)), ...added],
      isPartial: isPartial ?? false,
      ...(skipped && { skipped }),
      ...(fields && { fields }),
    };
  }

  private amend(id: ArticleId, analysis: ArticleAnalysis): void {
    for (const [path, file] of this.files) {
      const articles = file.articles.map((known) => {
        const isMeant = known.contribution.row.id === id;
        return isMeant ? { ...known, contribution: entryOf(id, analysis).contribution, analysis } : known;
      });
      this.files.set(path, { ...file, articles });
    }
  }

  private state(): CorpusState {
    this.known ??= corpusState(
      [...this.files.values()].flatMap(({ articles }) => articles),
      this.joinNames,
      this.choices,
    );
    return this.known;
  }

  private articleWith(id: ArticleId): StateArticle | undefined {
    return this.state().articles.find(({ contribution }) => contribution.row.id === id);
  }

  private rowOf({ contribution: { row } }: KnownArticle): ArticleRow {
    const versions = this.state().versions.get(row.id);
    if (!versions) return row;
    return { ...row, versions: { count: versions.length, first: versions[0]!.contribution.row.id } };
  }

  private entityNamed(id: EntityId): KnownEntity | undefined {
    const parsed = parseEntityId(id);
    const entity = parsed && this.state().entityOf.get(entityId(parsed.type, parsed.key));
    return entity === undefined ? undefined : this.state().entities.get(entity);
  }

  private matching(filter: CheckedFilter): readonly StateArticle[] {
    const { articles, entityOf } = this.state();
    const entities = filter.entities.map(({ type, key }) => entityOf.get(entityId(type, key)));
    return articles.filter((article) => {
      const { contribution, mentions, tokens } = article;
      const { date, outlet, language } = contribution;
      return (
        entities.every((entity) => mentions.some((mention) => mention.entity === entity)) &&
        admitsDate(filter, date) &&
        (filter.outlets?.has(outlet) ?? true) &&
        (filter.languages?.has(language) ?? true) &&
        (filter.copies === undefined || this.isFirstVersion(contribution.row.id)) &&
        (!filter.review || [...filter.review].some((group) => this.isInGroup(article, group))) &&
        (filter.articles?.has(contribution.row.id) ?? true) &&
        (!filter.words || wordMatches(filter.words, tokens()) !== undefined)
      );
    });
  }

  private series(id: EntityId, articles: readonly StateArticle[], step: HistogramStep): EntitySeries[] {
    const entity = this.entityNamed(id);
    if (!entity) return [];
    const periods = new Map<string, { articles: number; mentions: number }>();
    for (const { contribution, mentions } of articles) {
      const own = mentions.filter((mention) => mention.entity === entity.id).length;
      if (own === 0) continue;
      const { date } = contribution;
      const period = date === 0 ? '' : dateOfCode(truncateCode(date, step));
      const count = periods.get(period) ?? { articles: 0, mentions: 0 };
      periods.set(period, { articles: count.articles + 1, mentions: count.mentions + own });
    }
    const undated = periods.get('') ?? { articles: 0, mentions: 0 };
    periods.delete('');
    const sorted = [...periods].sort(([a], [b]) => (a < b ? -1 : 1));
    const { id: entityId, name } = entity;
    return [
      { id: entityId, name, periods: sorted.map(([period, counts]) => ({ period, ...counts })), undated },
    ];
  }

  private rows(filter: CheckedFilter, sort: DocumentSort): ArticleRow[] {
    const last = filter.entities.at(-1);
    const entity = last && this.state().entityOf.get(entityId(last.type, last.key));
    const rows = this.matching(filter).map((article) => {
      const own = article.mentions.filter((mention) => mention.entity === entity);
      const row = this.rowOf(article);
      if (own.length === 0) return row;
      const { start, end } = own[0]!;
      return { ...row, mentions: own.length, firstMention: { start, end } };
    });
    return rows.sort(compareArticles(sort));
  }

  private buckets(articles: readonly StateArticle[], by: FacetField): FacetBucket[] {
    if (by === 'outlet' || by === 'language') return countValues(articles, by);
    return by === 'review' ? this.countReview(articles) : this.countEntities(articles, by);
  }

  private isFirstVersion(id: ArticleId): boolean {
    const [first] = this.state().versions.get(id) ?? [];
    return first === undefined || first.contribution.row.id === id;
  }

  private countReview(articles: readonly StateArticle[]): FacetBucket[] {
    return reviewGroups
      .map((group) => ({
        value: group,
        label: group,
        articles: articles.filter((article) => this.isInGroup(article, group)).length,
      }))
      .filter((bucket) => bucket.articles > 0);
  }

  private isInGroup({ contribution }: StateArticle, group: ReviewGroup): boolean {
    if (group !== 'sameText') return contribution.row.marks?.includes(group) ?? false;
    const { fingerprint, date } = contribution;
    return (
      fingerprint !== 0 &&
      isDay(date) &&
      this.state().articles.some(
        ({ contribution: other }) =>
          other.fingerprint === fingerprint && isDay(other.date) && other.date !== date,
      )
    );
  }

  private countEntities(articles: readonly StateArticle[], list: EntityList, only?: EntityId): FacetBucket[] {
    const counts = new Map<EntityId, { articles: number; mentions: number }>();
    for (const { mentions } of articles) {
      for (const id of new Set(mentions.map((mention) => mention.entity))) {
        const count = counts.get(id) ?? { articles: 0, mentions: 0 };
        counts.set(id, count);
        count.articles++;
        count.mentions += mentions.filter((mention) => mention.entity === id).length;
      }
    }
    return [...counts]
      .map(([id, count]) => ({ entity: this.state().entities.get(id)!, count }))
      .filter(({ entity }) => entity.list === list && (only === undefined || entity.id === only))
      .map(({ entity, count }) => ({
        value: entity.id,
        label: entity.name,
        ...count,
        ...(entity.isCurated && { isCurated: true }),
      }));
  }

  private definition(id: EntityId): EntityDefinition | undefined {
    const entity = this.entityNamed(id);
    if (!entity) return undefined;
    const own = checkFilter({ entities: [entity.id] });
    const byDate = compareArticles('date');
    const articles = [...this.matching(own)].sort((a, b) => byDate(a.contribution.row, b.contribution.row));
    const [fact] = this.facts(entity, articles, entity.nameIds);
    const mentions = articles.slice(0, fullNameArticles).flatMap((article) =>
      article.mentions
        .filter((mention) => mention.entity === entity.id)
        .map(({ start, end }) => ({
          article,
          start,
          end,
          surface: article.analysis.text.slice(start, end),
        })),
    );
    const first = firstFullName(mentions, entity.name);
    const article = fact
      ? articles.find(({ contribution }) => contribution.row.id === fact.fact.article)
      : first?.article;
    if (!article || (!fact && !first)) return undefined;
    const { start, end } = fact?.fact ?? first!;
    const at = createPositions(article.analysis.text);
    const spellings = [...entity.surfaces].sort(bySurfaceFrequency).map(({ text }) => text);
    const aliases = spellings.filter((text) => text !== entity.name);
    const place = { start, end, from: at(start), to: at(end) };
    return { entity: id, aliases, article: this.rowOf(article), isSentence: fact !== undefined, ...place };
  }

  private keywords(article: StateArticle, query: KwicQuery): readonly Span[] {
    if ('entity' in query) {
      const entity = this.entityNamed(query.entity);
      return article.mentions.filter((mention) => mention.entity === entity?.id);
    }
    const words = parseWordQuery(query.words);
    return (words && wordMatches(words, article.tokens())) ?? [];
  }

  private card(entity: KnownEntity, articles: readonly StateArticle[]): EntityCard {
    const own = this.countEntities(articles, entity.list, entity.id)[0];
    const dates = articles.flatMap(({ contribution }) => contribution.row.date ?? []).sort();
    const keys = entity.nameIds;
    const companions = this.countEntities(articles, 'ORG').filter(({ value }) => value !== entity.id);
    const aliases = [...entity.surfaces].sort(bySurfaceFrequency).map(({ text }) => text);
    return {
      id: entity.id,
      type: entity.type,
      name: entity.name,
      ...(entity.isCurated && { isCurated: true }),
      ...(entity.list === 'unsure' && { isUnsure: true }),
      aliases: aliases.filter((alias) => alias !== entity.name),
      joins: distinctJoins(countJoins(this.state().articles, keys)),
      articles: articles.length,
      mentions: own?.mentions ?? 0,
      undatedArticles: articles.length - dates.length,
      ...(dates.length > 0 && { first: dates[0]!, last: dates.at(-1)! }),
      years: countPeriods(articles, 'year').map(({ period, articles: count }) => ({
        year: period,
        articles: count,
      })),
      facts: distinctFacts(this.facts(entity, articles, keys)),
      companions: companions
        .sort(byBucketRank)
        .slice(0, companionLimit)
        .map(({ value, label, articles: count }) => ({ id: value, name: label, articles: count })),
      generation: this.generation,
    };
  }

  private facts(entity: KnownEntity, articles: readonly StateArticle[], keys: ReadonlySet<EntityId>) {
    const { entityOf, entities } = this.state();
    const found = articles.flatMap(({ contribution: { row, names, facts } }) =>
      facts
        .filter(({ name }) => keys.has(entityId(names[name]!.type, names[name]!.key)))
        .map(({ kind, value, other, start, end, score }) => {
          const otherName = other === undefined ? undefined : names[other]!;
          const otherId = otherName && entityOf.get(entityId(otherName.type, otherName.key));
          // What an acronym and its long form say of each other says nothing of the entity they are.
          const about =
            otherId === undefined || otherId === entity.id
              ? undefined
              : { id: otherId, name: entities.get(otherId)!.name };
          const where = {
            article: row.id,
            articleTitle: row.title,
            ...(row.date !== undefined && { date: row.date }),
          };
          return { score, fact: { kind, value, ...(about && { other: about }), ...where, start, end } };
        }),
    );
    return found.sort(byFactRank);
  }

  private page<T>(items: readonly T[], request: PageRequest): Page<T> {
    const start = pageStart(request);
    const shown = items.slice(start, start + request.limit);
    const next = nextCursor(start, shown.length, items.length);
    return { items: shown, total: items.length, ...next, generation: this.generation };
  }
}

function rangesOf(mentions: readonly StateMention[]): MentionRange[] {
  return mentions.map(({ start, end, entity }) => ({ start, end, entity }));
}

function withWords(filter: CheckedFilter, query: WordQuery): CheckedFilter {
  const words = joinQueries(filter.words, query);
  return { ...filter, ...(words && { words }) };
}

function attempt<T>(answer: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(answer());
  });
}

/** Not of a month or a year as a whole. */
const isDay = (date: number): boolean => date % 100 > 0;

function countValues(articles: readonly StateArticle[], by: 'outlet' | 'language'): FacetBucket[] {
  const counts = new Map<string, number>();
  for (const { contribution } of articles)
    counts.set(contribution[by], (counts.get(contribution[by]) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, label: value, articles: count }));
}

function countPeriods(
  articles: readonly StateArticle[],
  step: HistogramStep,
): { period: string; articles: number }[] {
  const counts = new Map<string, number>();
  for (const { contribution } of articles) {
    if (contribution.date === 0) continue;
    const period = dateOfCode(truncateCode(contribution.date, step));
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts]
    .map(([period, count]) => ({ period, articles: count }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

function countJoins(articles: readonly StateArticle[], keys: ReadonlySet<EntityId>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, key, joins } of articles.flatMap(({ contribution }) => contribution.names)) {
    if (!keys.has(entityId(type, key))) continue;
    for (const join of new Set(joins.map(joinKey))) counts.set(join, (counts.get(join) ?? 0) + 1);
  }
  return counts;
}
