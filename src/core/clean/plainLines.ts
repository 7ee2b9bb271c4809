import { prefixSums } from './columns.ts';
import type { Measures } from './measures.ts';

/** How often a segment's words stand in the text, and where first and last; by `segmentKey`. */
export type Repeats = ReadonlyMap<
  number,
  { readonly count: number; readonly first: number; readonly last: number }
>;

export function readRepeats(keys: Float64Array): Repeats {
  const repeats = new Map<number, { count: number; first: number; last: number }>();
  keys.forEach((key, i) => {
    const seen = repeats.get(key);
    if (seen === undefined) repeats.set(key, { count: 1, first: i, last: i });
    else {
      seen.count++;
      seen.last = i;
    }
  });
  return repeats;
}

/** Sums over the plain segments, by their rank among them. */
export interface Plain {
  /** Number of plain segments before each segment. */
  readonly ranks: Int32Array;
  readonly isPlain: Uint8Array;
  readonly count: number;
  readonly words: Float64Array;
  readonly prose: Float64Array;
  readonly ended: Float64Array;
  readonly near: Float64Array;
}

export function readPlain(
  measures: Measures,
  repeats: Repeats,
  log: Float32Array,
  prose: Uint8Array,
  near: Float32Array,
): Plain {
  const ranks = new Int32Array(measures.count + 1);
  const isPlain = new Uint8Array(measures.count);
  const order: number[] = [];
  for (let i = 0; i < measures.count; i++) {
    ranks[i] = order.length;
    const isShort = (measures.words[i] ?? 0) <= 6;
    const isLabel = (measures.cued[i] ?? 0) >= 0.75 || (repeats.get(measures.keys[i] ?? 0)?.count ?? 1) >= 4;
    if (isShort && isLabel) continue;
    isPlain[i] = 1;
    order.push(i);
  }
  ranks[measures.count] = order.length;
  const sums = (value: (i: number) => number): Float64Array =>
    prefixSums(order.length, (rank) => value(order[rank] ?? 0));
  return {
    ranks,
    isPlain,
    count: order.length,
    words: sums((i) => log[i] ?? 0),
    prose: sums((i) => prose[i] ?? 0),
    ended: sums((i) => (measures.ending[i] === 1 ? 1 : 0)),
    near: sums((i) => near[i] ?? 0),
  };
}
