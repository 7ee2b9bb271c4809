import assert from 'node:assert/strict';
import { countCommon, setOf } from '../../../src/engines/sqlite/namedIn.ts';

describe('sets of articles, a bit each', () => {
  it('count what stands in both, however many and wherever they end', () => {
    const multiplesOf = (n: number, last: number): number[] =>
      Array.from({ length: Math.floor(last / n) + 1 }, (_, i) => i * n);
    for (const [a, b] of [
      [multiplesOf(1, 4095), multiplesOf(31, 9000)],
      [multiplesOf(2, 777), multiplesOf(3, 65)],
      [
        [31, 63, 64, 95],
        [31, 32, 63, 96],
      ],
      [[], [5]],
    ] as const) {
      const common = a.filter((doc) => (b as readonly number[]).includes(doc)).length;
      assert.equal(countCommon(setOf(Uint32Array.from(a)), setOf(Uint32Array.from(b))), common);
      assert.equal(countCommon(setOf(Uint32Array.from(b)), setOf(Uint32Array.from(a))), common);
    }
  });
});
