import type { Measures } from './measures.ts';
import { isProse } from './prose.ts';
import { bestRun } from './proseRun.ts';
import { remainder } from './remainder.ts';
import type { Remainder } from './remainder.ts';
import type { Segment } from './segments.ts';

/** Where less than this share of the words of the likeliest article would stay, too little does. */
const leastKeptShare = 0.6;

/** From these log-odds on, a segment is boilerplate whatever else is doubtful. */
const sureOdds = 5;

/** The price of a segment in words, when the likeliest article is sought: its paragraphs may be short. */
const price = 3;
/** More words of one segment do not count: a single long one is no article. */
const mostWords = 120;

/**
 * The text without what is surely boilerplate, where the learned log-odds would take a large part of the article: amid long
 * lists of teasers it reads like one more of them. Nothing where enough of it stays, or nothing is sure. A segment goes
 * whose log-odds are above `caution`.
 */
export function lostArticle(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  learned: Float32Array,
  caution: number,
): Remainder | undefined {
  if (!losesArticle(measures, learned, caution)) return undefined;
  return remainder(text, segments, measures, (i) => learned[i]! > sureOdds);
}

/** Whether less would stay of the whole text than most of what is the article in all likelihood: a run of prose. */
function losesArticle(measures: Measures, learned: Float32Array, caution: number): boolean {
  const words = (i: number): number => measures.words[i] ?? 0;
  const likelihood = (i: number): number => 1 / (1 + Math.exp(learned[i]! - caution));
  const run = bestRun(
    (i) => (isProse(measures, i) ? Math.min(words(i), mostWords) * likelihood(i) : 0) - price,
    measures.count,
  );
  let inRun = 0;
  for (let i = run.first; i <= run.last; i++) if (isProse(measures, i)) inRun += words(i);
  let kept = 0;
  for (let i = 0; i < measures.count; i++) if (learned[i]! <= caution) kept += words(i);
  return kept < inRun * leastKeptShare;
}
