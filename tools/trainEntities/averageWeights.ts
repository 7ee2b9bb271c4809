import { labelCount } from '../../src/core/entities/recogniser/labels.ts';
import type { Weights } from './crf.ts';

/** What one training has learnt: the weights of row r are those of the feature `keys[r]`. */
export interface Learnt {
  readonly keys: Int32Array;
  readonly weights: Weights;
}

/** The mean of what several trainings have learnt. A feature that one of them has not met weighs nothing there. */
export function averageWeights(trainings: readonly Learnt[]): Learnt {
  const rowOf = new Map<number, number>();
  for (const { keys } of trainings) for (const key of keys) if (!rowOf.has(key)) rowOf.set(key, rowOf.size);
  const rows = new Float64Array(rowOf.size * labelCount);
  const transitions = new Float64Array(labelCount * labelCount);
  for (const { keys, weights } of trainings) {
    keys.forEach((key, row) => {
      const to = rowOf.get(key)! * labelCount;
      for (let label = 0; label < labelCount; label++)
        rows[to + label]! += weights.rows[row * labelCount + label]!;
    });
    weights.transitions.forEach((weight, step) => (transitions[step]! += weight));
  }
  const mean = (sums: Float64Array): Float32Array => Float32Array.from(sums, (sum) => sum / trainings.length);
  return {
    keys: Int32Array.from(rowOf.keys()),
    weights: { rows: mean(rows), transitions: mean(transitions) },
  };
}
