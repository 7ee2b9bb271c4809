import type { Span } from '../text/span.ts';

/**
 * What to delete so that the passages go, which stand in text order and do not overlap: the passages, and where nothing
 * but they stands at the end of the text the blank lines between them too. The white space that ends the text stays as
 * it was, so that a last line break is kept.
 */
export function spansToRemove(text: string, passages: readonly Span[]): readonly Span[] {
  const inkEnd = text.trimEnd().length;
  let end = inkEnd;
  for (const { start, end: passageEnd } of [...passages].reverse()) {
    if (passageEnd < end) break;
    end = text.slice(0, Math.min(end, start)).trimEnd().length;
  }
  if (end === inkEnd) return passages;
  return [...passages.filter(({ start }) => start < end), { start: end, end: inkEnd }];
}
