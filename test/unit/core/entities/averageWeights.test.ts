import assert from 'node:assert/strict';
import { labelCount } from '../../../../src/core/entities/recogniser/labels.ts';
import { averageWeights, type Learnt } from '../../../../tools/trainEntities/averageWeights.ts';

/** A training that gives each of `keys` the same weight for all labels. */
function learnt(keys: readonly number[], weights: readonly number[], transition: number): Learnt {
  return {
    keys: Int32Array.from(keys),
    weights: {
      rows: Float32Array.from(weights.flatMap((weight) => new Array<number>(labelCount).fill(weight))),
      transitions: new Float32Array(labelCount * labelCount).fill(transition),
    },
  };
}

describe('averageWeights', () => {
  it('finds the same feature in other rows, and counts a feature that is missing as nothing', () => {
    const { keys, weights } = averageWeights([learnt([7, -3], [1, 2], 4), learnt([-3, 5], [6, 8], 0)]);
    assert.deepEqual([...keys], [7, -3, 5]);
    assert.deepEqual(
      [...keys].map((_, row) => weights.rows[row * labelCount + 1]),
      [0.5, 4, 4],
    );
    assert.equal(weights.transitions[labelCount], 2);
  });

  it('leaves one training as it is', () => {
    const only = learnt([1, 2], [0.25, -0.5], 1);
    assert.deepEqual(averageWeights([only]), only);
  });
});
