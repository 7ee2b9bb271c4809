import {
  hidden,
  parseEntityId,
  type EntityChoice,
  type EntityId,
  type EntityList,
  type JoinNames,
} from '../../core/index.ts';
import {
  entityField,
  entityFields,
  documentId,
  readCountedValue,
  splitValue,
  type ArticleContent,
} from './articleDocument.ts';
import { writeBulk, type BulkChange } from './bulk.ts';
import type { JsonObject } from './cluster.ts';
import { markCopies } from './copies.ts';
import type { CorpusStore } from './corpusStore.ts';
import {
  alsoKey,
  joinCounted,
  nameCount,
  type CountedEntity,
  type EntityDocument,
  type NameCount,
} from './entityDocuments.ts';

/** Conditions in one request, well below what any server takes. */
const conditionsAtOnce = 150;
const writtenAtOnce = 2000;
/** Articles that are put right before the server is asked to show it: each time it sorts its values anew. */
const unshownAtOnce = 50_000;
/** Values in one `terms` condition. */
const termsAtOnce = 10_000;

/**
 * Makes the entities from the names of all articles: counts the names on the server, joins them here, writes one document an
 * entity, and corrects the articles whose names are another entity's now. Also marks articles whose text stands under two days.
 * Its result depends on the articles and the choices alone, so that it may run as often as one likes, and after a kill again.
 */
export async function settleEntities(
  store: CorpusStore,
  joinNames: JoinNames,
  choices: readonly EntityChoice[],
): Promise<ReadonlyMap<EntityId, EntityId>> {
  await store.refresh('articles', 'entities');
  const { canonical, entities } = joinCounted(await countNames(store), joinNames, choices);
  const before = await storedEntities(store);
  await correctArticles(store, canonical, entities, before);
  await markSameTexts(store);
  await markCopies(store);
  await store.refresh('articles');
  const counted = await countArticles(store, entities);
  await writeEntities(store, counted, before.written);
  return canonical;
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
  const unsure: EntityId[] = [];
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
    if (_source.list === 'unsure') unsure.push(..._source.names);
  }
  return { entityOf, unsure, written };
}

/** Equal for equal documents, whatever the order of their fields. */
function fingerprintOf(document: EntityDocument): string {
  return JSON.stringify(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Finds the articles that count a name to another entity than its own, or in another list, and puts them right. */
async function correctArticles(
  store: CorpusStore,
  canonical: ReadonlyMap<EntityId, EntityId>,
  entities: readonly CountedEntity[],
  before: { readonly entityOf: ReadonlyMap<EntityId, EntityId>; readonly unsure: readonly EntityId[] },
): Promise<void> {
  const unsure = entities.filter(({ list }) => list === 'unsure');
  const unsureIds = new Set(unsure.map(({ id }) => id));
  const listOf = (id: EntityId): EntityList => (unsureIds.has(id) ? 'unsure' : parseEntityId(id)!.type);
  const entityOf = (name: EntityId): EntityId => canonical.get(name) ?? name;
  const concerned = [
    ...[...canonical.keys(), ...before.entityOf.keys()],
    ...[...unsure.flatMap(({ names }) => names), ...before.unsure],
  ];
  const conditions = [...new Set(concerned)].map((name) =>
    wronglyCounted(name, entityOf(name), before.entityOf.get(name), listOf),
  );
  // Until the server shows what is put right, other conditions find it too. What it becomes depends on its names alone.
  const done = new Set<string>();
  for (let i = 0; i < conditions.length; i += conditionsAtOnce) {
    const query = { bool: { should: conditions.slice(i, i + conditionsAtOnce), minimum_should_match: 1 } };
    let changes: BulkChange[] = [];
    const found = store.scan<{ content?: Pick<ArticleContent, 'names'> }>('articles', query, 'id', [
      'content.names',
    ]);
    for await (const { _id, _source } of found) {
      if (done.has(_id)) continue;
      done.add(_id);
      const own = (_source.content?.names ?? []).map(entityOf);
      // The server lays it over the rest of the document, of `content` too.
      const fields = { content: { entities: own }, ...entityFields(own, listOf) };
      changes.push({ kind: 'update', id: _id, fields });
      if (changes.length >= writtenAtOnce) {
        await writeBulk(store, 'articles', changes);
        changes = [];
      }
    }
    await writeBulk(store, 'articles', changes);
    if (done.size < unshownAtOnce) continue;
    await store.refresh('articles');
    done.clear();
  }
}

/** Articles that have a name, and do not count it to its entity in its list, or count more than that. */
function wronglyCounted(
  name: EntityId,
  entity: EntityId,
  before: EntityId | undefined,
  listOf: (id: EntityId) => EntityList,
): JsonObject {
  const counted = (id: EntityId, list: EntityList): JsonObject => ({ term: { [entityField(list)]: id } });
  const anywhere = (id: EntityId): JsonObject[] => [
    counted(id, parseEntityId(id)!.type),
    counted(id, 'unsure'),
  ];
  const wrong: JsonObject[] = [];
  if (entity !== hidden) {
    const list = listOf(entity);
    wrong.push({ bool: { must_not: [counted(entity, list)] } });
    wrong.push(counted(entity, list === 'unsure' ? parseEntityId(entity)!.type : 'unsure'));
  }
  if (entity !== name) wrong.push(...anywhere(name));
  if (before !== undefined && before !== entity) wrong.push(...anywhere(before));
  return { bool: { filter: [{ term: { names: name } }], should: wrong, minimum_should_match: 1 } };
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
  for (let i = 0; i < uncounted.length; i += conditionsAtOnce) {
    const some = uncounted.slice(i, i + conditionsAtOnce);
    const filters = Object.fromEntries(some.map(({ names }, n) => [String(n), { terms: { names } }]));
    const { aggregations } = await store.search('articles', {
      size: 0,
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
