import {
  byBucketRank,
  isUnfiltered,
  nextCursor,
  pageStart,
  reviewGroups,
  type CheckedFilter,
  type CorpusStatus,
  type EntityId,
  type EntitySeries,
  type EntityList,
  type FacetBucket,
  type FacetField,
  type Histogram,
  type HistogramStep,
  type PageRequest,
  type Slice,
} from '../../core/index.ts';
import { entityField, possibleValues, readCountedValue } from './articleDocument.ts';
import type { JsonObject } from './cluster.ts';
import type { Bucket } from './corpusStore.ts';
import { datedAggs, readDated } from './datedCounts.ts';
import type { EntityDocument } from './entityDocuments.ts';
import { byRank, countOverlaid } from './entityOverlay.ts';
import { reviewQuery } from './queries.ts';
import { cursorOf, placeOf, queryOf, type Reading } from './reading.ts';

/** Beyond the page, so that entities of as many articles are ordered by their mentions and names. */
const slack = 200;
/** What a server counts at most in one answer. */
const mostBuckets = 60_000;

export async function facet(
  reading: Reading,
  filter: CheckedFilter,
  by: FacetField,
  page: PageRequest,
): Promise<Slice<FacetBucket>> {
  if (by === 'outlet' || by === 'language') return paged(await valueBuckets(reading, filter, by), page);
  if (by === 'review') return paged(await reviewBuckets(reading, filter), page);
  return isUnfiltered(filter) ? storedEntities(reading, by, page) : entityBuckets(reading, filter, by, page);
}

function paged(buckets: readonly FacetBucket[], page: PageRequest): Slice<FacetBucket> {
  const start = pageStart(page);
  const items = [...buckets].sort(byBucketRank).slice(start, start + page.limit);
  return { items, total: buckets.length, ...nextCursor(start, items.length, buckets.length) };
}

async function valueBuckets(reading: Reading, filter: CheckedFilter, field: string): Promise<FacetBucket[]> {
  const { aggregations } = await reading.store.search('articles', {
    size: 0,
    track_total_hits: false,
    query: await queryOf(reading, filter),
    aggs: { values: { terms: { field, size: mostBuckets } } },
  });
  const buckets = aggregations!['values']!.buckets as readonly Bucket[];
  return buckets.map(({ key, doc_count }) => ({ value: key, label: key, articles: doc_count }));
}

async function reviewBuckets(reading: Reading, filter: CheckedFilter): Promise<FacetBucket[]> {
  const filters = Object.fromEntries(reviewGroups.map((group) => [group, reviewQuery(group, reading.dates)]));
  const { aggregations } = await reading.store.search('articles', {
    size: 0,
    track_total_hits: false,
    query: await queryOf(reading, filter),
    aggs: { groups: { filters: { filters } } },
  });
  const buckets = aggregations!['groups']!.buckets as Readonly<Record<string, { doc_count: number }>>;
  return reviewGroups
    .map((group) => ({ value: group, label: group, articles: buckets[group]!.doc_count }))
    .filter(({ articles }) => articles > 0);
}

/** Of a whole corpus the entities are kept counted and in order; those of the reader's own choices stand among them. */
async function storedEntities(
  { store, entities }: Reading,
  list: EntityList,
  page: PageRequest,
): Promise<Slice<FacetBucket>> {
  const { after, shown } = placeOf(page);
  const overlay = await entities.overlay();
  const own = overlay.of(list);
  const { hits } = await store.search<EntityDocument>('entities', {
    size: page.limit,
    query: { bool: { filter: [{ term: { list } }], must_not: [{ terms: { id: overlay.replaced } }] } },
    track_total_hits: true,
    sort: [{ articles: 'desc' }, { mentions: 'desc' }, { label: 'asc' }, { id: 'asc' }],
    _source: ['id', 'label', 'articles', 'mentions', 'isCurated'],
    ...(after && { search_after: after }),
  });
  const found = [
    ...hits.hits.map(({ _source, sort }) => ({ entity: _source, sort })),
    ...own.slice(shown).map((entity) => ({ entity, sort: undefined })),
  ].sort((a, b) => byRank(a.entity, b.entity));
  const items = found.slice(0, page.limit);
  const last = items.filter(({ sort }) => sort !== undefined).at(-1)?.sort ?? after;
  const place = {
    shown: shown + items.filter(({ sort }) => sort === undefined).length,
    ...(last && { after: last }),
  };
  const isFull =
    items.length === page.limit && (found.length > items.length || hits.hits.length === page.limit);
  return {
    items: items.map(({ entity }) => bucketOf(entity, entity.articles, entity.mentions)),
    total: hits.total!.value + own.length,
    ...(isFull && { cursor: cursorOf(place) }),
  };
}

/** The numbers of entities by list, with the reader's own choices. */
export async function withOverlay(
  { store, entities }: Reading,
  counts: CorpusStatus['entities'],
): Promise<CorpusStatus['entities']> {
  const overlay = await entities.overlay();
  if (overlay.replaced.length + overlay.entities.length === 0) return counts;
  const { aggregations } = await store.search('entities', {
    size: 0,
    track_total_hits: false,
    query: { terms: { id: overlay.replaced } },
    aggs: { lists: { terms: { field: 'list' } } },
  });
  const gone = new Map(
    (aggregations!['lists']!.buckets as readonly Bucket[]).map(({ key, doc_count }) => [key, doc_count]),
  );
  const of = (list: EntityList): number =>
    (counts[list] ?? 0) - (gone.get(list) ?? 0) + overlay.of(list).length;
  const unsure = of('unsure');
  return { ORG: of('ORG'), PER: of('PER'), LOC: of('LOC'), ...(unsure > 0 && { unsure }) };
}

function bucketOf({ id, label, isCurated }: EntityDocument, articles: number, mentions: number): FacetBucket {
  return { value: id, label, articles, mentions, ...(isCurated && { isCurated: true }) };
}

async function entityBuckets(
  reading: Reading,
  filter: CheckedFilter,
  list: EntityList,
  page: PageRequest,
): Promise<Slice<FacetBucket>> {
  const start = pageStart(page);
  const query = await queryOf(reading, filter);
  const field = entityField(list);
  const size = Math.min(mostBuckets, start + page.limit + slack);
  const overlay = await reading.entities.overlay();
  const exclude = overlay.replaced.length > 0 && { exclude: overlay.replaced };
  const overlaid = await countOverlaid(reading.store, query, overlay.of(list));
  const { aggregations } = await reading.store.search('articles', {
    size: 0,
    track_total_hits: false,
    query,
    aggs: {
      entities: { terms: { field, size, shard_size: Math.min(mostBuckets, size * 2 + 1000), ...exclude } },
      total: { cardinality: { field, precision_threshold: 40_000 } },
    },
  });
  const found = aggregations!['entities']!;
  const counted = found.buckets as readonly Bucket[];
  const isAll = (found.sum_other_doc_count ?? 0) === 0;
  const others = isAll ? counted.length : Math.max(counted.length, aggregations!['total']!.value ?? 0);
  const total = others + overlaid.length;
  const buckets = await entityCounts(reading, query, [...counted, ...overlaid]);
  const items = buckets.sort(byBucketRank).slice(start, start + page.limit);
  const isApproximate = (found.doc_count_error_upper_bound ?? 0) > 0 || (!isAll && total > 40_000);
  return { items, total, ...nextCursor(start, items.length, total), ...(isApproximate && { isApproximate }) };
}

/** Entities with their articles as counted, and their mentions in the articles of a query. */
export async function entityCounts(
  reading: Reading,
  query: JsonObject,
  counted: readonly Bucket[],
): Promise<FacetBucket[]> {
  const entities = await reading.entities.withIds(counted.map(({ key }) => key));
  const names = [...entities.values()].flatMap((entity) => entity.names);
  const mentions = await mentionsOf(reading, query, names);
  return counted.flatMap(({ key, doc_count }) => {
    const entity = entities.get(key);
    const sum = entity?.names.reduce((all, name) => all + (mentions.get(name) ?? 0), 0) ?? 0;
    return entity === undefined ? [] : bucketOf(entity, doc_count, sum);
  });
}

/** How often names are mentioned in the articles of a query. */
export async function mentionsOf(
  { store }: Reading,
  query: JsonObject,
  names: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, number>> {
  const sums = new Map<EntityId, number>();
  // A value a bit: their number is what a server lets one ask for at once.
  const namesAtOnce = 2500;
  for (let i = 0; i < names.length; i += namesAtOnce) {
    const include = names.slice(i, i + namesAtOnce).flatMap(possibleValues);
    const { aggregations } = await store.search('articles', {
      size: 0,
      track_total_hits: false,
      query,
      aggs: { counts: { terms: { field: 'nameCounts', include, size: include.length } } },
    });
    for (const { key, doc_count } of aggregations!['counts']!.buckets as readonly Bucket[]) {
      const { value, worth } = readCountedValue(key);
      sums.set(value, (sums.get(value) ?? 0) + doc_count * worth);
    }
  }
  return sums;
}

export async function histogram(
  reading: Reading,
  filter: CheckedFilter,
  step: HistogramStep,
  ids: readonly EntityId[] | undefined,
): Promise<Omit<Histogram, 'generation'>> {
  const query = await queryOf(reading, filter);
  const { aggregations } = await reading.store.search('articles', {
    size: 0,
    track_total_hits: false,
    query,
    aggs: datedAggs(reading.dates, step),
  });
  const { periods, undated } = readDated(aggregations!, step);
  const entities = ids && (await Promise.all(ids.map((id) => reading.entities.named(id))));
  const known = entities?.filter((entity) => entity !== undefined);
  return {
    periods: periods.map(({ period, articles }) => ({ period, articles })),
    undated: undated.articles,
    ...(known && {
      entities: await Promise.all(known.map((entity) => seriesOf(reading, query, step, entity))),
    }),
  };
}

type Counted = Bucket & { readonly counts: { readonly buckets: readonly Bucket[] } };

/** One entity's articles and mentions by period. */
async function seriesOf(
  { store, dates }: Reading,
  query: JsonObject,
  step: HistogramStep,
  { id, label, names }: EntityDocument,
): Promise<EntitySeries> {
  const include = names.flatMap(possibleValues);
  const counts = { terms: { field: 'nameCounts', include, size: include.length } };
  const { aggregations } = await store.search('articles', {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [query, { terms: { names } }] } },
    aggs: datedAggs(dates, step, { counts }),
  });
  const { periods, undated } = readDated<Counted>(aggregations!, step);
  return {
    id,
    name: label,
    periods: periods.map(({ period, articles, parts }) => ({
      period,
      articles,
      mentions: mentionsIn(parts),
    })),
    undated: { articles: undated.articles, mentions: mentionsIn(undated.parts) },
  };
}

function mentionsIn(parts: readonly Counted[]): number {
  return parts
    .flatMap(({ counts }) => counts.buckets)
    .reduce((sum, { key, doc_count }) => sum + doc_count * readCountedValue(key).worth, 0);
}
