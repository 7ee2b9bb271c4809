import type { CleanModel } from './cleanModel.ts';
import { measureSegments, pickMeasures } from './measures.ts';
import type { Measures } from './measures.ts';
import type { Segment } from './segments.ts';
import { readWords } from './sequence.ts';

/** What is known of segments whatever stands around them: read once, and picked from as often as they are judged. */
export interface SegmentReading {
  readonly segments: readonly Segment[];
  readonly measures: Measures;
  /** What the network takes from the words of each, row after row; undefined for a model without a network. */
  readonly words: Float64Array | undefined;
}

export function readSegments(
  text: string,
  segments: readonly Segment[],
  { sequence }: CleanModel,
): SegmentReading {
  const measures = measureSegments(text, segments);
  return { segments, measures, words: sequence && readWords(sequence, measures) };
}

/** The reading of some of the segments, by their places; `segments` are the same where they stand now. */
export function pickReading(
  { measures, words }: SegmentReading,
  places: readonly number[],
  segments: readonly Segment[],
): SegmentReading {
  return {
    segments,
    measures: pickMeasures(measures, places),
    words: words && pickRows(words, measures.count, places),
  };
}

function pickRows(rows: Float64Array, count: number, places: readonly number[]): Float64Array {
  const width = rows.length / Math.max(1, count);
  const picked = new Float64Array(places.length * width);
  places.forEach((place, i) => {
    picked.set(rows.subarray(place * width, (place + 1) * width), i * width);
  });
  return picked;
}
