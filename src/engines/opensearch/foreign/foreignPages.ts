import type { DocumentSort, PageRequest, Slice } from '../../../core/index.ts';
import type { JsonObject } from '../cluster.ts';
import { cursorOf, placeOf } from '../reading.ts';
import type { ForeignArticle, ForeignArticles } from './foreignArticles.ts';

export type ArticleWithText = ForeignArticle & { readonly text: string };

/** Looks a batch of articles up, to say what each of them holds. */
export type HeldIn<T> = (batch: readonly ForeignArticle[]) => Held<T> | Promise<Held<T>>;
export type Held<T> = (article: ArticleWithText) => readonly T[];

/**
 * A page of what the articles of a query hold (keywords, sentences), article after article in an order; how many there are in
 * all is known only when the first page is the last.
 */
export async function pageOfHeld<T>(
  articles: ForeignArticles,
  query: JsonObject,
  order: DocumentSort,
  page: PageRequest,
  heldIn: HeldIn<T>,
): Promise<Slice<T>> {
  const { after, shown: shownBefore } = placeOf(page);
  const items: T[] = [];
  let shown = shownBefore;
  let before = after;
  for await (const batch of articles.inOrder(query, order, after)) {
    const held = await heldIn(batch);
    for (const { text, ...article } of batch) {
      const found = text === undefined ? [] : held({ ...article, text }).slice(shown);
      const room = page.limit - items.length;
      items.push(...found.slice(0, room));
      if (found.length > room) {
        const cursor = cursorOf({ shown: shown + room, ...(before && { after: before }) });
        const left = found.length - room;
        return { items, total: shownBefore + items.length + left, cursor, isApproximate: true };
      }
      shown = 0;
      before = article.sort;
    }
  }
  return { items, total: items.length, ...(page.cursor !== undefined && { isApproximate: true }) };
}
