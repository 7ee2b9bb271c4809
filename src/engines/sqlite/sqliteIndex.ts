import {
  checkFilter,
  checkPairRequest,
  checkUnit,
  entityTypes,
  dateOfCode,
  joinAcrossCorpus,
  nextCursor,
  pageStart,
  parseEntityId,
  parseWordQuery,
  withWords,
  type ArticleId,
  type ArticleRow,
  type Batch,
  type CorpusStatus,
  type DocumentSort,
  type EntityCard,
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
  type Slice,
} from '../../core/index.ts';
import { currentSignal } from '../askUntil.ts';
import { addBatch, beginWriting, finishWriting, type Writing } from './applyBatch.ts';
import { articleById, articleRows, mentionsOf, textMarksOf, versionsOf } from './articleRows.ts';
import { findMentions, findWordArticles, mentionLines, wordLines } from './concordance.ts';
import { documentPage } from './documentOrder.ts';
import { emptyDatabase } from './emptyDatabase.ts';
import { findDefinition, placeDefinitions } from './entityDefinitions.ts';
import { entityCard } from './entityCards.ts';
import { listNumber, type StoredEntity } from './entityTable.ts';
import { facet } from './facets.ts';
import { allStamps, stampsBelow } from './fileStamps.ts';
import { histogram } from './histograms.ts';
import { countPairs, findPairs, keepPairs, lendUnits, pairPage, type PairQuestion } from './pairs.ts';
import { NameDictionary } from './nameDictionary.ts';
import {
  IndexUnavailable,
  isDamage,
  isUnwritable,
  openDatabase,
  type OpenedDatabase,
} from './openDatabase.ts';
import { forgetParts, partsOf, readMeta, type Parts } from './parts.ts';
import type { ReadText } from './readText.ts';
import { placeOf, sourceSummary } from './sources.ts';
import { unhurried } from './unhurried.ts';
import { suggestEntities } from './suggestEntities.ts';
import { findTogether, togetherPassages } from './togetherPassages.ts';
import { findArticles, searchHits } from './wordSearch.ts';

export interface SqliteIndexOptions {
  /** Reads an article's text from its source: the index keeps none. Without it, concordances are empty. */
  readonly readText?: ReadText;
  /** Nothing is written, not even a missing index created. */
  readonly isReadOnly?: boolean;
  /** The caller holds the writer's lock of the file. Without it, the lock is taken where an index has to be made. */
  readonly isWriter?: boolean;
  readonly joinNames?: JoinNames;
  /** Pairs among more articles are counted aside, while others are answered. Of an index in memory all are counted at once. */
  readonly fewArticles?: number;
}

/** The index of a corpus in a file that other processes may have open too. */
export interface EmbeddedIndex extends WritableCorpusIndex {
  /** The generation, and nothing else: to be asked often. */
  currentGeneration(): Promise<number>;
  /** Forgets everything, at once and for all who have the file open. The generation goes on. */
  clear(): Promise<void>;
}

/** An index and what became of the file it was opened from. */
export interface OpenedIndex {
  readonly index: EmbeddedIndex;
  /** `rebuilt`: what was there could not be used, for this `reason`, and the index is empty. */
  readonly state: OpenedDatabase['state'];
  readonly reason?: 'damaged' | 'olderVersion';
}

/**
 * Opens or creates the index of a corpus in one SQLite file. Throws `IndexUnavailable` when this Node cannot hold one, or
 * when the file is of a newer version. Answers reject with `IndexUnavailable` (`damaged`) when they come upon a part of
 * the file that is damaged: delete it and index again.
 */
export function openSqliteIndex(file: string, options: SqliteIndexOptions = {}): OpenedIndex {
  const { database, ...opened } = openDatabase(file, options);
  return { index: new SqliteIndex(partsOf(database), options), ...opened };
}

class SqliteIndex implements EmbeddedIndex {
  private readonly parts: Parts;
  private readonly dictionary: NameDictionary;
  private readonly readText: ReadText;
  private readonly joinNames: JoinNames;
  private readonly fewArticles: number | undefined;
  /** The generation that what is kept in memory belongs to. */
  private generation = -1;
  /** What was written and waits for more. */
  private writing: Writing | undefined;
  /** The end of the last answer that takes long. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts, { readText, joinNames, fewArticles }: SqliteIndexOptions) {
    this.parts = parts;
    this.fewArticles = parts.database.isInMemory ? Infinity : fewArticles;
    this.dictionary = new NameDictionary(parts);
    this.readText = readText ?? (() => Promise.resolve(undefined));
    this.joinNames = joinNames ?? joinAcrossCorpus;
  }

  async apply(batch: Batch): Promise<number> {
    const { database } = this.parts;
    return attempt(() => {
      try {
        if (!this.writing) {
          database.begin();
          this.catchUp();
          this.writing = beginWriting(this.parts, this.dictionary, this.joinNames);
        }
        addBatch(this.writing, batch);
      } catch (error) {
        throw this.takenBack(error);
      }
      if (batch.hasMore) return this.generation + 1;
      this.settle();
      return this.generation;
    });
  }

  stamps(under?: string): Promise<ReadonlyMap<string, FileStamp>> {
    const { database } = this.parts;
    return this.read(() => (under === undefined ? allStamps(database) : stampsBelow(database, under)));
  }

  curationNote(): Promise<string | undefined> {
    return this.read(() => {
      const row = this.parts.database.get("SELECT value FROM note WHERE field = 'curation'");
      return row && String(row['value']);
    });
  }

  close(): Promise<void> {
    return attempt(() => {
      try {
        this.settle();
      } finally {
        this.parts.database.close();
      }
    });
  }

  currentGeneration(): Promise<number> {
    return attempt(() => {
      this.settle();
      return readMeta(this.parts.database, 'generation');
    });
  }

  clear(): Promise<void> {
    const { database } = this.parts;
    return attempt(() => {
      // All of it would be forgotten.
      if (this.writing) database.rollBack();
      this.writing = undefined;
      try {
        database.write(() => {
          emptyDatabase(database);
        });
      } catch (error) {
        throw explain(error);
      } finally {
        this.forget();
      }
    });
  }

  status(): Promise<CorpusStatus> {
    return this.read(() => statusOf(this.parts));
  }

  facet(filter: Filter, by: FacetField, page: PageRequest): Promise<Page<FacetBucket>> {
    return this.page(() => facet(this.parts, checkFilter(filter), by, page));
  }

  histogram(filter: Filter, step: HistogramStep, entities?: readonly EntityId[]): Promise<Histogram> {
    return this.read(() => {
      const known = entities?.flatMap((id) => this.entityNamed(id) ?? []);
      return { ...histogram(this.parts, checkFilter(filter), step, known), generation: this.generation };
    });
  }

  documents(filter: Filter, sort: DocumentSort, page: PageRequest): Promise<Page<ArticleRow>> {
    return this.page(() => this.listDocuments(checkFilter(filter), sort, page));
  }

  article(id: ArticleId): Promise<ArticleRow | undefined> {
    return this.read(() => articleById(this.parts, id));
  }

  entity(id: EntityId, filter: Filter = {}): Promise<EntityCard | undefined> {
    return this.read(() => {
      const entity = this.entityNamed(id);
      if (!entity) return undefined;
      const entities = [...(filter.entities ?? []), entity.entityId];
      const card = entityCard(this.parts, entity, checkFilter({ ...filter, entities }));
      return { ...card, generation: this.generation };
    });
  }

  suggest(prefix: string, limit: number): Promise<readonly EntityRow[]> {
    return this.read(() => suggestEntities(this.parts, prefix, limit));
  }

  async search(
    words: string,
    filter: Filter,
    page: PageRequest,
    sort: SearchSort = 'rank',
  ): Promise<Page<SearchHit>> {
    const query = parseWordQuery(words);
    const checked = checkFilter(filter);
    if (!query) return this.page(() => ({ items: [], total: 0 }));
    const both = withWords(checked, query);
    const found = await this.page(() => findArticles(this.parts, query, both, sort, page));
    return { ...found, items: await searchHits(found.items, query, this.readText) };
  }

  async cooccurrence(filter: Filter, request: PairRequest, page: PageRequest): Promise<PairPage> {
    const { entity: id, ...checked } = checkPairRequest(request);
    const narrowed = checkFilter(filter);
    const filterKey = JSON.stringify(filter);
    const questionTo = (parts: Parts): PairQuestion | undefined => {
      if (id === undefined) return { ...checked, filterKey };
      const entity = entityNamed(parts, id);
      return entity && { ...checked, filterKey, entity };
    };
    const quickly = (): Promise<PairPage | undefined> =>
      this.read(() => {
        const question = questionTo(this.parts);
        const found = question
          ? findPairs(this.parts, narrowed, question, page, this.fewArticles)
          : { items: [], total: 0, units: 0 };
        return found && { ...found, generation: this.generation };
      });
    const aside = (): Promise<PairPage> =>
      this.readAside(async (parts, generation) => {
        const question = questionTo(parts);
        if (!question) return { items: [], total: 0, units: 0, generation };
        if (generation === this.generation) lendUnits(this.parts, parts, question);
        const ranked = await unhurried(countPairs(parts, narrowed, question), currentSignal());
        if (generation === this.generation) keepPairs(this.parts, question, ranked);
        return { ...pairPage(parts, ranked, question, page), generation };
      });
    // One long count at a time; who waited for the same one finds it kept.
    return (await quickly()) ?? this.inTurn(async () => (await quickly()) ?? aside());
  }

  async namedTogether(
    ids: readonly EntityId[],
    unit: TextUnit,
    filter: Filter,
    page: PageRequest,
  ): Promise<Page<NamedTogether>> {
    checkUnit(unit);
    const checked = checkFilter({ ...filter, entities: [...(filter.entities ?? []), ...ids] });
    let wanted: readonly StoredEntity[] = [];
    const found = await this.page(() => {
      wanted = ids.flatMap((id) => this.entityNamed(id) ?? []);
      const isKnown = wanted.length === ids.length && ids.length > 0;
      return isKnown ? findTogether(this.parts, wanted, unit, checked, page) : { items: [], total: 0 };
    });
    return { ...found, items: await togetherPassages(found.items, wanted, unit, this.readText) };
  }

  async definitions(ids: readonly EntityId[]): Promise<readonly EntityDefinition[]> {
    const found = await this.read(() =>
      ids.flatMap((id) => {
        const entity = this.entityNamed(id);
        return (entity && findDefinition(this.parts, id, entity)) ?? [];
      }),
    );
    return placeDefinitions(found, this.readText);
  }

  async kwic(query: KwicQuery, filter: Filter, page: PageRequest): Promise<Page<KwicLine>> {
    const checked = checkFilter(filter);
    if ('words' in query) {
      const words = parseWordQuery(query.words);
      if (!words) return this.page(() => ({ items: [], total: 0 }));
      const both = withWords(checked, words);
      const { generation, ...found } = await this.page(() => findWordArticles(this.parts, both, page));
      return { ...(await wordLines(found, words, page, this.readText)), generation };
    }
    const found = await this.page(() => {
      const entity = this.entityNamed(query.entity);
      if (!entity) return { items: [], total: 0 };
      const { type, key } = parseEntityId(entity.entityId)!;
      return findMentions(
        this.parts,
        entity,
        { ...checked, entities: [...checked.entities, { type, key }] },
        page,
      );
    });
    return { ...found, items: await mentionLines(found.items, this.readText) };
  }

  mentions(id: ArticleId): Promise<readonly MentionRange[]> {
    return this.read(() => {
      const row = this.parts.database.get('SELECT doc FROM article WHERE id = ?', id);
      return row ? mentionsOf(this.parts, Number(row['doc'])) : [];
    });
  }

  versions(id: ArticleId): Promise<readonly ArticleRow[]> {
    return this.read(() => versionsOf(this.parts, id));
  }

  textMarks(id: ArticleId): Promise<TextMarks | undefined> {
    return this.read(() => textMarksOf(this.parts, id));
  }

  resolve(type: EntityType, key: string): Promise<EntityId | undefined> {
    return this.read(() => this.parts.entities.named(type, key)?.entityId);
  }

  skipped(): Promise<readonly SkippedFile[]> {
    return this.read(() => {
      const rows = this.parts.database.all(
        'SELECT skipped FROM file WHERE skipped IS NOT NULL ORDER BY path',
      );
      return rows.map((row) => JSON.parse(String(row['skipped'])) as SkippedFile);
    });
  }

  place(id: ArticleId): Promise<KnownPlace | undefined> {
    return this.read(() => placeOf(this.parts, id));
  }

  sources(): Promise<SourceSummary> {
    return this.read(() => sourceSummary(this.parts));
  }

  private listDocuments(
    filter: ReturnType<typeof checkFilter>,
    sort: DocumentSort,
    page: PageRequest,
  ): Slice<ArticleRow> {
    const start = pageStart(page);
    const { docs, total } = documentPage(this.parts, filter, sort, start, start + page.limit);
    const items = articleRows(this.parts, docs, filter);
    return { items, total, ...nextCursor(start, items.length, total) };
  }

  private entityNamed(id: EntityId): StoredEntity | undefined {
    return entityNamed(this.parts, id);
  }

  /** Waits until what was asked before is answered, or given up. */
  private inTurn<T>(answer: () => Promise<T>): Promise<T> {
    const answered = this.turn.then(answer);
    this.turn = answered.catch(() => undefined);
    return answered;
  }

  /** Reads in a snapshot of its own, while the index goes on being asked and written. */
  private async readAside<T>(answer: (parts: Parts, generation: number) => Promise<T>): Promise<T> {
    this.settle();
    try {
      const snapshot = this.parts.database.snapshot();
      const parts = partsOf(snapshot);
      try {
        return await answer(parts, readMeta(snapshot, 'generation'));
      } finally {
        forgetParts(parts);
        snapshot.close();
      }
    } catch (error) {
      throw explain(error);
    }
  }

  /** Reads in one snapshot, with nothing in memory that is not of that snapshot. */
  private read<T>(answer: () => T): Promise<T> {
    return attempt(() => {
      this.settle();
      try {
        return this.parts.database.read(() => {
          this.catchUp();
          return answer();
        });
      } catch (error) {
        throw explain(error);
      }
    });
  }

  private page<T>(answer: () => Slice<T>): Promise<Page<T>> {
    return this.read(() => ({ ...answer(), generation: this.generation }));
  }

  /** Writes what waits for more to come, so that nobody who asks misses it. */
  private settle(): void {
    if (!this.writing) return;
    try {
      const generation = finishWriting(this.writing);
      this.parts.database.commit();
      this.generation = generation;
      this.writing = undefined;
    } catch (error) {
      throw this.takenBack(error);
    }
  }

  /** Nothing is kept of what was being written when this happened. */
  private takenBack(error: unknown): unknown {
    this.writing = undefined;
    this.parts.database.rollBack();
    this.forget();
    return explain(error);
  }

  /** Another process may have written since. */
  private catchUp(): void {
    const generation = readMeta(this.parts.database, 'generation');
    if (generation === this.generation) return;
    this.forget();
    this.generation = generation;
  }

  private forget(): void {
    forgetParts(this.parts);
    this.dictionary.forget();
    this.generation = -1;
  }
}

function entityNamed({ entities }: Parts, id: EntityId): StoredEntity | undefined {
  const parsed = parseEntityId(id);
  return parsed && entities.named(parsed.type, parsed.key);
}

function statusOf({ database }: Parts): CorpusStatus {
  const count = (sql: string, ...values: number[]): number => Number(database.get(sql, ...values)?.['n']);
  const dates = database.get('SELECT min(date) AS first, max(date) AS last FROM period WHERE date > 0')!;
  const entities = entityTypes.map((type, i) => {
    return [type, count('SELECT count(*) AS n FROM entity WHERE list = ?', i)] as const;
  });
  const unsure = count('SELECT count(*) AS n FROM entity WHERE list = ?', listNumber('unsure'));
  return {
    generation: readMeta(database, 'generation'),
    articles: count('SELECT coalesce(sum(articles), 0) AS n FROM period'),
    undated: count('SELECT coalesce(sum(articles), 0) AS n FROM period WHERE date = 0'),
    entities: {
      ...(Object.fromEntries(entities) as Record<EntityType, number>),
      ...(unsure > 0 && { unsure }),
    },
    ...(dates['first'] !== null && {
      firstDate: dateOfCode(Number(dates['first'])),
      lastDate: dateOfCode(Number(dates['last'])),
    }),
    skipped: count('SELECT count(*) AS n FROM file WHERE is_left_out'),
    isComplete: readMeta(database, 'isComplete') === 1,
  };
}

function explain(error: unknown): unknown {
  if (isUnwritable(error)) {
    return new IndexUnavailable(
      'notWritable',
      `The index cannot be written (${(error as Error).message}): the disk is full, or is not there any more. ` +
        'What was indexed before is kept. Make room, then refresh.',
    );
  }
  if (!isDamage(error)) return error;
  return new IndexUnavailable(
    'damaged',
    'The index is damaged. Rebuild it; everything in it can be read again.',
  );
}

function attempt<T>(answer: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(answer());
  });
}
