import { isProse } from './prose.ts';
import type { LineRepetition } from './lineSurvey.ts';
import type { Measures } from './measures.ts';
import { bestRun } from './proseRun.ts';

/** Fewer other articles prove nothing: the next day's follow-up quotes the same words. */
export const leastRepeats = 3;

/**
 * Adds to the log-odds what the corpus says: a segment that stands in other articles of its outlet is rarely of this
 * one, and in an outlet that was surveyed, a segment that stands nowhere else more often is.
 */
export function repetitionOdds(measures: Measures, repetition: LineRepetition, odds: Float32Array): void {
  const run = bestRun(
    (i) => (isProse(measures, i) ? Math.min(measures.words[i] ?? 0, 120) : 0) - 14,
    measures.count,
  );
  for (let i = 0; i < odds.length; i++) {
    const group = repetition.inGroup[i] ?? 0;
    const corpus = repetition.inCorpus[i] ?? 0;
    const isInRun = i > run.first && i < run.last;
    if (group >= leastRepeats || corpus >= 2 * leastRepeats) {
      const gain = Math.min(6, 2 + Math.log2(Math.max(group, corpus / 2) / leastRepeats + 1));
      odds[i] = (odds[i] ?? 0) + (isInRun ? Math.min(gain, 1.5) : gain);
    }
  }
}
