import type { ArticleId, SearchSort, DocumentSort } from '../../core/index.ts';
import { documentId } from './articleDocument.ts';
import type { JsonObject } from './cluster.ts';
import type { Hit } from './corpusStore.ts';
import { withIds } from './dateOverlay.ts';
import { compareByDate, placeByDate, sortOf } from './queries.ts';
import type { Reading } from './reading.ts';

/** An article with its place in an order, after which the next page begins. */
export interface OrderedArticle<T> {
  readonly source: T;
  readonly sort: readonly (string | number)[];
}

export interface OrderedQuestion {
  readonly query: JsonObject;
  readonly sort: DocumentSort | SearchSort;
  readonly size: number;
  readonly after: readonly (string | number)[] | undefined;
  readonly fields: readonly string[];
  /** Nobody asks how many there are in all. */
  readonly isUncounted?: boolean;
}

interface OrderedArticles<T> {
  readonly hits: readonly OrderedArticle<T>[];
  /** 0 when nobody asked. */
  readonly total: number;
}

/** Some articles of a query in an order; those that the reader dated stand where their dates put them. */
export async function articlesInOrder<T>(
  reading: Reading,
  question: OrderedQuestion,
): Promise<OrderedArticles<T>> {
  const { store, dates } = reading;
  const { query, sort, size, isUncounted } = question;
  if (dates.isEmpty || (sort !== 'date' && sort !== 'dateDescending')) return theirs<T>(reading, question);
  const [others, own, total] = await Promise.all([
    theirs<T>(reading, { ...question, query: dates.without(query), isUncounted: true }),
    ownInOrder(reading, { ...question, sort }),
    isUncounted === true ? 0 : store.count('articles', query),
  ]);
  const page = [...others.hits.map((hit) => ({ hit, sort: hit.sort })), ...own]
    .sort((a, b) => compareByDate(sort, a.sort, b.sort))
    .slice(0, size);
  const wanted = page.flatMap((each) => ('id' in each ? each.id : []));
  const sources = await sourcesOf<T>(reading, wanted, question.fields);
  const hits = page.flatMap((each): readonly OrderedArticle<T>[] => {
    if ('hit' in each) return [each.hit];
    const source = sources.get(documentId(each.id));
    return source === undefined ? [] : [{ source, sort: each.sort }];
  });
  return { hits, total };
}

async function theirs<T>(
  { store }: Reading,
  { query, sort, size, after, fields, isUncounted }: OrderedQuestion,
): Promise<OrderedArticles<T>> {
  const { hits } = await store.search<T>('articles', {
    size,
    track_total_hits: isUncounted !== true,
    query,
    sort: sort === 'rank' ? [{ _score: 'desc' }, ...sortOf('dateDescending')] : sortOf(sort),
    _source: fields,
    ...(after && { search_after: after }),
  });
  const found = hits.hits.map(({ _source, sort: place }) => ({ source: _source, sort: place! }));
  return { hits: found, total: hits.total?.value ?? 0 };
}

/** What the reader dated is looked for so many at once: every server gives as many in one answer. */
const ownAtOnce = 2000;

interface OwnPlace {
  readonly id: ArticleId;
  readonly sort: readonly (string | number)[];
}

/**
 * The first of those of a query's articles that the reader dated, as many as fit a page. The order is known here, so that no more of
 * them are looked for than are needed.
 */
async function ownInOrder(
  { store, dates }: Reading,
  { query, sort, size, after }: OrderedQuestion & { readonly sort: 'date' | 'dateDescending' },
): Promise<readonly OwnPlace[]> {
  const places = [...dates.codes]
    .map(([id, code]): OwnPlace => ({ id, sort: placeByDate(id, code) }))
    .filter((each) => after === undefined || compareByDate(sort, each.sort, after) > 0)
    .sort((a, b) => compareByDate(sort, a.sort, b.sort));
  const found: OwnPlace[] = [];
  for (let i = 0; i < places.length && found.length < size; i += ownAtOnce) {
    const some = places.slice(i, i + ownAtOnce);
    const { hits } = await store.search('articles', {
      size: some.length,
      track_total_hits: false,
      query: { bool: { filter: [query, withIds(some.map(({ id }) => id))] } },
      _source: false,
    });
    const held = new Set(hits.hits.map(({ _id }) => _id));
    found.push(...some.filter(({ id }) => held.has(documentId(id))));
  }
  return found.slice(0, size);
}

async function sourcesOf<T>(
  { store }: Reading,
  ids: readonly ArticleId[],
  fields: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const hits: readonly Hit<T>[] = await store.get<T>('articles', ids.map(documentId), fields);
  return new Map(hits.map(({ _id, _source }) => [_id, _source]));
}
