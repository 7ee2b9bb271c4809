import type { EntityChoice, EntityId, JoinNames } from '../../core/index.ts';
import { documentId, readCountedValue, splitValue } from './articleDocument.ts';
import { writeBulk, type BulkChange } from './bulk.ts';
import type { JsonObject } from './cluster.ts';
import { markCopies } from './copies.ts';
import { correctArticles, correctMiscounted } from './correctArticles.ts';
import type { CorpusStore } from './corpusStore.ts';
import {
  alsoKey,
  joinCounted,
  nameCount,
  type CountedEntity,
  type EntityDocument,
  type NameCount,
} from './entityDocuments.ts';
import type { KnownEntities } from './knownEntities.ts';

/** Conditions in one request, well below what any server takes. */
const conditionsAtOnce = 150;
const writtenAtOnce = 2000;
/** Values in one `terms` condition. */
const termsAtOnce = 10_000;

/**
 * Makes the entities of all articles (`settleNames`), and marks the articles whose text stands there more than once. Its result depends on
 * the articles and the choices alone, so that it may run as often as one likes, and after a kill again.
 */
export async function settleEntities(
  store: CorpusStore,
  joinNames: JoinNames,
  choices: readonly EntityChoice[],
): Promise<KnownEntities> {
  const { known, entities } = await settleNames(store, joinNames, choices);
  await correctMiscounted(store, known, entities);
  await markSameTexts(store);
  await markCopies(store);
  await store.refresh('articles');
  return known;
}

/**
 * Makes the entities from the names of all articles: counts the names on the server, joins them here, corrects the articles whose names
 * are another entity's now, and writes one document an entity.
 */
export async function settleNames(
  store: CorpusStore,
  joinNames: JoinNames,
  choices: readonly EntityChoice[],
): Promise<{ readonly known: KnownEntities; readonly entities: readonly EntityDocument[] }> {
  await store.refresh('articles', 'entities');
  const { canonical, entities } = joinCounted(await countNames(store), joinNames, choices);
  const sure = entities.filter(({ list }) => list !== 'unsure').map(({ id }) => id);
  const known = { entityOf: canonical, sure: new Set(sure) };
  const before = await storedEntities(store);
  await correctArticles(store, known, entities, before.entityOf);
  const counted = await countArticles(store, entities);
  await writeEntities(store, counted, before.written);
  return { known, entities: counted };
}

async function countNames(store: CorpusStore): Promise<Map<EntityId, NameCount>> {
  const counts = new Map<EntityId, NameCount>();
  for await (const { value, articles } of store.values('names')) nameCount(counts, value).articles = articles;
  for await (const { value, articles } of store.values('surfaceCounts')) {
    const { value: surfaceOfName, worth } = readCountedValue(value);
    const [id = '', surface = ''] = splitValue(surfaceOfName);
    const count = nameCount(counts, id);
    count.mentions += articles * worth;
    count.surfaces.set(surface, (count.surfaces.get(surface) ?? 0) + articles * worth);
  }
  for await (const { value } of store.values('sureNames')) nameCount(counts, value).isSure = true;
  for await (const { value, articles } of store.values('also')) {
    const [id = '', other = ''] = splitValue(value);
    const key = alsoKey(id, other);
    if (key === undefined) continue;
    nameCount(counts, id).also.set(key, articles);
    nameCount(counts, other);
  }
  return counts;
}

/** The entities as they were written last. */
async function storedEntities(store: CorpusStore) {
  const entityOf = new Map<EntityId, EntityId>();
  const written = new Map<string, string>();
  const all = store.scan<EntityDocument>('entities', { match_all: {} }, 'id', [
    ...[
      'id',
      'type',
      'list',
      'key',
      'label',
      'names',
      'words',
      'surfaces',
      'articles',
      'mentions',
      'isCurated',
    ],
  ]);
  for await (const { _id, _source } of all) {
    written.set(_id, fingerprintOf(_source));
    for (const name of _source.names) if (name !== _source.id) entityOf.set(name, _source.id);
  }
  return { entityOf, written };
}

/** Equal for equal documents, whatever the order of their fields. */
function fingerprintOf(document: EntityDocument): string {
  return JSON.stringify(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Counts the articles of entities of several names on the server. */
async function countArticles(
  store: CorpusStore,
  entities: readonly CountedEntity[],
): Promise<EntityDocument[]> {
  const counted: EntityDocument[] = [];
  const uncounted: CountedEntity[] = [];
  for (const entity of entities) {
    if (entity.articles === undefined) uncounted.push(entity);
    else counted.push({ ...entity, articles: entity.articles });
  }
  // The server holds every condition against every article that the query finds: rare entities are asked for among themselves.
  uncounted.sort((a, b) => b.mentions - a.mentions);
  for (let i = 0; i < uncounted.length; i += conditionsAtOnce) {
    const some = uncounted.slice(i, i + conditionsAtOnce);
    const filters = Object.fromEntries(some.map(({ names }, n) => [String(n), { terms: { names } }]));
    const { aggregations } = await store.search('articles', {
      size: 0,
      query: { terms: { names: some.flatMap(({ names }) => names) } },
      track_total_hits: false,
      aggs: { entities: { filters: { filters } } },
    });
    const buckets = aggregations!['entities']!.buckets as Readonly<Record<string, { doc_count: number }>>;
    for (const [n, entity] of some.entries())
      counted.push({ ...entity, articles: buckets[String(n)]!.doc_count });
  }
  return counted;
}

async function writeEntities(
  store: CorpusStore,
  entities: readonly EntityDocument[],
  written: ReadonlyMap<string, string>,
): Promise<void> {
  const gone = new Set(written.keys());
  let changes: BulkChange[] = [];
  for (const entity of entities) {
    const id = documentId(entity.id);
    gone.delete(id);
    if (written.get(id) === fingerprintOf(entity)) continue;
    changes.push({ kind: 'index', id, document: { ...entity } });
    if (changes.length >= writtenAtOnce) {
      await writeBulk(store, 'entities', changes);
      changes = [];
    }
  }
  changes.push(...[...gone].map((id) => ({ kind: 'delete', id }) as const));
  await writeBulk(store, 'entities', changes);
  await store.refresh('entities');
}

/** The same text under two days: each of its articles says so, as long as both are there. */
async function markSameTexts(store: CorpusStore): Promise<void> {
  const days = { first: { min: { field: 'exactDay' } }, last: { max: { field: 'exactDay' } } };
  const repeated: string[] = [];
  const exact = { exists: { field: 'exactDay' } };
  for await (const { value, articles, bucket } of store.values('fingerprint', days)) {
    const { first, last } = bucket as Readonly<Record<'first' | 'last', { readonly value: number | null }>>;
    if (articles > 1 && first.value !== last.value) repeated.push(value);
  }
  for (let i = 0; i < repeated.length; i += termsAtOnce) {
    const some = { terms: { fingerprint: repeated.slice(i, i + termsAtOnce) } };
    await mark(store, { bool: { filter: [exact, some, { term: { hasSameText: false } }] } }, true);
  }
  const known = new Set(repeated);
  await mark(store, { term: { hasSameText: true } }, false, ({ fingerprint }) => !known.has(fingerprint));
}

async function mark(
  store: CorpusStore,
  query: JsonObject,
  hasSameText: boolean,
  isMeant: (article: { readonly fingerprint: string }) => boolean = () => true,
): Promise<void> {
  const changes: BulkChange[] = [];
  const found = store.scan<{ fingerprint: string }>('articles', query, 'id', ['fingerprint']);
  for await (const { _id, _source } of found)
    if (isMeant(_source)) changes.push({ kind: 'update', id: _id, fields: { hasSameText } });
  await writeBulk(store, 'articles', changes);
}
