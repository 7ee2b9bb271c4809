import type { Span } from '../text/span.ts';
import type { SearchToken } from './searchTokens.ts';

/** Shorter lines are titles, bylines and captions, in which two prints of one text differ. UTF-16 code units. */
const leastLine = 60;

/**
 * The folded words of the running text outside `boilerplate` (sorted, not overlapping): of lines long enough to be no title,
 * byline or caption. `tokens` are the `searchTokens` of that text.
 */
export function ownWords(
  text: string,
  boilerplate: readonly Span[],
  tokens: readonly SearchToken[],
): readonly string[] {
  const words: string[] = [];
  let at = 0;
  for (const { start, end } of ownLines(text, boilerplate)) {
    if (text.slice(start, end).trim().length < leastLine) continue;
    while (at < tokens.length && tokens[at]!.start < start) at++;
    for (; at < tokens.length && tokens[at]!.start < end; at++) words.push(tokens[at]!.folded);
  }
  return words;
}

/** The lines, or what boilerplate leaves of them. */
function* ownLines(text: string, boilerplate: readonly Span[]): Generator<Span> {
  let start = 0;
  for (const gap of [...boilerplate, { start: text.length, end: text.length }]) {
    while (start < gap.start) {
      const next = text.indexOf('\n', start);
      const end = next < 0 || next > gap.start ? gap.start : next;
      yield { start, end };
      start = end + 1;
    }
    start = Math.max(start, gap.end);
  }
}
