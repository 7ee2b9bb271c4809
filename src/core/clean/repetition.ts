import { isProse } from './prose.ts';
import type { LineRepetition } from './lineSurvey.ts';
import type { Measures } from './measures.ts';
import { bestRun } from './proseRun.ts';
import type { Run } from './proseRun.ts';

/** Fewer other articles prove nothing: the next day's follow-up quotes the same words. */
export const leastRepeats = 3;

/** In the article's own run a line must repeat in so many articles, and in this share of its outlet's. */
const leastRepeatsInRun = 5;
const leastShareInRun = 0.08;

/** When this share of the article's run stands elsewhere too, the article was published again, and nothing is proved. */
const republishedShare = 0.3;

/**
 * Adds to the log-odds what the corpus says: a segment that stands in other articles of its outlet is rarely of this
 * one. Inside the article's run it must do so often, and where the run itself stands elsewhere, it counts for nothing.
 * (Raising new lines amid repeated ones was tried: it takes more of short articles than of lists.)
 */
export function repetitionOdds(measures: Measures, repetition: LineRepetition, odds: Float32Array): void {
  const { count } = measures;
  const run = bestRun((i) => (isProse(measures, i) ? Math.min(measures.words[i] ?? 0, 120) : 0) - 14, count);
  const repeats = Float32Array.from({ length: count }, (_, i) =>
    Math.max(repetition.inGroup[i] ?? 0, (repetition.inCorpus[i] ?? 0) / 2),
  );
  const isRepublished = repeatedShare(measures, repeats, run) > republishedShare;
  for (let i = 0; i < count; i++) {
    const isInRun = i > run.first && i < run.last;
    const times = repeats[i] ?? 0;
    if (times >= leastRepeats) {
      const isOften = times >= leastRepeatsInRun && times >= repetition.groupArticles * leastShareInRun;
      const most = !isInRun ? 6 : isRepublished ? 0 : isOften ? 3 : 1;
      odds[i] = (odds[i] ?? 0) + Math.min(most, 2 + Math.log2(times / leastRepeats + 1));
    }
  }
}

/** Share of the words of the article's run that stand in other articles. */
function repeatedShare(measures: Measures, repeats: Float32Array, run: Run): number {
  let words = 0;
  let repeated = 0;
  for (let i = run.first; i <= run.last; i++) {
    if (!isProse(measures, i)) continue;
    words += measures.words[i] ?? 0;
    if ((repeats[i] ?? 0) >= leastRepeats) repeated += measures.words[i] ?? 0;
  }
  return repeated / Math.max(1, words);
}
