import { createPositions, type Span } from '../../core/index.ts';

/** Lines from 0: the first one stays in sight, those after it up to and with the last one fold away. */
export interface FoldableLines {
  readonly first: number;
  readonly last: number;
}

/**
 * What of the passages can be folded: stretches of them with nothing but white space between, over more than one line.
 * A line that also holds a word of the article is never folded away. `passages` are in text order.
 */
export function foldableLines(text: string, passages: readonly Span[]): readonly FoldableLines[] {
  const lineAt = createPositions(text);
  return joinNeighbours(text, passages).flatMap(({ start, end }) => {
    const passage = text.slice(start, end);
    const inkStart = end - passage.trimStart().length;
    const inkEnd = start + passage.trimEnd().length;
    const first = lineAt(inkStart).line;
    const rest = /^[^\r\n]*/.exec(text.slice(inkEnd))?.[0] ?? '';
    const last = lineAt(inkEnd).line - (rest.trim() === '' ? 0 : 1);
    return inkStart < inkEnd && last > first ? [{ first, last }] : [];
  });
}

function joinNeighbours(text: string, passages: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of passages) {
    const previous = joined.at(-1);
    if (previous !== undefined && text.slice(previous.end, start).trim() === '') previous.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
