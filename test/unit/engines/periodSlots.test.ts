import assert from 'node:assert/strict';
import { PeriodSlots } from '../../../src/engines/sqlite/periodSlots.ts';

describe('PeriodSlots', () => {
  const dates = Int32Array.from([0, 20040229, 20040201, 20040000, 20031231, 20050100]);
  const docs = Uint32Array.from(dates.keys());

  const counted = (step: 'year' | 'month', weights?: Uint32Array): [number, number][] => {
    const slots = new PeriodSlots(20031231, 20050100, step);
    return [...slots.sizes(dates, docs, weights)]
      .map((size, slot): [number, number] => [slots.dateOf(slot), size])
      .filter(([, size]) => size > 0);
  };

  it('counts the articles of each period, or adds up their weights, undated ones last', () => {
    assert.deepEqual(counted('year'), [
      [20030000, 1],
      [20040000, 3],
      [20050000, 1],
      [0, 1],
    ]);
    assert.deepEqual(counted('month', Uint32Array.of(7, 1, 2, 4, 8, 16)), [
      [20031200, 8],
      [20040000, 4],
      [20040200, 3],
      [20050100, 16],
      [0, 7],
    ]);
  });

  it('has one number where nothing is dated', () => {
    const slots = new PeriodSlots(0, 0, 'month');
    assert.deepEqual([...slots.sizes(dates, Uint32Array.of(0, 0))], [0, 2]);
    assert.equal(slots.dateOf(1), 0);
  });
});
