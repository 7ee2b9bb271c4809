import type { CleanModel } from './cleanModel.ts';
import { dropCopies } from './copies.ts';
import { extractFeatures } from './features.ts';
import type { FeatureTable } from './features.ts';
import { keepInterview } from './interviews.ts';
import type { LineRepetition } from './lineSurvey.ts';
import { lostArticle } from './lostArticle.ts';
import { measureSegments } from './measures.ts';
import type { Measures } from './measures.ts';
import type { Segment } from './segments.ts';
import { keepLargestBlock, signalOdds } from './signals.ts';
import { keepHead } from './keepers.ts';
import { repetitionOdds, showsLayout } from './repetition.ts';
import { sequenceOdds } from './sequence.ts';
import type { Remainder } from './remainder.ts';
import { evaluateTrees } from './trees.ts';
import { unknownLines } from './unknownLines.ts';
import { dropWholeLists } from './wholeLists.ts';

/** What was found out about each segment of a text. */
export interface Judgement {
  readonly segments: readonly Segment[];
  readonly measures: Measures;
  /** Log-odds of boilerplate: above 0 the segment goes. */
  readonly odds: Float32Array;
  /** Other articles of the outlet that were surveyed. */
  readonly groupArticles: number;
  /** Other articles of the outlet and of the corpus that hold the segment; empty without a survey. */
  readonly inGroup: readonly number[];
  readonly inCorpus: readonly number[];
}

/** How much likelier than not a segment must be to go: what is lost weighs more than what is left. */
const alone = { weight: 1, caution: 0.25 };
/** The same where the outlet's other pages are known: they say much of what goes, and what was learned counts less. */
const amongOthers = { weight: 0.8, caution: 1.1 };

/**
 * Judges every segment: what was learned, then repetition, then the signals that need no training. `measures` may be
 * handed in where the segments were measured before.
 */
export function judgeSegments(
  text: string,
  segments: readonly Segment[],
  model: CleanModel,
  repetition?: LineRepetition,
  measures: Measures = measureSegments(text, segments),
): Judgement {
  const features = extractFeatures(segments, measures);
  const learned = learnedOdds(model, measures, features);
  const layout = repetition !== undefined && showsLayout(repetition) ? repetition : undefined;
  const { weight, caution } = layout === undefined ? alone : amongOthers;
  const rest =
    layout === undefined
      ? lostArticle(text, segments, measures, learned, caution)
      : unknownLines(text, segments, measures, layout);
  if (rest !== undefined) learnFromRest(model, rest, learned);
  const odds = learned.map((own) => weight * own - caution);
  if (repetition !== undefined) repetitionOdds(measures, repetition, odds);
  correctOdds(text, segments, measures, features, odds);
  return {
    segments,
    measures,
    odds,
    groupArticles: repetition?.groupArticles ?? 0,
    inGroup: repetition?.inGroup ?? [],
    inCorpus: repetition?.inCorpus ?? [],
  };
}

/** What the trees say of each segment by itself and the network in the sequence of all: the mean of the two. */
function learnedOdds(
  { trees, sequence }: CleanModel,
  measures: Measures,
  features: FeatureTable,
): Float32Array {
  const odds = new Float32Array(measures.count);
  const inSequence = sequence && sequenceOdds(sequence, measures, features);
  const byItself = evaluateTrees(trees, features.rows, features.width, measures.count);
  for (let i = 0; i < odds.length; i++) odds[i] = (byItself[i]! + (inSequence?.[i] ?? byItself[i]!)) / 2;
  return odds;
}

/** What is left of a text is judged as if it were the whole: the mean of the two counts. */
function learnFromRest(model: CleanModel, rest: Remainder, learned: Float32Array): void {
  const features = extractFeatures(rest.segments, rest.measures);
  const odds = learnedOdds(model, rest.measures, features);
  rest.places.forEach((i, place) => (learned[i] = (learned[i]! + odds[place]!) / 2));
}

/** What needs no training, on top of what was learned. */
function correctOdds(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  features: FeatureTable,
  odds: Float32Array,
): void {
  keepLargestBlock(measures, features, odds);
  signalOdds(text, segments, measures, odds);
  dropWholeLists(text, segments, measures, odds);
  keepHead(text, segments, measures, features, odds);
  keepInterview(segments, measures, odds);
  dropCopies(measures, odds);
}
