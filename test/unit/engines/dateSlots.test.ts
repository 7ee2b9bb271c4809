import assert from 'node:assert/strict';
import { DateSlots } from '../../../src/engines/sqlite/dateSlots.ts';

describe('DateSlots', () => {
  const dates = Int32Array.from([0, 20040229, 20040200, 20040000, 20031231, 20041231, -1]);
  const docs = Uint32Array.from([0, 1, 2, 3, 4, 5]);

  for (const [direction, order] of [
    [1, [20031231, 20040000, 20040200, 20040229, 20041231, 0]],
    [-1, [20041231, 20040229, 20040200, 20040000, 20031231, 0]],
  ] as const) {
    it(`numbers dates in their order, undated ones last, and gives them back: ${direction}`, () => {
      const slots = new DateSlots(dates, docs, direction);
      const numbers = Array.from(docs, (doc) => slots.of(doc)).sort((a, b) => a - b);
      assert.ok(numbers[0] === 0 && numbers.at(-1) === slots.count - 1);
      assert.deepEqual(
        numbers.map((slot) => slots.dateOf(slot)),
        order,
      );
    });
  }

  it('has one number where nothing is dated', () => {
    const slots = new DateSlots(dates, Uint32Array.of(0), 1);
    assert.deepEqual([slots.count, slots.of(0), slots.dateOf(0)], [1, 0, 0]);
    assert.equal(new DateSlots(dates, new Uint32Array(), -1).count, 1);
  });
});
