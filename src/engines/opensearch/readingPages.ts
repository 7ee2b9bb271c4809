import type { DocumentSort, PageRequest } from '../../core/index.ts';
import type { JsonObject } from './cluster.ts';
import { articlesFrom, type ArticleText } from './documents.ts';
import { cursorOf, placeOf, type Reading } from './reading.ts';

/** Articles read at once: their texts come with them. */
const articlesAtOnce = 50;

/** Part of what articles hold, with the number of articles that were read to their end for it. */
export interface HeldPage<T> {
  readonly items: readonly T[];
  readonly articles: number;
  readonly cursor?: string;
}

/** A page of what the articles of a query hold (keywords, sentences), article after article in an order. */
export async function pageOfHeld<T>(
  reading: Reading,
  query: JsonObject,
  sort: DocumentSort,
  page: PageRequest,
  held: (article: ArticleText) => readonly T[],
): Promise<HeldPage<T>> {
  const place = placeOf(page);
  const items: T[] = [];
  const size = Math.min(articlesAtOnce, page.limit + 1);
  let shown = place.shown;
  let before = place.after;
  let articles = 0;
  for await (const { source, sort: at } of articlesFrom(reading, query, sort, place.after, size)) {
    const room = page.limit - items.length;
    const found = held(source).slice(shown);
    if (found.length > 0 && room === 0)
      return { items, articles, cursor: cursorOf({ shown, ...(before && { after: before }) }) };
    items.push(...found.slice(0, room));
    if (found.length > room)
      return { items, articles, cursor: cursorOf({ shown: shown + room, ...(before && { after: before }) }) };
    shown = 0;
    before = at;
    articles++;
  }
  return { items, articles };
}

/**
 * How many there are in all is known only when the first page reads every article; else the total is a lower bound, and said to
 * be approximate: at least one for each article that is left.
 */
export async function withTotal<T>(
  { store }: Reading,
  query: JsonObject,
  page: PageRequest,
  { items, articles, cursor }: HeldPage<T>,
) {
  if (cursor === undefined && page.cursor === undefined) return { items, total: items.length };
  const left = (await store.count('articles', query)) - articles;
  return {
    items,
    total: items.length + Math.max(0, left),
    ...(cursor !== undefined && { cursor }),
    isApproximate: true,
  };
}
