import assert from 'node:assert/strict';
import { byPairCounts } from '../../../src/core/index.ts';
import { RankedPairs } from '../../../src/engines/sqlite/rankedPairs.ts';

/** Pairs of two names in 1 to 40 units, many of them alike. */
function ranked(length: number): RankedPairs {
  const naming = Uint32Array.from({ length: 2 * length + 1 }, (_, id) => 40 + (id % 3));
  const ids = Array.from({ length }, (_, row) => row);
  return new RankedPairs(
    {
      first: Uint32Array.from(ids, (row) => 2 * row + 1),
      second: Uint32Array.from(ids, (row) => 2 * row + 2),
      together: Uint32Array.from(ids, (row) => 1 + ((row * 7) % 40)),
      articles: Uint32Array.from(ids, (row) => 1 + ((row * 7) % 5)),
    },
    { naming, total: 5000 },
  );
}

describe('RankedPairs', () => {
  it('gives page after page what it gives at once', () => {
    const pairs = ranked(5000);
    const whole = pairs.page('logLikelihood', 0, 5000).pairs;
    assert.equal(whole.length, 5000);
    for (let i = 1; i < whole.length; i++) assert.ok(byPairCounts(whole[i - 1]!, whole[i]!) <= 0);
    const paged = ranked(5000);
    for (let start = 0; start < 5000; start += 700) {
      const { from, pairs: found } = paged.page('logLikelihood', start, start + 700);
      const counts = found.slice(start - from, start - from + 700).map(({ score }) => score);
      assert.deepEqual(
        counts,
        whole.slice(start, start + 700).map(({ score }) => score),
      );
    }
  });

  it('brings along what only names tell from the ends of a page', () => {
    const pairs = ranked(400);
    const { from, pairs: found } = pairs.page('together', 10, 12);
    const inside = found.slice(10 - from, 12 - from);
    const outside = [...found.slice(0, 10 - from), ...found.slice(12 - from)];
    assert.ok(outside.length > 0);
    for (const each of outside) assert.ok(inside.some((one) => byPairCounts(one, each) === 0));
  });

  it('has nothing beyond its end', () => {
    assert.deepEqual(ranked(5).page('npmi', 5, 10).pairs, []);
    assert.deepEqual(ranked(0).page('npmi', 0, 10).pairs, []);
  });
});
