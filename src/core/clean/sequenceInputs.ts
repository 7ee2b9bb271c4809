import { featureNames } from './features.ts';
import type { FeatureTable } from './features.ts';
import type { Measures } from './measures.ts';

/** Kinds of ending and of opening that `Measures` tells apart. */
const endings = 7;
const openings = 6;

/** Tokens that are looked up of a segment: what a paragraph is shows in its beginning. */
const mostTokens = 32;
/** Segments of so few words are also looked up as a whole. */
const mostWordsOfPhrase = 6;

/** Columns of the features that the network reads: not those about the neighbours, which it sees for itself. */
export const sequenceColumns: readonly number[] = featureNames.flatMap((name, column) =>
  /@|:(?:before|after)\d/u.test(name) ? [] : [column],
);

/** Numbers per segment before its words are added. */
export const inputWidth = sequenceColumns.length + endings + openings;

/**
 * Writes what the network sees of segment `i` at rows[at…]: its features, each squashed to -1..1 by its scale, and
 * its ending and opening, one column per kind.
 */
export function writeInputs(
  features: FeatureTable,
  measures: Measures,
  scales: Float64Array,
  i: number,
  rows: Float64Array,
  at: number,
): void {
  const from = i * features.width;
  for (let c = 0; c < sequenceColumns.length; c++) {
    const value = features.rows[from + sequenceColumns[c]!]!;
    rows[at + c] = value === 0 ? 0 : value / (scales[c]! + Math.abs(value));
  }
  const kinds = at + sequenceColumns.length;
  rows[kinds + (measures.ending[i] ?? 0)] = 1;
  rows[kinds + endings + (measures.opening[i] ?? 0)] = 1;
}

/**
 * Calls back with a hash for each word of segment `i` among its first, and for its first word as such, its first two
 * words and, when it is short, the whole of it.
 */
export function forEachWord(measures: Measures, i: number, visit: (hash: number) => void): void {
  const { tokens, tokenStarts } = measures;
  const start = tokenStarts[i] ?? 0;
  const end = tokenStarts[i + 1] ?? start;
  const last = Math.min(end, start + mostTokens);
  for (let at = start; at < last; at++) visit(tokens[at] ?? 0);
  if (end === start) return;
  const first = tokens[start] ?? 0;
  visit(mix(first, 0x1111));
  if (end === start + 1) return;
  visit(mix(first, tokens[start + 1] ?? 0));
  if (end - start > mostWordsOfPhrase) return;
  let phrase = 0x3333;
  for (let at = start; at < end; at++) phrase = mix(phrase, tokens[at] ?? 0);
  visit(phrase);
}

function mix(a: number, b: number): number {
  return (Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b ^ (b >>> 13), 0x297a2d39) + 0x1b56c4e9) | 0;
}
