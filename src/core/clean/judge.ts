import type { CleanModel } from './cleanModel.ts';
import { extractFeatures } from './features.ts';
import type { LineRepetition } from './lineSurvey.ts';
import { measureSegments } from './measures.ts';
import type { Measures } from './measures.ts';
import { repetitionOdds } from './repetition.ts';
import { extractSecondFeatures } from './secondLook.ts';
import type { Segment } from './segments.ts';
import { signalOdds } from './signals.ts';
import { evaluateTrees } from './trees.ts';

/** What was found out about each segment of a text. */
export interface Judgement {
  readonly segments: readonly Segment[];
  readonly measures: Measures;
  /** Log-odds of boilerplate: above 0 the segment goes. */
  readonly odds: Float32Array;
  /** Other articles of the outlet and of the corpus that hold the segment; empty without a survey. */
  readonly inGroup: readonly number[];
  readonly inCorpus: readonly number[];
}

/** Judges every segment: trees twice, then the signals that need no training, then repetition. */
export function judgeSegments(
  text: string,
  segments: readonly Segment[],
  model: CleanModel,
  repetition?: LineRepetition,
): Judgement {
  const measures = measureSegments(text, segments);
  const features = extractFeatures(segments, measures);
  const first = new Float32Array(segments.length);
  for (let i = 0; i < first.length; i++)
    first[i] = evaluateTrees(model.first, features.rows, i * features.width);
  const second = extractSecondFeatures(features, measures, first);
  const odds = new Float32Array(segments.length);
  for (let i = 0; i < odds.length; i++) {
    // The mean of both looks errs less than either on sites it was not trained on.
    odds[i] = ((first[i] ?? 0) + evaluateTrees(model.second, second.rows, i * second.width)) / 2;
  }
  if (repetition !== undefined) repetitionOdds(measures, repetition, odds);
  signalOdds(text, segments, measures, odds);
  return {
    segments,
    measures,
    odds,
    inGroup: repetition?.inGroup ?? [],
    inCorpus: repetition?.inCorpus ?? [],
  };
}
