/** Mixes `value` into the 32-bit hash `seed` (murmur3's scramble and finaliser); the result is a signed integer. */
export function mix(seed: number, value: number): number {
  let h = Math.imul(seed ^ Math.imul(value, 0xcc9e2d51), 0x1b873593);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return h ^ (h >>> 13);
}

/** A 32-bit hash of a string's UTF-16 code units (FNV-1a), mixed once more. */
export function hashString(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(0x5bd1e995, h);
}

/** The hash of a phrase of words, from the hash of its beginning and of its next word; a phrase of one word starts at 0. */
export function extendPhrase(beginning: number, word: number): number {
  return mix(beginning ^ 0x3c6ef372, word);
}

/**
 * A table from 32-bit keys to rows 0, 1, 2…, with open addressing: no allocation and one or two memory reads per
 * look-up, which is what the recogniser does most.
 */
export interface HashTable {
  /** Key and row of each slot, side by side: one cache line serves both. A row of -1 is a free slot. */
  readonly slots: Int32Array;
  readonly mask: number;
  /** One bit for each key, others fall on it too: most keys asked for are not there, and this small array says so. */
  readonly filter: Int32Array;
  readonly filterMask: number;
}

export function buildHashTable(keys: Int32Array): HashTable {
  const size = powerAbove(keys.length * 2);
  const filterBits = powerAbove(keys.length * 8);
  const table: HashTable = {
    slots: new Int32Array(size * 2).fill(-1),
    mask: size - 1,
    filter: new Int32Array(filterBits >> 5),
    filterMask: filterBits - 1,
  };
  const { slots, mask, filter, filterMask } = table;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    let slot = key & mask;
    while (slots[2 * slot + 1] !== -1 && slots[2 * slot] !== key) slot = (slot + 1) & mask;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = row;
    const bit = (key >>> filterShift) & filterMask;
    filter[bit >> 5] = filter[bit >> 5]! | (1 << (bit & 31));
  }
  return table;
}

/** The filter looks at other bits of the key than the table, as far as there are others. */
const filterShift = 5;

/** The next power of two, at least 32. */
function powerAbove(least: number): number {
  let size = 32;
  while (size < least) size *= 2;
  return size;
}

/** The row of `key`, or -1. */
export function findRow(table: HashTable, key: number): number {
  const { slots, mask, filter, filterMask } = table;
  const bit = (key >>> filterShift) & filterMask;
  if ((filter[bit >> 5]! & (1 << (bit & 31))) === 0) return -1;
  let slot = key & mask;
  for (;;) {
    const row = slots[2 * slot + 1]!;
    if (row === -1 || slots[2 * slot] === key) return row;
    slot = (slot + 1) & mask;
  }
}
