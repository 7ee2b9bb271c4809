import type { LineRepetition } from './lineSurvey.ts';
import { pickMeasures } from './measures.ts';
import type { Measures } from './measures.ts';
import { leastRepeats, outletRepeats } from './repetition.ts';
import { splitSegments } from './segments.ts';
import type { Segment } from './segments.ts';
import { tidySpans } from './tidySpans.ts';
import { removeSpans } from '../text/cleanedText.ts';

/** What an outlet's other pages do not hold, as if it were the whole text. */
export interface UnknownLines {
  /** Places of its segments in the text. */
  readonly places: readonly number[];
  readonly segments: readonly Segment[];
  readonly measures: Measures;
}

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
): UnknownLines | undefined {
  const isKnown = (i: number): boolean =>
    i >= segments.length || outletRepeats(repetition, i) >= leastRepeats;
  const goes = segments.map((_, i) => isKnown(i) && isKnown(i + 1));
  const known = segments.filter((_, i) => goes[i]);
  if (known.length === 0 || known.length === segments.length) return undefined;
  const places = [...segments.keys()].filter((i) => !goes[i]);
  return {
    places,
    segments: splitSegments(removeSpans(text, tidySpans(text, known)).text),
    measures: pickMeasures(measures, places),
  };
}
