import assert from 'node:assert/strict';
import { pairScore } from '../../../../src/core/index.ts';

describe('pairScore', () => {
  const near = (value: number, expected: number): void => {
    assert.ok(Math.abs(value - expected) < 0.001, `${value} instead of ${expected}`);
  };

  it('is Dunning’s G² of the four-field table', () => {
    // 10 together, 20 and 30 units, 100 in all: cells 10, 10, 20, 60 against 6, 14, 24, 56.
    const cells = [
      [10, 6],
      [10, 14],
      [20, 24],
      [60, 56],
    ] as const;
    near(
      pairScore('logLikelihood', 10, 20, 30, 100),
      2 * cells.reduce((sum, [seen, chance]) => sum + seen * Math.log(seen / chance), 0),
    );
    near(pairScore('logLikelihood', 6, 20, 30, 100), 0);
    assert.ok(pairScore('logLikelihood', 2, 20, 30, 100) < 0, 'less than by chance');
    assert.ok(Number.isFinite(pairScore('logLikelihood', 5, 5, 5, 5)));
  });

  it('is 1 in NPMI for names that never stand apart, 0 by chance', () => {
    near(pairScore('npmi', 10, 10, 10, 100), 1);
    near(pairScore('npmi', 6, 20, 30, 100), 0);
    near(pairScore('npmi', 5, 5, 5, 5), 1);
  });

  it('counts', () => {
    assert.equal(pairScore('together', 7, 20, 30, 100), 7);
  });
});
