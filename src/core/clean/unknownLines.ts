import type { LineRepetition } from './lineSurvey.ts';
import type { Measures } from './measures.ts';
import { remainder } from './remainder.ts';
import type { Remainder } from './remainder.ts';
import { leastRepeats, outletRepeats } from './repetition.ts';
import type { Segment } from './segments.ts';

/**
 * The text without the lines that other pages of its outlet hold: a list of a hundred teasers reads like the article, and
 * the article beside it like a stranger. A known line right above an unknown one stays, for it says what follows
 * ("Comments"). Nothing where no line, or every line, is known.
 */
export function unknownLines(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  repetition: LineRepetition,
): Remainder | undefined {
  const isKnown = (i: number): boolean =>
    i >= segments.length || outletRepeats(repetition, i) >= leastRepeats;
  return remainder(text, segments, measures, (i) => isKnown(i) && isKnown(i + 1));
}
