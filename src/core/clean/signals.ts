import { cueCategories } from './lists/cueList.ts';
import type { CueCategory } from './lists/cueList.ts';
import type { Measures } from './measures.ts';
import type { Segment } from './segments.ts';

/** From so many segments on, a line of headlines is a list whatever they say. */
export const leastHeadlines = 6;

const bit = (category: CueCategory): number => 1 << cueCategories.indexOf(category);
const buttonBits = bit('share') | bit('platform') | bit('comments') | bit('readMore');

/** Corrects the log-odds by the signals that hold on any site, in any language. */
export function signalOdds(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  odds: Float32Array,
): void {
  const sizes = lineSizes(segments);
  segments.forEach((segment, i) => {
    if ((sizes[i] ?? 1) >= leastHeadlines) odds[i] = Math.max(odds[i] ?? 0, 5);
    else if (isLinkedHeadline(text, segments, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 1.5);
    else if (isTrailingButton(segment, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 4);
  });
}

/** Number of segments on the line of each segment. */
export function lineSizes(segments: readonly Segment[]): Int32Array {
  const sizes = new Int32Array(segments.length);
  for (let i = segments.length - 1, size = 0; i >= 0; i--) {
    const segment = segments[i];
    if (segment === undefined) continue;
    if (size === 0) size = segment.inLine + 1;
    sizes[i] = size;
    if (segment.inLine === 0) size = 0;
  }
  return sizes;
}

/**
 * A headline of another article in the middle of this one: a starred line that stands alone between blank lines and is
 * no sentence. A starred list has its items on neighbouring lines.
 */
export function isLinkedHeadline(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  i: number,
): boolean {
  const segment = segments[i];
  if (segment === undefined || text.charAt(segment.start) !== '*' || text.charAt(segment.start + 1) === '*')
    return false;
  const words = measures.words[i] ?? 0;
  const ending = measures.ending[i] ?? 0;
  if (words < 4 || words > 30 || ending === 1 || ending === 3) return false;
  const above = segments[i - 1];
  const below = segments[i + 1];
  const isAlone =
    (above === undefined || segment.line - above.line > 1) &&
    (below === undefined || below.line - segment.line > 1);
  const isList = [above, below].some((other) => other !== undefined && text.charAt(other.start) === '*');
  return isAlone && !isList;
}

/** "| Share" after a byline. */
function isTrailingButton(segment: Segment, measures: Measures, i: number): boolean {
  return (
    segment.inLine > 0 &&
    ((measures.cueBits[i] ?? 0) & buttonBits) !== 0 &&
    (measures.cued[i] ?? 0) > 0.6 &&
    (measures.words[i] ?? 0) <= 5
  );
}
