import assert from 'node:assert/strict';
import fc from 'fast-check';
import { labelCount } from '../../../../../src/core/entities/recogniser/labels.ts';
import {
  addUnpacked,
  packedLength,
  packRows,
  unpack,
} from '../../../../../src/core/entities/recogniser/packedRows.ts';

const row = fc.array(fc.integer({ min: -128, max: 127 }), { minLength: labelCount, maxLength: labelCount });

describe('packed rows', () => {
  it('add up as the rows do', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 90 }), (rows) => {
        const packed = packRows(Int8Array.from(rows.flat()));
        const sum = new Int32Array(packedLength);
        rows.forEach((_, r) =>
          sum.forEach((_, pair) => (sum[pair] = sum[pair]! + packed[r * packedLength + pair]!)),
        );
        const expected = rows.reduce((total, one) => total.map((value, k) => value + one[k]!));
        const found = new Int32Array(labelCount + 1);
        unpack(sum, found, 1);
        assert.deepEqual([...found], [0, ...expected]);
        addUnpacked(sum, found, 1);
        assert.deepEqual([...found], [0, ...expected.map((value) => 2 * value)]);
      }),
    );
  });
});
