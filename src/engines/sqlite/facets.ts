import {
  bitsOfMarks,
  byBucketRank,
  dateMarks,
  dateOfCode,
  isUnfiltered,
  narrowsByDatesOnly,
  nextCursor,
  pageStart,
  reviewGroups,
  truncateCode,
  type CheckedFilter,
  type DateMark,
  type EntityList,
  type EntitySeries,
  type FacetBucket,
  type FacetField,
  type Histogram,
  type HistogramStep,
  type PageRequest,
} from '../../core/index.ts';
import { listNumber, storedEntity, type EntityCounts, type StoredEntity } from './entityTable.ts';
import type { Parts } from './parts.ts';
import { entityCounts, selectDocuments } from './selectDocuments.ts';

/** A page before the index's generation is put on it. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly cursor?: string;
  readonly isApproximate?: boolean;
}

export function facet(
  parts: Parts,
  filter: CheckedFilter,
  by: FacetField,
  page: PageRequest,
): Slice<FacetBucket> {
  if (by === 'outlet' || by === 'language') return slice(valueBuckets(parts, filter, by), page);
  if (by === 'review') return slice(reviewBuckets(parts, filter), page);
  if (isUnfiltered(filter)) return storedEntities(parts, by, page);
  return topEntities(parts, countsOf(parts, filter), by, page);
}

/** The last counts that were asked for: a tree asks for its lists one after the other, with the same filter. */
const keptCounts = 4;

/** The counts among the articles that a filter lets in. */
function countsOf(parts: Parts, filter: CheckedFilter): EntityCounts {
  const key = JSON.stringify(filter, (_, value: unknown) =>
    value instanceof Set ? [...(value as Set<unknown>)] : value,
  );
  const known = parts.counts.get(key) ?? countEntities(parts, selectDocuments(parts, filter));
  parts.counts.delete(key);
  parts.counts.set(key, known);
  if (parts.counts.size > keptCounts) parts.counts.delete(parts.counts.keys().next().value!);
  return known;
}

export function countEntities({ entities, forward }: Parts, docs: Uint32Array): EntityCounts {
  const { entityOf } = entities.mapping();
  const articles = new Uint32Array(entityOf.length);
  const mentions = new Uint32Array(entityOf.length);
  // Two names of one entity in one article count as one article.
  const lastDoc = new Int32Array(entityOf.length).fill(-1);
  forward.visit(docs, (name, count, doc) => {
    const entity = entityOf[name]!;
    mentions[entity]! += count;
    if (lastDoc[entity] === doc) return;
    lastDoc[entity] = doc;
    articles[entity]!++;
  });
  return { articles, mentions };
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
  const isListed = (id: number): boolean => articles[id]! > 0 && listOf[id] === wanted;
  const { total, least } = leastOnPage(articles, isListed, start + page.limit);
  if (start >= total) return { items: [], total };
  const ids: number[] = [];
  for (let id = 0; id < articles.length; id++) if (articles[id]! >= least && isListed(id)) ids.push(id);
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

/** How many entities are listed, and the least number of articles that one of the first `end` of them has. */
function leastOnPage(
  articles: Uint32Array,
  isListed: (id: number) => boolean,
  end: number,
): { readonly total: number; readonly least: number } {
  let total = 0;
  let most = 0;
  for (let id = 0; id < articles.length; id++) {
    if (!isListed(id)) continue;
    total++;
    if (articles[id]! > most) most = articles[id]!;
  }
  const sizes = new Uint32Array(most + 1);
  for (let id = 0; id < articles.length; id++) if (isListed(id)) sizes[articles[id]!]!++;
  let least = most;
  for (let above = sizes[least] ?? 0; above < end && least > 1;) above += sizes[--least]!;
  return { total, least };
}

export function histogram(
  parts: Parts,
  filter: CheckedFilter,
  step: HistogramStep,
): Omit<Histogram, 'generation'> {
  const counts = new Map<number, number>();
  let undated = 0;
  const count = (date: number, articles: number): void => {
    if (date === 0) undated += articles;
    else counts.set(truncateCode(date, step), (counts.get(truncateCode(date, step)) ?? 0) + articles);
  };
  if (narrowsByDatesOnly(filter)) {
    for (const { date, articles } of parts.periods.admitted(filter)) count(date, articles);
  } else {
    for (const doc of selectDocuments(parts, filter)) count(parts.columns.date(doc), 1);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return { periods: sorted.map(([code, articles]) => ({ period: dateOfCode(code), articles })), undated };
}

/** Articles and mentions of an entity by period, among some articles (ascending; all of them when undefined). */
export function entitySeries(
  parts: Parts,
  docs: Uint32Array | undefined,
  entity: StoredEntity,
  step: HistogramStep,
): EntitySeries {
  const counts = new Map<number, { articles: number; mentions: number }>();
  let at = 0;
  const all = entityCounts(parts, entity.id);
  for (let i = 0; i < all.docs.length; i++) {
    const doc = all.docs[i]!;
    if (docs) {
      while (at < docs.length && docs[at]! < doc) at++;
      if (docs[at] !== doc) continue;
    }
    const period = truncateCode(parts.columns.date(doc), step);
    const count = counts.get(period) ?? { articles: 0, mentions: 0 };
    counts.set(period, count);
    count.articles++;
    count.mentions += all.mentions[i]!;
  }
  const undated = counts.get(0) ?? { articles: 0, mentions: 0 };
  counts.delete(0);
  const periods = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([code, count]) => ({ period: dateOfCode(code), ...count }));
  return { id: entity.entityId, name: entity.label, periods, undated };
}

/** A page of items that are all at hand. */
function slice<T>(items: readonly T[], page: PageRequest): Slice<T> {
  const start = pageStart(page);
  const shown = items.slice(start, start + page.limit);
  return { items: shown, total: items.length, ...nextCursor(start, shown.length, items.length) };
}

function storedEntities({ database }: Parts, list: EntityList, page: PageRequest): Slice<FacetBucket> {
  const start = pageStart(page);
  const total = Number(
    database.get('SELECT count(*) AS total FROM entity WHERE list = ?', listNumber(list))?.['total'],
  );
  const rows = database.all(
    `SELECT * FROM entity WHERE list = ? ORDER BY articles DESC, mentions DESC, label, key LIMIT ? OFFSET ?`,
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
  const docs = isUnfiltered(filter) ? parts.columns.documents() : selectDocuments(parts, filter);
  const counts = new Uint32Array(2 ** dateMarks.length);
  for (const doc of docs) counts[parts.columns.marks(doc)]!++;
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

function countSameTexts({ sameTexts }: Parts, docs: Uint32Array): number {
  const twice = sameTexts.documents();
  return twice.size === 0 ? 0 : docs.reduce((sum, doc) => sum + Number(twice.has(doc)), 0);
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
