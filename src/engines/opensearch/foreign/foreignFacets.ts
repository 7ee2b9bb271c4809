import {
  byBucketRank,
  entityId,
  isUnfiltered,
  nextCursor,
  pageStart,
  type CheckedFilter,
  type EntityType,
  type FacetBucket,
  type FacetField,
  type PageRequest,
  type Slice,
} from '../../../core/index.ts';
import type { JsonObject } from '../cluster.ts';
import { countValues } from './foreignCounts.ts';
import { languageCode } from './foreignLanguages.ts';
import type { ForeignName } from './foreignNames.ts';
import { queryOf, type ForeignReading } from './foreignReading.ts';

/** Names beyond those that are shown, so that names of as many articles are ordered by their mentions. */
export const slack = 100;
/** As many as a server gives in one answer. */
const mostBuckets = 10_000;

export async function facet(
  reading: ForeignReading,
  filter: CheckedFilter,
  by: FacetField,
  page: PageRequest,
): Promise<Slice<FacetBucket>> {
  const start = pageStart(page);
  const query = await queryOf(reading, filter);
  if (by === 'ORG' || by === 'PER' || by === 'LOC')
    return namesPage(reading, by, isUnfiltered(filter) ? undefined : query, start, page.limit);
  const buckets = await valueBuckets(reading, by, query);
  const items = buckets.sort(byBucketRank).slice(start, start + page.limit);
  return { items, total: buckets.length, ...nextCursor(start, items.length, buckets.length) };
}

/** Names of a type as an entity list shows them, in its order. */
export function entityBuckets(type: EntityType, names: readonly ForeignName[]): FacetBucket[] {
  return names
    .map(({ key, label, articles, mentions }) => ({ value: entityId(type, key), label, articles, mentions }))
    .sort(byBucketRank);
}

async function namesPage(
  { names: source }: ForeignReading,
  type: EntityType,
  query: JsonObject | undefined,
  start: number,
  limit: number,
): Promise<Slice<FacetBucket>> {
  const size = Math.min(mostBuckets, start + limit + slack);
  const { names, total, isApproximate } = await source.count(type, query, size);
  const items = entityBuckets(type, names).slice(start, start + limit);
  return {
    items,
    total,
    ...nextCursor(start, items.length, total),
    ...(isApproximate && { isApproximate }),
  };
}

/** Of a field other than names; none of what no such server knows. */
async function valueBuckets(
  { articles }: ForeignReading,
  by: FacetField,
  query: JsonObject,
): Promise<FacetBucket[]> {
  const { fields } = articles;
  if (by === 'outlet') return countValues(articles, query, fields.outlet);
  if (by !== 'language') return [];
  const sums = new Map<string, number>();
  for (const { value, articles: count } of await countValues(articles, query, fields.language)) {
    const code = languageCode(value);
    sums.set(code, (sums.get(code) ?? 0) + count);
  }
  return [...sums].map(([value, count]) => ({ value, label: value, articles: count }));
}
