import type { ArticleRow } from './articleRow.ts';
import { dateCode, lastCodeOf } from './period.ts';
import { compareCodePoints } from './textOrder.ts';

/** `bodySketch` of a text. */
export type Sketch = ArrayLike<number>;

/**
 * Two texts are versions of one when this share of their shingles is estimated to be the same. A reprint with another ticker,
 * another headline and a few words edited in each paragraph is well above; an interview with the same questions, well below.
 */
const copyThreshold = 0.7;

/** Bands of three bins each, spread over the 64 of a sketch: at the threshold 97 of 100 pairs share one, at 0.8 all but 3 of 1000. */
export const bands = 8;
const bandBins = [0, 3, 6] as const;
const bandWidth = 8;

/** What a sketch is looked up by: two that have no key in common are not compared. Whole numbers below 2^51; none for an empty one. */
export function bandKeys(sketch: Sketch): readonly number[] {
  if (sketch.length === 0) return [];
  return Array.from({ length: bands }, (_, band) => {
    const values = bandBins.map((bin) => sketch[band * bandWidth + bin]!);
    return values.reduce((key, value) => key * 0x10000 + value, band);
  });
}

/**
 * 32 bits that are equal where a key of two sketches (that of one of the `bands`) is. The sketch stands in `values` from `at` on: for
 * tables of very many, which make no array of each.
 */
export function bandHash(values: Sketch, band: number, at: number): number {
  let hash = band;
  for (let i = 0; i < bandBins.length; i++) {
    hash = Math.imul(hash ^ values[at + band * bandWidth + bandBins[i]!]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** The share of shingles that two texts have in common, as far as their sketches (`bodySketch`) tell: 0 … 1. */
export function resemblance(a: Sketch, b: Sketch): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let same = 0;
  for (let bin = 0; bin < a.length; bin++) if (a[bin] === b[bin]) same++;
  return same / a.length;
}

/** Whether two texts are versions of one. A chain of versions is one family, whichever two of it are compared. */
export function areCopies(a: Sketch, b: Sketch): boolean {
  if (resemblance(a, b) < copyThreshold) return false;
  const known = new Set(bandKeys(a));
  return bandKeys(b).some((key) => known.has(key));
}

/**
 * The order of the versions of a text: who was first. A coarse date counts as the end of its month or year, so that it is called
 * first only where that is sure; undated versions are last, equal ones ordered by id.
 */
export function compareVersions(
  a: Pick<ArticleRow, 'id' | 'date'>,
  b: Pick<ArticleRow, 'id' | 'date'>,
): number {
  return lastDay(a) - lastDay(b) || compareCodePoints(a.id, b.id);
}

function lastDay({ date }: Pick<ArticleRow, 'date'>): number {
  const code = date === undefined ? undefined : dateCode(date);
  return code === undefined ? Number.MAX_SAFE_INTEGER : lastCodeOf(code);
}
