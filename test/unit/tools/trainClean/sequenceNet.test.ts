import assert from 'node:assert/strict';
import { sequenceTables } from '../../../../src/core/clean/sequenceModel.ts';
import { randomFrom } from '../../../../tools/trainClean/boost.ts';
import type { SequenceText } from '../../../../tools/trainClean/sequenceLayers.ts';
import { learnText, newTensors } from '../../../../tools/trainClean/sequenceNet.ts';

const shape = { inputs: 5, words: 7, wordSize: 3, hidden: 4, units: 3, head: 4 };
const nothingDropped = { inputs: 0, words: 0, hidden: 0, head: 0 };

function makeText(random: () => number): SequenceText {
  const count = 7;
  return {
    count,
    inputs: Float32Array.from({ length: count * shape.inputs }, () => random() - 0.5),
    words: Int32Array.from([0, 3, 6, 1, 1, 2, 5]),
    wordStarts: Int32Array.from([0, 2, 2, 4, 5, 7, 7, 7]),
    sizes: Float32Array.from({ length: count }, () => 1 + random()),
    labels: Uint8Array.from([0, 1, 1, 0, 1, 0, 0]),
    weights: Float32Array.from({ length: count }, () => 1 + random()),
  };
}

describe('the learning of the network', () => {
  const random = randomFrom(3);
  const tensors = newTensors(shape, random);
  const text = makeText(random);
  const allWeights = text.weights.reduce((sum, weight) => sum + weight, 0);
  /** The loss, with its gradient in the tensors. */
  const lossNow = (): number => {
    for (const name of sequenceTables) tensors[name].gradient.fill(0);
    return learnText(tensors, shape, text, nothingDropped, 1, random) * allWeights;
  };

  for (const name of sequenceTables) {
    it(`has the slope of the loss by ${name} that small steps show`, () => {
      lossNow();
      const { values, gradient } = tensors[name];
      const slopes = Float64Array.from(gradient);
      const step = 1e-5;
      values.forEach((value, i) => {
        values[i] = value + step;
        const above = lossNow();
        values[i] = value - step;
        const below = lossNow();
        values[i] = value;
        const measured = (above - below) / (2 * step);
        assert.ok(Math.abs(measured - slopes[i]!) < 1e-7, `${name}[${i}]: ${measured}, not ${slopes[i]}`);
      });
    });
  }
});
