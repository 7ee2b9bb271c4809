import type { PageRequest } from './page.ts';

/** The offset a page begins at. Throws a RangeError for a limit below 1 or a cursor that no page gave. */
export function pageStart(page: PageRequest): number {
  if (!Number.isInteger(page.limit) || page.limit < 1) {
    throw new RangeError(`limit: must be a whole number of at least 1, not ${String(page.limit)}`);
  }
  if (page.cursor === undefined) return 0;
  if (!/^\d{1,15}$/.test(page.cursor))
    throw new RangeError(`cursor: not from a page: ${JSON.stringify(page.cursor)}`);
  return Number(page.cursor);
}

/** The cursor of the page after, as a spreadable part of a page; empty at the end. */
export function nextCursor(start: number, count: number, total: number): { readonly cursor?: string } {
  return start + count < total && count > 0 ? { cursor: String(start + count) } : {};
}
