import { hidden, parseEntityId, type EntityId, type EntityList } from '../../core/index.ts';
import { entityField, entityFields, type ArticleContent } from './articleDocument.ts';
import { writeBulk, type BulkChange } from './bulk.ts';
import type { JsonObject } from './cluster.ts';
import type { CorpusStore } from './corpusStore.ts';
import type { CountedEntity, EntityDocument } from './entityDocuments.ts';
import { listOfKnown, type KnownEntities } from './knownEntities.ts';

/** Conditions in one request, well below what any server takes. */
const conditionsAtOnce = 150;
const writtenAtOnce = 2000;
/** Articles that are put right before the server is asked to show it: each time it sorts its values anew. */
const unshownAtOnce = 50_000;
/** The lists, each of which is a field of the articles. */
const lists = ['ORG', 'PER', 'LOC', 'unsure'] as const satisfies readonly EntityList[];

/** Finds the articles that count a name to another entity than its own, or in another list, and puts them right. */
export async function correctArticles(
  store: CorpusStore,
  known: KnownEntities,
  entities: readonly CountedEntity[],
  before: ReadonlyMap<EntityId, EntityId>,
): Promise<void> {
  const entityOf = (name: EntityId): EntityId => known.entityOf.get(name) ?? name;
  // Whether an entity is in doubt is known only when all articles are counted: those that are, and those that an article took for one.
  const doubted = new Set(entities.filter(({ list }) => list === 'unsure').map(({ id }) => id));
  for await (const { value } of store.values(entityField('unsure'))) doubted.add(entityOf(value));
  const doubtedNames = entities.filter(({ id }) => doubted.has(id)).flatMap(({ names }) => names);
  const concerned = new Set([...known.entityOf.keys(), ...before.keys(), ...doubtedNames]);
  const conditions = [...concerned].map((name) =>
    wronglyCounted(name, entityOf(name), before.get(name), (id) => listOfKnown(known, id)),
  );
  await correctFound(store, known, conditions);
}

/**
 * Puts right what a comparison of each entity's articles with those counted to it shows: of several processes that fill a corpus, one
 * may know for a moment what held before, and count an article to an entity of which it has no name.
 */
export async function correctMiscounted(
  store: CorpusStore,
  known: KnownEntities,
  entities: readonly EntityDocument[],
): Promise<void> {
  const conditions: JsonObject[] = [];
  for (const list of lists) {
    const field = entityField(list);
    const missing = new Map(
      entities.filter((entity) => entity.list === list).map((entity) => [entity.id, entity]),
    );
    for await (const { value, articles } of store.values(field)) {
      const entity = missing.get(value);
      missing.delete(value);
      if (!entity) conditions.push({ term: { [field]: value } });
      else if (entity.articles !== articles) conditions.push(...miscounted(entity));
    }
    for (const entity of missing.values()) if (entity.articles > 0) conditions.push(...miscounted(entity));
  }
  await correctFound(store, known, conditions);
}

/** Articles that are counted to an entity and have none of its names, or have one and are not. */
function miscounted({ id, list, names }: EntityDocument): readonly JsonObject[] {
  const isCounted = { term: { [entityField(list)]: id } };
  const isNamed = { terms: { names } };
  return [
    { bool: { filter: [isCounted], must_not: [isNamed] } },
    { bool: { filter: [isNamed], must_not: [isCounted] } },
  ];
}

async function correctFound(
  store: CorpusStore,
  known: KnownEntities,
  conditions: readonly JsonObject[],
): Promise<void> {
  // Until the server shows what is put right, other conditions find it too. What it becomes depends on its names alone.
  const done = new Set<string>();
  for (let i = 0; i < conditions.length; i += conditionsAtOnce) {
    const query = { bool: { should: conditions.slice(i, i + conditionsAtOnce), minimum_should_match: 1 } };
    let changes: BulkChange[] = [];
    const found = store.scan<{ content?: Pick<ArticleContent, 'names'> }>('articles', query, 'id', [
      'content.names',
    ]);
    for await (const hit of found) {
      const { _id, _source } = hit;
      if (done.has(_id)) continue;
      done.add(_id);
      const own = (_source.content?.names ?? []).map((name) => known.entityOf.get(name) ?? name);
      // The server lays it over the rest of the document, of `content` too.
      const fields = { content: { entities: own }, ...entityFields(own, (id) => listOfKnown(known, id)) };
      changes.push({ kind: 'update', id: _id, fields, of: hit });
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
  if (done.size > 0) await store.refresh('articles');
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
