import type { LabelledSpan } from './labelledPages.ts';
import { runsOf } from './secondReader.ts';

/** Where two readers of a page disagree: not to be learned from. UTF-16 offsets of the page's text, in its order. */
export type DoubtfulSpan = readonly [start: number, end: number];

/** Boilerplate that another reader keeps is in doubt from this share of its runs on, and of the article what it keeps less of than that. */
const keptBoilerplate = 0.5;
const keptArticle = 0.3;

/** The lines of a labelled page that another reading of it contradicts. Of a line too short to tell, nothing is said. */
export function doubtfulLines(text: string, spans: readonly LabelledSpan[], again: string): DoubtfulSpan[] {
  const runs = runsOf(again);
  return spans.flatMap(([start, end, label]) =>
    [...text.slice(start, end).matchAll(/[^\n]+/g)].flatMap((line): DoubtfulSpan[] => {
      const own = [...runsOf(line[0])];
      if (own.length === 0) return [];
      const kept = own.filter((run) => runs.has(run)).length / own.length;
      const isDoubtful = label === 'D' ? kept > keptBoilerplate : label === 'K' && kept < keptArticle;
      const from = start + line.index;
      return isDoubtful ? [[from, from + line[0].length]] : [];
    }),
  );
}

/** Whether most of a stretch of text is in doubt; `doubtful` in text order. */
export function isDoubtful(start: number, end: number, doubtful: readonly DoubtfulSpan[]): boolean {
  const covered = doubtful.reduce(
    (sum, [a, b]) => sum + Math.max(0, Math.min(end, b) - Math.max(start, a)),
    0,
  );
  return covered * 2 > end - start;
}
