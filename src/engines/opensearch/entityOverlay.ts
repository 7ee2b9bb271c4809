import {
  hidden,
  namesOfChoice,
  type EntityChoice,
  type EntityId,
  type EntityList,
} from '../../core/index.ts';
import { readCountedValue, splitValue, type ArticleContent } from './articleDocument.ts';
import type { JsonObject } from './cluster.ts';
import type { Bucket, CorpusStore } from './corpusStore.ts';
import { joinCounted, nameCount, type EntityDocument, type NameCount } from './entityDocuments.ts';
import { beginningsOf } from './namePatterns.ts';

/**
 * The entities that the reader's own choices speak of, as they are by them, over what the server holds: renamed, merged, split, of
 * another type, or none. Nothing is written; the answers are those of a corpus to which the choices were pushed.
 */
export class EntityOverlay {
  /** Best first, as lists have them. */
  readonly entities: readonly EntityDocument[];
  /** Ids of what the server holds in their place: left out of what it counts. */
  readonly replaced: readonly EntityId[];
  private readonly byName: ReadonlyMap<EntityId, EntityDocument | undefined>;
  private readonly byId: ReadonlyMap<EntityId, EntityDocument>;

  constructor(
    entities: readonly EntityDocument[],
    names: readonly EntityId[] = [],
    replaced: readonly EntityId[] = [],
  ) {
    this.entities = entities;
    this.replaced = replaced;
    const named = entities.flatMap((entity) => entity.names.map((name) => [name, entity] as const));
    this.byName = new Map<EntityId, EntityDocument | undefined>([
      ...names.map((name) => [name, undefined] as const),
      ...named,
    ]);
    this.byId = new Map(entities.map((entity) => [entity.id, entity]));
  }

  /** Whether the choices speak of a name; `named` says then what it is. */
  has(name: EntityId): boolean {
    return this.byName.has(name);
  }

  /** Undefined for what the user calls no entity. */
  named(name: EntityId): EntityDocument | undefined {
    return this.byName.get(name);
  }

  withId(id: EntityId): EntityDocument | undefined {
    return this.byId.get(id);
  }

  of(list: EntityList): readonly EntityDocument[] {
    return this.entities.filter((entity) => entity.list === list);
  }

  /** The entities of an article's names. */
  entitiesIn({ names, entities }: Pick<ArticleContent, 'names' | 'entities'>): readonly EntityId[] {
    if (this.byName.size === 0) return entities;
    return entities.map((entity, i) => {
      const name = names[i]!;
      return this.has(name) ? (this.named(name)?.id ?? hidden) : entity;
    });
  }
}

/** Of a reader who has said nothing. */
export const noOverlay = new EntityOverlay([]);

/** Entities in one answer, at most: each has its own names. */
const entitiesAtOnce = 2000;
/** Names that are asked for in one request. */
const namesAtOnce = 200;
/** Of the names of one pattern: a few dozen, of which each is written in a few ways. */
const mostSurfaces = 5000;

/** Counts the names that choices speak of, on the server, and applies the choices to them. */
export async function readOverlay(
  store: CorpusStore,
  choices: readonly EntityChoice[],
): Promise<EntityOverlay> {
  if (choices.length === 0) return noOverlay;
  const told = [...new Set(choices.flatMap(namesOfChoice))];
  const before = await entitiesNamed(store, told);
  const names = [...new Set([...told, ...before.flatMap((entity) => entity.names)])];
  const joined = new Map(
    before.flatMap(({ id, names: own }) =>
      own.filter((name) => name !== id).map((name) => [name, id] as const),
    ),
  );
  const counted = joinCounted(await countsOf(store, names), () => joined, choices).entities;
  const articles = await articlesOf(
    store,
    counted.map((entity) => entity.names),
  );
  const entities = counted.map((entity, i): EntityDocument => ({ ...entity, articles: articles[i]! }));
  const ordered = entities.sort(byRank);
  return new EntityOverlay(
    ordered,
    names,
    before.map(({ id }) => id),
  );
}

/** The entities that have one of some names. */
async function entitiesNamed(store: CorpusStore, all: readonly EntityId[]): Promise<EntityDocument[]> {
  const found = new Map<EntityId, EntityDocument>();
  for (const names of parted(all, entitiesAtOnce)) {
    const { hits } = await store.search<EntityDocument>('entities', {
      size: names.length,
      track_total_hits: false,
      query: { terms: { names } },
    });
    for (const { _source } of hits.hits) found.set(_source.id, _source);
  }
  return [...found.values()];
}

/** As the server orders the list of a whole corpus. */
export function byRank(a: EntityDocument, b: EntityDocument): number {
  return (
    b.articles - a.articles || b.mentions - a.mentions || compare(a.label, b.label) || compare(a.id, b.id)
  );
}

/** How many articles of a query name each of some entities. */
export async function countOverlaid(
  store: CorpusStore,
  query: JsonObject,
  entities: readonly EntityDocument[],
): Promise<Bucket[]> {
  const counts = await articlesOf(
    store,
    entities.map(({ names }) => names),
    query,
  );
  return entities.flatMap(({ id }, i) => (counts[i]! > 0 ? [{ key: id, doc_count: counts[i]! }] : []));
}

async function articlesOf(
  store: CorpusStore,
  names: readonly (readonly EntityId[])[],
  query: JsonObject = { match_all: {} },
): Promise<number[]> {
  const counts: number[] = [];
  for (const some of parted(names, entitiesAtOnce)) {
    const filters = Object.fromEntries(some.map((own, i) => [String(i), { terms: { names: own } }]));
    const { aggregations } = await store.search('articles', {
      size: 0,
      track_total_hits: false,
      query,
      aggs: { entities: { filters: { filters } } },
    });
    const buckets = aggregations!['entities']!.buckets as Readonly<Record<string, { doc_count: number }>>;
    counts.push(...some.map((_, i) => buckets[String(i)]!.doc_count));
  }
  return counts;
}

/** What the articles say of some names, as `settleEntities` counts all of them. */
async function countsOf(store: CorpusStore, all: readonly EntityId[]): Promise<Map<EntityId, NameCount>> {
  const terms = (field: string, include: unknown, size: number) => ({ terms: { field, include, size } });
  const counts = new Map<EntityId, NameCount>();
  for (const names of parted(all, namesAtOnce)) {
    const surfaces = beginningsOf(names).map(
      (beginning, i) => [`surfaces ${i}`, terms('surfaceCounts', beginning, mostSurfaces)] as const,
    );
    const { aggregations } = await store.search('articles', {
      size: 0,
      track_total_hits: false,
      query: { terms: { names } },
      aggs: {
        names: terms('names', names, names.length),
        sure: terms('sureNames', names, names.length),
        ...Object.fromEntries(surfaces),
      },
    });
    const bucketsOf = (of: string): readonly Bucket[] => aggregations![of]!.buckets as readonly Bucket[];
    for (const { key, doc_count } of bucketsOf('names')) nameCount(counts, key).articles = doc_count;
    for (const { key } of bucketsOf('sure')) nameCount(counts, key).isSure = true;
    for (const { key, doc_count } of surfaces.flatMap(([of]) => bucketsOf(of))) {
      const { value, worth } = readCountedValue(key);
      const [id = '', surface = ''] = splitValue(value);
      const count = nameCount(counts, id);
      count.mentions += doc_count * worth;
      count.surfaces.set(surface, (count.surfaces.get(surface) ?? 0) + doc_count * worth);
    }
  }
  return counts;
}

function* parted<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
