import type { ArticleId, SearchSort, DocumentSort } from '../../core/index.ts';
import { documentId } from './articleDocument.ts';
import type { JsonObject } from './cluster.ts';
import type { Hit } from './corpusStore.ts';
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
  const { dates } = reading;
  const { sort, size, after } = question;
  if (dates.isEmpty || (sort !== 'date' && sort !== 'dateDescending')) return theirs<T>(reading, question);
  const [others, own] = await Promise.all([
    theirs<T>(reading, { ...question, query: dates.without(question.query) }),
    idsOfOwn(reading, question.query),
  ]);
  const places = own
    .map((id) => ({ id, sort: placeByDate(id, dates.codes.get(id)!) }))
    .filter((each) => after === undefined || compareByDate(sort, each.sort, after) > 0);
  const page = [...others.hits.map((hit) => ({ hit, sort: hit.sort })), ...places]
    .sort((a, b) => compareByDate(sort, a.sort, b.sort))
    .slice(0, size);
  const wanted = page.flatMap((each) => ('id' in each ? each.id : []));
  const sources = await sourcesOf<T>(reading, wanted, question.fields);
  const hits = page.flatMap((each): readonly OrderedArticle<T>[] => {
    if ('hit' in each) return [each.hit];
    const source = sources.get(documentId(each.id));
    return source === undefined ? [] : [{ source, sort: each.sort }];
  });
  return { hits, total: others.total + own.length };
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

/** As many as a server gives in one answer. */
const mostOwn = 10_000;

/** Those of a query's articles that the reader dated. */
async function idsOfOwn({ store, dates }: Reading, query: JsonObject): Promise<readonly ArticleId[]> {
  const { hits } = await store.search<{ readonly id: ArticleId }>('articles', {
    size: Math.min(mostOwn, dates.codes.size),
    track_total_hits: false,
    query: { bool: { filter: [query, dates.own] } },
    _source: ['id'],
  });
  return hits.hits.map(({ _source }) => _source.id);
}

async function sourcesOf<T>(
  { store }: Reading,
  ids: readonly ArticleId[],
  fields: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const hits: readonly Hit<T>[] = await store.get<T>('articles', ids.map(documentId), fields);
  return new Map(hits.map(({ _id, _source }) => [_id, _source]));
}
