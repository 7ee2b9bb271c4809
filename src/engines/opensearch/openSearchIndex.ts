import {
  checkFilter,
  checkPairRequest,
  checkUnit,
  entityId,
  joinAcrossCorpus,
  parseEntityId,
  parseWordQuery,
  type ArticleId,
  type ArticleRow,
  type Batch,
  type CorpusStatus,
  type Curation,
  type DocumentSort,
  type EntityCard,
  type EntityDefinition,
  type EntityChoice,
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
  type Slice,
} from '../../core/index.ts';
import { applyBatch, wholePart } from './applyBatch.ts';
import { entityCard, suggestEntities } from './cards.ts';
import type { ClusterOptions } from './cluster.ts';
import type { ClusterReader } from './clusterReader.ts';
import { versionsOf } from './copies.ts';
import { entityLines, togetherPassages, wordLines } from './concordance.ts';
import { countPart, skippedFiles, sourcesOf, stampsOf, statusOf } from './corpusFacts.ts';
import { CorpusStore, type CorpusNote } from './corpusStore.ts';
import { articleOf, listDocuments, mentionRanges, placeOfArticle, rowOf, textMarksOf } from './documents.ts';
import { entityDefinition } from './entityDefinitions.ts';
import { DateOverlay, noDates } from './dateOverlay.ts';
import { EarlySettling } from './earlySettling.ts';
import { EntityLookup } from './entityLookup.ts';
import { facet, histogram, withOverlay } from './facets.ts';
import { initCorpus, type InitOutcome } from './initCorpus.ts';
import { nothingKnown, type KnownEntities } from './knownEntities.ts';
import type { IndexShape } from './mapping.ts';
import { findPairs } from './pairs.ts';
import { mergedChoices, pushDates, type PushedCuration } from './pushCuration.ts';
import type { Reading } from './reading.ts';
import { settleEntities } from './settleEntities.ts';
import { SettlingLock } from './settlingLock.ts';
import { searchWords } from './wordSearch.ts';

export interface OpenSearchOptions extends ClusterOptions {
  /** A fill: batches are sent without waiting for each other, and can be seen after a while. */
  readonly isFilling?: boolean;
  /** Which part of a corpus this process fills, `3/16`; all of it when absent. */
  readonly partition?: string;
  /** A fill makes the entities for the first time after so many articles; a thousand when absent. */
  readonly settlesFrom?: number;
  readonly joinNames?: JoinNames;
}

const nothing = { items: [], total: 0 };

/** Batches on their way at once while a corpus is filled. */
const batchesAtOnce = 3;
/** While a corpus is filled, others are told of what came this often: two requests that every batch would wait for. */
const tellingMs = 2000;
/** The generation is asked for again after this long. */
const generationAgeMs = 1000;

/** A corpus in an OpenSearch or Elasticsearch cluster. Its methods reject with `ClusterError`. */
export class OpenSearchIndex implements WritableCorpusIndex, ClusterReader {
  readonly store: CorpusStore;
  private readonly options: OpenSearchOptions;
  private reading: Reading;
  private known: { readonly note: CorpusNote | undefined; readonly at: number } | undefined;
  private entities: KnownEntities = nothingKnown;
  /** While a corpus is filled. */
  private readonly early: EarlySettling | undefined;
  /** Something was written that the entities do not know yet. */
  private isUnsettled = false;
  /** Something was written that the generation does not tell yet. */
  private isUntold = false;
  /** Who only reads may have no right to have the server show what is new. */
  private hasWritten = false;
  private readonly sent = new Set<Promise<void>>();
  private failure: unknown;

  constructor(options: OpenSearchOptions) {
    this.options = options;
    this.store = new CorpusStore(options);
    this.reading = { store: this.store, entities: new EntityLookup(this.store), dates: noDates };
    if (options.isFilling !== true) return;
    this.early = new EarlySettling({
      store: this.store,
      joinNames: this.joinNames,
      parts: Number(this.part.split('/')[1] ?? 1),
      firstArticles: options.settlesFrom,
      hurry: options.hurry,
    });
  }

  private get joinNames(): JoinNames {
    return this.options.joinNames ?? joinAcrossCorpus;
  }

  /** Which part of the corpus is written here. */
  get part(): string {
    return this.options.partition ?? wholePart;
  }

  /** Makes the indexes where they are missing or of an older version. */
  init(shape: IndexShape): Promise<InitOutcome> {
    return initCorpus(this.store, shape);
  }

  /** Rejects when there is no such corpus, or one that we cannot read. */
  check(): Promise<void> {
    return this.store.check();
  }

  preset(): Promise<'corpusExplorer'> {
    return Promise.resolve('corpusExplorer');
  }

  curate({ entities = [], dates }: Curation): Promise<void> {
    this.reading.entities.curate(entities);
    this.reading = { ...this.reading, dates: new DateOverlay(dates) };
    return Promise.resolve();
  }

  async pushCuration({ dates, entities = [] }: Curation): Promise<PushedCuration> {
    const pushed = await pushDates(this.store, dates);
    const before = ((await this.store.note())?.choices ?? []) as readonly EntityChoice[];
    await this.apply({ files: [], removedPaths: [], entityChoices: mergedChoices(before, entities) });
    await this.settle();
    // Who was told before the entities were made looks again.
    await this.raiseGeneration();
    return pushed;
  }

  async apply(batch: Batch): Promise<number> {
    await this.changeNoteBefore(batch);
    const changesArticles = batch.files.length + batch.removedPaths.length + (batch.amended?.length ?? 0) > 0;
    if (changesArticles) await this.send(batch);
    this.isUnsettled = this.isUnsettled || changesArticles || batch.entityChoices !== undefined;
    await this.settleEarly(batch);
    if (this.options.isFilling !== true) await this.arrive();
    if (batch.isComplete !== undefined) await this.finishPart(batch.isComplete);
    const isWhole = this.options.isFilling !== true || batch.isComplete !== undefined;
    if (!isWhole && this.known?.note && performance.now() - this.known.at < tellingMs) {
      this.isUntold = true;
      return this.known.note.generation;
    }
    return this.raiseGeneration();
  }

  async stamps(under?: string): Promise<ReadonlyMap<string, FileStamp>> {
    await this.arrive();
    await this.store.refresh('files');
    return stampsOf(this.store, this.part, under);
  }

  async curationNote(): Promise<string | undefined> {
    return (await this.store.note())?.curationNote;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.sent);
    if (this.isUntold) await this.raiseGeneration().catch(() => undefined);
  }

  async status(): Promise<CorpusStatus> {
    await this.settle();
    const status = await statusOf(this.reading, await this.store.note());
    return { ...status, entities: await withOverlay(this.reading, status.entities) };
  }

  async facet(filter: Filter, by: FacetField, page: PageRequest): Promise<Page<FacetBucket>> {
    return this.page(() => facet(this.reading, checkFilter(filter), by, page));
  }

  async histogram(filter: Filter, step: HistogramStep, entities?: readonly EntityId[]): Promise<Histogram> {
    const checked = checkFilter(filter);
    return this.read(async (generation) => ({
      ...(await histogram(this.reading, checked, step, entities)),
      generation,
    }));
  }

  async documents(filter: Filter, sort: DocumentSort, page: PageRequest): Promise<Page<ArticleRow>> {
    return this.page(() => listDocuments(this.reading, checkFilter(filter), sort, page));
  }

  article(id: ArticleId): Promise<ArticleRow | undefined> {
    return this.read(async () => {
      const found = await articleOf(this.reading, id, ['row', 'versions']);
      return found && rowOf(this.reading, found);
    });
  }

  entity(id: EntityId, filter: Filter = {}): Promise<EntityCard | undefined> {
    return this.read(async (generation) => {
      const entity = await this.reading.entities.named(id);
      if (!entity) return undefined;
      const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), entity.id] });
      return { ...(await entityCard(this.reading, entity, checked)), generation };
    });
  }

  suggest(prefix: string, limit: number): Promise<readonly EntityRow[]> {
    return this.read(() => suggestEntities(this.reading, prefix, limit));
  }

  async search(
    words: string,
    filter: Filter,
    page: PageRequest,
    sort: SearchSort = 'rank',
  ): Promise<Page<SearchHit>> {
    const checked = checkFilter(filter);
    return this.page(async () => {
      const query = parseWordQuery(words);
      return query ? searchWords(this.reading, query, checked, sort, page) : nothing;
    });
  }

  async cooccurrence(filter: Filter, request: PairRequest, page: PageRequest): Promise<PairPage> {
    const checked = checkPairRequest(request);
    const narrowed = checkFilter(filter);
    return this.read(async (generation) => {
      const { entity: id, ...rest } = checked;
      const entity = id === undefined ? undefined : await this.reading.entities.named(id);
      if (id !== undefined && !entity) return { items: [], total: 0, units: 0, generation };
      const question = { ...rest, ...(entity && { entity: entity.id }) };
      return { ...(await findPairs(this.reading, narrowed, question, page)), generation };
    });
  }

  async namedTogether(
    ids: readonly EntityId[],
    unit: TextUnit,
    filter: Filter,
    page: PageRequest,
  ): Promise<Page<NamedTogether>> {
    checkUnit(unit);
    const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), ...ids] });
    return this.page(async () => {
      if (ids.length === 0) return nothing;
      const found = await Promise.all(ids.map((id) => this.reading.entities.named(id)));
      const entities = ids.map((id, i) => found[i]?.id ?? id);
      return togetherPassages(this.reading, entities, unit, checked, page);
    });
  }

  async definitions(ids: readonly EntityId[]): Promise<readonly EntityDefinition[]> {
    const found = await Promise.all(ids.map((id) => entityDefinition(this.reading, this, id)));
    return found.filter((definition) => definition !== undefined);
  }

  async kwic(query: KwicQuery, filter: Filter, page: PageRequest): Promise<Page<KwicLine>> {
    const checked = checkFilter(filter);
    return this.page(async () => {
      if ('words' in query) {
        const words = parseWordQuery(query.words);
        return words ? wordLines(this.reading, words, checked, page) : nothing;
      }
      const entity = parseEntityId(query.entity) && (await this.reading.entities.named(query.entity));
      return entity ? entityLines(this.reading, entity, checked, page) : nothing;
    });
  }

  mentions(id: ArticleId): Promise<readonly MentionRange[]> {
    return this.read(async () => {
      const found = await articleOf(this.reading, id, ['content']);
      return found ? mentionRanges(found.content, await this.reading.entities.overlay()) : [];
    });
  }

  versions(id: ArticleId): Promise<readonly ArticleRow[]> {
    return this.read(() => versionsOf(this.reading, id));
  }

  textMarks(id: ArticleId): Promise<TextMarks | undefined> {
    return this.read(async () => {
      const found = await articleOf(this.reading, id, ['id', 'text', 'content']);
      return found && textMarksOf(this.reading, found);
    });
  }

  resolve(type: EntityType, key: string): Promise<EntityId | undefined> {
    return this.read(async () => (await this.reading.entities.named(entityId(type, key)))?.id);
  }

  async skipped(): Promise<readonly SkippedFile[]> {
    await this.arrive();
    if (this.hasWritten) await this.store.refresh('files');
    return skippedFiles(this.store);
  }

  place(id: ArticleId): Promise<KnownPlace | undefined> {
    return placeOfArticle(this.reading, id);
  }

  async sources(): Promise<SourceSummary> {
    await this.arrive();
    return sourcesOf(this.store);
  }

  /** How many articles of this part the server holds, and how many its files gave. */
  async articlesOfPart(): Promise<{ readonly held: number; readonly read: number }> {
    await this.arrive();
    await this.store.refresh('articles', 'files');
    return countPart(this.store, this.part);
  }

  /** The text of an article as it was indexed: nothing else holds it for whoever reads a cluster. */
  async text(id: ArticleId): Promise<string | undefined> {
    return (await articleOf(this.reading, id, ['text']))?.text;
  }

  /** What is written is acknowledged, and the entities know of it. */
  private async settle(): Promise<void> {
    await this.arrive();
    if (!this.isUnsettled) return;
    const choices = ((await this.store.note())?.choices ?? []) as readonly EntityChoice[];
    const lock = await SettlingLock.take(this.store);
    try {
      this.entities = await settleEntities(this.store, this.joinNames, choices);
    } finally {
      await lock.release();
    }
    this.isUnsettled = false;
  }

  private async settleEarly({ files }: Batch): Promise<void> {
    const articles = files.reduce((sum, file) => sum + file.articles.length, 0);
    const news = await this.early?.wrote(articles, () => this.arrive());
    if (news) this.entities = news;
  }

  /** What the corpus as a whole is told by a batch, before its articles are. */
  private async changeNoteBefore({ curationNote, entityChoices, isComplete }: Batch): Promise<void> {
    const { part } = this;
    if (curationNote === undefined && entityChoices === undefined && isComplete !== false) return;
    await this.store.changeNote((note) => ({
      ...note,
      ...(curationNote !== undefined && { curationNote }),
      ...(entityChoices !== undefined && { choices: entityChoices }),
      ...(isComplete === false && { parts: { ...withoutOthers(note.parts, part), [part]: false } }),
    }));
  }

  private async finishPart(isFilled: boolean): Promise<void> {
    await this.settle();
    const { part } = this;
    const settledArticles = await this.store.count('articles', { match_all: {} });
    await this.store.changeNote((note) => ({
      ...note,
      settledArticles,
      parts: { ...withoutOthers(note.parts, part), [part]: isFilled },
    }));
  }

  private async send(batch: Batch): Promise<void> {
    while (this.sent.size >= batchesAtOnce) await Promise.race(this.sent);
    if (this.failure !== undefined) throw asError(this.failure);
    const isFilling = this.options.isFilling === true;
    this.hasWritten = true;
    const applied = applyBatch(
      { store: this.store, part: this.part, known: this.entities, refresh: !isFilling },
      batch,
    );
    const sent = applied
      .catch((error: unknown) => {
        this.failure ??= error;
      })
      .finally(() => this.sent.delete(sent));
    this.sent.add(sent);
    // The parts of a file count on each other.
    if (batch.files.some(({ isContinued, isPartial }) => isContinued ?? isPartial)) await this.arrive();
  }

  /** Everything that was sent is acknowledged. */
  async arrive(): Promise<void> {
    await Promise.all(this.sent);
    if (this.failure === undefined) return;
    const { failure } = this;
    this.failure = undefined;
    throw asError(failure);
  }

  private async raiseGeneration(): Promise<number> {
    const note = await this.store.changeNote((before) => ({ ...before, generation: before.generation + 1 }));
    this.known = { note, at: performance.now() };
    this.isUntold = false;
    this.reading.entities.reach(note.generation);
    return note.generation;
  }

  private async read<T>(answer: (generation: number) => Promise<T>): Promise<T> {
    await this.settle();
    if (this.known === undefined || performance.now() - this.known.at > generationAgeMs)
      this.known = { note: await this.store.note(), at: performance.now() };
    const generation = this.known.note?.generation ?? 0;
    this.reading.entities.reach(generation);
    return answer(generation);
  }

  private async page<T>(answer: () => Promise<Slice<T>>): Promise<Page<T>> {
    return this.read(async (generation) => ({ ...(await answer()), generation }));
  }
}

/** A corpus is filled whole, or in one number of parts: what was said of another division holds no more. */
function withoutOthers(parts: Readonly<Record<string, boolean>>, part: string): Record<string, boolean> {
  const [, division] = part.split('/');
  return Object.fromEntries(Object.entries(parts).filter(([each]) => each.split('/')[1] === division));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
