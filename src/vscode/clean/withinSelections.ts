import type { Boilerplate, Span } from '../../core/index.ts';

/** What of the passages lies in the selected spans, white space alone left out. Passages and result in text order. */
export function withinSelections(
  text: string,
  passages: readonly Boilerplate[],
  selected: readonly Span[],
): readonly Boilerplate[] {
  const inOrder = [...selected].sort((a, b) => a.start - b.start);
  return passages.flatMap((passage) =>
    inOrder
      .map(({ start, end }) => ({
        ...passage,
        start: Math.max(start, passage.start),
        end: Math.min(end, passage.end),
      }))
      .filter(({ start, end }) => text.slice(start, end).trim() !== ''),
  );
}
