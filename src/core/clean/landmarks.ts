import { far } from './columns.ts';
import { cueCategories } from './lists/cueList.ts';
import type { CueCategory } from './lists/cueList.ts';
import type { Measures } from './measures.ts';

const categoryBit = (category: CueCategory): number => 1 << cueCategories.indexOf(category);
const headingBits = categoryBit('relatedHeading') | categoryBit('readMore');
const commentBits = categoryBit('comments');
const legalBits = categoryBit('legal');
const dateBits = categoryBit('dateWord') | categoryBit('update');
const bylineBits = categoryBit('byline');

/** How far each segment is from headings, comments, legal lines, dates and bylines, in segments. */
export interface Since {
  /** The nearest prose segment before and after; -1 and the count where there is none. */
  readonly lastProse: Int32Array;
  readonly nextProse: Int32Array;
  readonly heading: Int32Array;
  readonly proseSinceHeading: Int32Array;
  readonly comments: Int32Array;
  readonly toLegal: Int32Array;
  readonly date: Int32Array;
  readonly byline: Int32Array;
  readonly headingsAbove: Int32Array;
}

export function readSince(measures: Measures, prose: Uint8Array): Since {
  const { count } = measures;
  const heading = new Int32Array(count);
  const proseSinceHeading = new Int32Array(count);
  const headingsAbove = new Int32Array(count);
  let last = -far;
  let headings = 0;
  let proses = 0;
  for (let i = 0; i < count; i++) {
    heading[i] = Math.min(far, i - last);
    proseSinceHeading[i] = last < 0 ? far : proses;
    headingsAbove[i] = headings;
    if (prose[i] === 1) proses++;
    if (isShortCue(measures, i, headingBits)) {
      last = i;
      headings++;
      proses = 0;
    }
  }
  const lastProse = new Int32Array(count);
  const nextProse = new Int32Array(count);
  for (let i = 0, at = -1; i < count; i++) {
    lastProse[i] = at;
    if (prose[i] === 1) at = i;
  }
  for (let i = count - 1, at = count; i >= 0; i--) {
    nextProse[i] = at;
    if (prose[i] === 1) at = i;
  }
  return {
    lastProse,
    nextProse,
    heading,
    proseSinceHeading,
    headingsAbove,
    comments: distances(measures, commentBits, 1),
    toLegal: distances(measures, legalBits, -1),
    date: distances(measures, dateBits, 1),
    byline: distances(measures, bylineBits, 1),
  };
}

function distances(measures: Measures, bits: number, step: 1 | -1): Int32Array {
  const { count } = measures;
  const result = new Int32Array(count);
  let distance = far;
  for (let i = step === 1 ? 0 : count - 1; i >= 0 && i < count; i += step) {
    result[i] = distance;
    distance = isShortCue(measures, i, bits) ? 1 : Math.min(far, distance + 1);
  }
  return result;
}

function isShortCue(measures: Measures, i: number, bits: number): boolean {
  return (
    ((measures.cueBits[i] ?? 0) & bits) !== 0 &&
    (measures.words[i] ?? 0) <= 8 &&
    (measures.cued[i] ?? 0) >= 0.4
  );
}
