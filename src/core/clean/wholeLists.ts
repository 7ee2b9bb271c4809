import type { Measures } from './measures.ts';
import type { Segment } from './segments.ts';

/** A list of short entries goes whole where so much of it goes. */
const mostOfList = 2 / 3;
const leastEntries = 3;
const mostEntryWords = 6;

/** Short entries after the same mark, at most one blank line apart, go together or not at all. */
export function dropWholeLists(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  odds: Float32Array,
): void {
  const markOf = (i: number): string => {
    const { start, inLine } = segments[i] ?? { start: 0, inLine: 1 };
    const isShort = (measures.words[i] ?? 0) <= mostEntryWords;
    return inLine === 0 && isShort && /[•·▪◦‣*–-]/u.test(text.charAt(start)) ? text.charAt(start) : '';
  };
  for (let first = 0, next = 1; first < segments.length; first = next, next++) {
    const mark = markOf(first);
    if (mark === '') continue;
    const isNext = (i: number): boolean =>
      markOf(i) === mark && (segments[i]?.line ?? 0) - (segments[i - 1]?.line ?? 0) <= 2;
    while (isNext(next)) next++;
    const entries = odds.subarray(first, next);
    const going = entries.filter((odd) => odd > 0);
    if (entries.length < leastEntries || going.length < entries.length * mostOfList) continue;
    const least = Math.min(...going);
    entries.forEach((odd, i) => (entries[i] = Math.max(odd, least)));
  }
}
