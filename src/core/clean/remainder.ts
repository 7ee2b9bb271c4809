import { pickMeasures } from './measures.ts';
import type { Measures } from './measures.ts';
import { splitSegments } from './segments.ts';
import type { Segment } from './segments.ts';
import { tidySpans } from './tidySpans.ts';
import { removeSpans } from '../text/cleanedText.ts';

/** What some lines leave of a text, as if it were the whole text. */
export interface Remainder {
  /** Places of its segments in the text. */
  readonly places: readonly number[];
  readonly segments: readonly Segment[];
  readonly measures: Measures;
}

/** The text without the segments that go. Nothing where none goes, or all do. */
export function remainder(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  goes: (i: number) => boolean,
): Remainder | undefined {
  const gone = segments.map((_, i) => goes(i));
  const places = [...segments.keys()].filter((i) => gone[i] !== true);
  if (places.length === 0 || places.length === segments.length) return undefined;
  const spans = tidySpans(
    text,
    segments.filter((_, i) => gone[i]),
  );
  return {
    places,
    segments: splitSegments(removeSpans(text, spans).text),
    measures: pickMeasures(measures, places),
  };
}
