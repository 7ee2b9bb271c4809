import { labelCount } from './labels.ts';

/**
 * Rows of one number per label, two of them in each 32-bit integer: lower + 65536 × upper, both signed. Sums of packed
 * rows are the packed sums as long as each stays within 16 bits, so half as many additions do.
 */
export const packedLength = (labelCount + 1) >> 1;

/** Packs rows of `labelCount` small integers. */
export function packRows(rows: Int8Array): Int32Array {
  const count = rows.length / labelCount;
  const packed = new Int32Array(count * packedLength);
  for (let row = 0; row < count; row++) {
    for (let label = 0; label < labelCount; label++) {
      const at = row * packedLength + (label >> 1);
      packed[at] = packed[at]! + (rows[row * labelCount + label]! << (16 * (label & 1)));
    }
  }
  return packed;
}

/** Writes the row at the beginning of `packed` to `rows` from `at` on. */
export function unpack(packed: Int32Array, rows: Int32Array, at: number): void {
  for (let pair = 0; pair < packedLength; pair++) {
    const both = packed[pair]!;
    const lower = (both << 16) >> 16;
    rows[at + 2 * pair] = lower;
    if (2 * pair + 1 < labelCount) rows[at + 2 * pair + 1] = (both - lower) >> 16;
  }
}

/** Adds that row to what stands in `rows` from `at` on. */
export function addUnpacked(packed: Int32Array, rows: Int32Array, at: number): void {
  for (let pair = 0; pair < packedLength; pair++) {
    const both = packed[pair]!;
    const lower = (both << 16) >> 16;
    rows[at + 2 * pair] = rows[at + 2 * pair]! + lower;
    if (2 * pair + 1 < labelCount)
      rows[at + 2 * pair + 1] = rows[at + 2 * pair + 1]! + ((both - lower) >> 16);
  }
}
