import type { Weights } from './crf.ts';

/** Rows whose largest weight is below this are left out. */
const smallestRow = 0.1;
/** One unit of an int8 weight; larger weights than 127 units are cut. */
const scale = 0.03;

export interface QuantisedWeights {
  readonly scale: number;
  readonly featureKeys: Int32Array;
  readonly weights: Int8Array;
  readonly transitions: Int32Array;
}

export function quantise(
  keys: Int32Array,
  { rows, transitions }: Weights,
  labelCount: number,
): QuantisedWeights {
  const kept: number[] = [];
  for (let row = 0; row < keys.length; row++) {
    let largest = 0;
    for (let k = row * labelCount; k < (row + 1) * labelCount; k++)
      largest = Math.max(largest, Math.abs(rows[k]!));
    if (largest >= smallestRow) kept.push(row);
  }
  const weights = new Int8Array(kept.length * labelCount);
  kept.forEach((row, to) => {
    for (let label = 0; label < labelCount; label++) {
      const units = Math.round(rows[row * labelCount + label]! / scale);
      weights[to * labelCount + label] = Math.max(-127, Math.min(127, units));
    }
  });
  return {
    scale,
    featureKeys: Int32Array.from(kept, (row) => keys[row]!),
    weights,
    transitions: Int32Array.from(transitions, (value) => Math.round(value / scale)),
  };
}
