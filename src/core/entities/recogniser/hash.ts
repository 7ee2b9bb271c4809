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
  readonly keys: Int32Array;
  readonly rows: Int32Array;
  readonly mask: number;
}

export function buildHashTable(keys: Int32Array): HashTable {
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const table: HashTable = {
    keys: new Int32Array(size),
    rows: new Int32Array(size).fill(-1),
    mask: size - 1,
  };
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    let slot = key & table.mask;
    while (table.rows[slot] !== -1 && table.keys[slot] !== key) slot = (slot + 1) & table.mask;
    table.keys[slot] = key;
    table.rows[slot] = row;
  }
  return table;
}

/** The row of `key`, or -1. */
export function findRow(table: HashTable, key: number): number {
  const { keys, rows, mask } = table;
  let slot = key & mask;
  for (;;) {
    const row = rows[slot]!;
    if (row === -1 || keys[slot] === key) return row;
    slot = (slot + 1) & mask;
  }
}
