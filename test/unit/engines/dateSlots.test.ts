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
      const slots = new DateSlots(20031231, 20041231, direction);
      const sizes = [...slots.sizes(dates, docs)];
      const numbers = sizes.flatMap((size, slot) => (size > 0 ? [slot] : []));
      assert.ok(numbers[0] === 0 && numbers.at(-1) === slots.count - 1);
      assert.deepEqual(
        numbers.map((slot) => slots.dateOf(slot)),
        order,
      );
      assert.deepEqual(
        [...slots.sizes(dates, docs, docs)].filter((sum) => sum > 0),
        order.map((date) => dates.indexOf(date)).filter((weight) => weight > 0),
      );
    });
  }

  it('has one number where nothing is dated', () => {
    const slots = new DateSlots(0, 0, 1);
    assert.deepEqual([...slots.sizes(dates, Uint32Array.of(0, 0))], [0, 2]);
    assert.equal(slots.dateOf(1), 0);
  });
});
