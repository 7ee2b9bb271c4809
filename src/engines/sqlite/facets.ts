import {
  bitsOfMarks,
  byBucketRank,
  entityTypes,
  isUnfiltered,
  nextCursor,
  pageStart,
  reviewGroups,
  type CheckedFilter,
  type DateMark,
  type EntityList,
  type FacetBucket,
  type FacetField,
  type PageRequest,
  type Slice,
} from '../../core/index.ts';
import { listNumber, storedEntity, typeNumber, type EntityCounts } from './entityTable.ts';
import { filterKey } from './filterKey.ts';
import type { Parts } from './parts.ts';
import { selectDocuments } from './selectDocuments.ts';

export function facet(
  parts: Parts,
  filter: CheckedFilter,
  by: FacetField,
  page: PageRequest,
): Slice<FacetBucket> {
  const key = filterKey(filter);
  return parts.facets.get(JSON.stringify([key, by, page]), () => {
    if (by === 'outlet' || by === 'language') return slice(valueBuckets(parts, filter, by), page);
    if (by === 'review') return slice(reviewBuckets(parts, filter), page);
    if (isUnfiltered(filter)) return storedEntities(parts, by, page);
    return topEntities(parts, countsOf(parts, filter, key), by, page);
  });
}

/** The counts among the articles that a filter lets in. */
function countsOf(parts: Parts, filter: CheckedFilter, key: string): EntityCounts {
  return parts.counts.get(key, () => countEntities(parts, selectDocuments(parts, filter)));
}

/**
 * Articles and mentions of each entity among some articles (ascending). A frequent entity's articles have a million names:
 * they are counted by name, and only where two names of one entity could stand in one article, is each article looked at.
 */
export function countEntities({ entities, forward }: Parts, docs: Uint32Array): EntityCounts {
  const { entityOf } = entities.mapping();
  const isJoined = joinedNames(entityOf);
  const articles = new Uint32Array(entityOf.length);
  const mentions = new Uint32Array(entityOf.length);
  const lastDoc = new Int32Array(entityOf.length).fill(-1);
  forward.each(docs, (numbers, count, doc) => {
    for (let at = 0; at < count; at += 2) {
      const name = numbers[at]!;
      const often = numbers[at + 1]!;
      if (isJoined[name] === 0) {
        mentions[name]! += often;
        articles[name]!++;
        continue;
      }
      const entity = entityOf[name]!;
      mentions[entity]! += often;
      if (lastDoc[entity] === doc) continue;
      lastDoc[entity] = doc;
      articles[entity]!++;
    }
  });
  return { articles, mentions };
}

/** For each name, 1 when it is not the only one of its entity. */
function joinedNames(entityOf: Uint32Array): Uint8Array {
  const isJoined = new Uint8Array(entityOf.length);
  for (let name = 0; name < entityOf.length; name++) {
    const entity = entityOf[name]!;
    if (entity !== name) isJoined[name] = isJoined[entity] = 1;
  }
  return isJoined;
}

/** A page of the entities counted, best first. Names are read only where they decide the order. */
export function topEntities(
  parts: Parts,
  counts: EntityCounts,
  list: EntityList,
  page: PageRequest,
): Slice<FacetBucket> {
  const { articles, mentions } = counts;
  const { listOf } = parts.entities.mapping();
  const wanted = listNumber(list);
  const start = pageStart(page);
  const listed = new Uint32Array(articles.length);
  let total = 0;
  for (let id = 0; id < articles.length; id++)
    if (articles[id] !== 0 && listOf[id] === wanted) listed[total++] = id;
  if (start >= total) return { items: [], total };
  const least = leastOnPage(articles, listed.subarray(0, total), start + page.limit);
  const ids: number[] = [];
  for (let i = 0; i < total; i++) if (articles[listed[i]!]! >= least) ids.push(listed[i]!);
  const byCounts = (a: number, b: number): number =>
    articles[b]! - articles[a]! || mentions[b]! - mentions[a]!;
  ids.sort(byCounts);
  // Entities with equal counts are ordered by name: take in all that tie with the ends of the page.
  let first = start;
  let end = Math.min(start + page.limit, ids.length);
  while (first > 0 && byCounts(ids[first - 1]!, ids[start]!) === 0) first--;
  while (end < ids.length && byCounts(ids[end - 1]!, ids[end]!) === 0) end++;
  const buckets = ids.slice(first, end).map((id) => {
    const { entityId: value, label, isCurated } = parts.entities.byId(id)!;
    const counted = { value, label, articles: articles[id]!, mentions: mentions[id]! };
    return { ...counted, ...(isCurated && { isCurated }) };
  });
  const items = buckets.sort(byBucketRank).slice(start - first, start - first + page.limit);
  return { items, total, ...nextCursor(start, items.length, total) };
}

/** The least number of articles that one of the first `end` of some entities has. */
function leastOnPage(articles: Uint32Array, listed: Uint32Array, end: number): number {
  let least = 0;
  for (let i = 0; i < listed.length; i++) if (articles[listed[i]!]! > least) least = articles[listed[i]!]!;
  const sizes = new Uint32Array(least + 1);
  for (let i = 0; i < listed.length; i++) sizes[articles[listed[i]!]!]!++;
  for (let above = sizes[least]!; above < end && least > 1;) above += sizes[--least]!;
  return least;
}

/** A page of items that are all at hand. */
function slice<T>(items: readonly T[], page: PageRequest): Slice<T> {
  const start = pageStart(page);
  const shown = items.slice(start, start + page.limit);
  return { items: shown, total: items.length, ...nextCursor(start, shown.length, items.length) };
}

/** As the ids of entities are ordered, which begin with the type: of names that are alike in a list of all types. */
const typeOrder = `CASE type ${[...entityTypes]
  .sort()
  .map((type, place) => `WHEN ${typeNumber(type)} THEN ${place}`)
  .join(' ')} END`;

function storedEntities({ database }: Parts, list: EntityList, page: PageRequest): Slice<FacetBucket> {
  const start = pageStart(page);
  const total = Number(
    database.get('SELECT count(*) AS total FROM entity WHERE list = ?', listNumber(list))?.['total'],
  );
  const byType = list === 'unsure' ? `${typeOrder}, ` : '';
  const rows = database.all(
    `SELECT * FROM entity WHERE list = ?
     ORDER BY articles DESC, mentions DESC, label, ${byType}key LIMIT ? OFFSET ?`,
    listNumber(list),
    page.limit,
    start,
  );
  const items = rows.map((row) => {
    const { entityId: value, label, articles, mentions, isCurated } = storedEntity(row);
    return { value, label, articles, mentions, ...(isCurated && { isCurated }) };
  });
  return { items, total, ...nextCursor(start, items.length, total) };
}

function reviewBuckets(parts: Parts, filter: CheckedFilter): FacetBucket[] {
  const docs = isUnfiltered(filter) ? undefined : selectDocuments(parts, filter);
  const counts = parts.columns.countMarks(docs);
  return reviewGroups
    .map((group) => {
      const articles = group === 'sameText' ? countSameTexts(parts, docs) : withMark(counts, group);
      return { value: group, label: group, articles };
    })
    .filter(({ articles }) => articles > 0)
    .sort(byBucketRank);
}

/** How many articles have a mark, of the counts of each set of marks. */
function withMark(counts: Uint32Array, mark: DateMark): number {
  const bits = bitsOfMarks([mark]);
  return counts.reduce((sum, articles, marks) => sum + ((marks & bits) === 0 ? 0 : articles), 0);
}

function countSameTexts({ sameTexts }: Parts, docs: Uint32Array | undefined): number {
  const twice = sameTexts.documents();
  if (!docs || twice.size === 0) return twice.size;
  let count = 0;
  for (let i = 0; i < docs.length; i++) if (twice.has(docs[i]!)) count++;
  return count;
}

function valueBuckets(parts: Parts, filter: CheckedFilter, by: 'outlet' | 'language'): FacetBucket[] {
  const counts = new Map<number, number>();
  const labels = parts.database.all(
    'SELECT id, value, articles FROM label WHERE field = ? AND articles > 0',
    by,
  );
  if (isUnfiltered(filter)) {
    for (const row of labels) counts.set(Number(row['id']), Number(row['articles']));
  } else {
    for (const doc of selectDocuments(parts, filter)) {
      const id = parts.columns[by](doc);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const buckets = labels.map((row) => {
    const value = String(row['value']);
    return { value, label: value, articles: counts.get(Number(row['id'])) ?? 0 };
  });
  return buckets.filter(({ articles }) => articles > 0).sort(byBucketRank);
}
