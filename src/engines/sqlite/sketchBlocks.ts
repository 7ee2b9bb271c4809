import type { Database } from './database.ts';
import { free } from './packing.ts';
import { sketchLength } from './sketchTable.ts';

/** Articles of one packed row: two hundred thousand rows take ten times as long to read as what they hold. */
const blockSize = 256;
/** 16-bit numbers of an article: its place in the block, and its sketch. */
const entryLength = 1 + sketchLength;

/** Sketches as they are stored: the places of articles in a block, in no order, then their sketches. */
export class SketchBlocks {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** How many there are. */
  count(): number {
    const bytes = this.database.get('SELECT sum(length(data)) AS bytes FROM sketch')?.['bytes'] ?? 0;
    return Number(bytes) / 2 / entryLength;
  }

  /** Calls back with some articles at a time and their sketches one after the other, which are to be copied. */
  visit(visitor: (docs: readonly number[], sketches: Uint16Array) => void): void {
    for (const row of this.database.each('SELECT block, data FROM sketch')) {
      const block = unpacked(row['data'] as Uint8Array);
      const first = Number(row['block']) * blockSize;
      visitor(
        Array.from(block.places, (place) => first + place),
        block.sketches,
      );
      free(block.sketches);
    }
  }

  /** `undefined` takes the sketch of an article out, if it had one. */
  change(changes: ReadonlyMap<number, Uint16Array | undefined>): void {
    for (const block of new Set([...changes.keys()].map((doc) => Math.floor(doc / blockSize))))
      this.rewrite(block, changes);
  }

  private rewrite(block: number, changes: ReadonlyMap<number, Uint16Array | undefined>): void {
    const stored = this.database.get('SELECT data FROM sketch WHERE block = ?', block)?.['data'];
    const old = unpacked((stored as Uint8Array | undefined) ?? new Uint8Array());
    const first = block * blockSize;
    const kept = new Map<number, Uint16Array>();
    old.places.forEach((place, i) => {
      const sketch = old.sketches.subarray(i * sketchLength, (i + 1) * sketchLength);
      if (!changes.has(first + place)) kept.set(place, sketch);
    });
    for (let place = 0; place < blockSize; place++) {
      const sketch = changes.get(first + place);
      if (sketch) kept.set(place, sketch);
    }
    if (kept.size > 0) this.database.run('INSERT OR REPLACE INTO sketch VALUES (?, ?)', block, packed(kept));
    else if (stored) this.database.run('DELETE FROM sketch WHERE block = ?', block);
  }
}

function packed(sketches: ReadonlyMap<number, Uint16Array>): Uint8Array {
  const values = new Uint16Array(sketches.size * entryLength);
  values.set([...sketches.keys()]);
  let at = sketches.size;
  for (const sketch of sketches.values()) {
    values.set(sketch, at);
    at += sketchLength;
  }
  return new Uint8Array(values.buffer);
}

function unpacked(data: Uint8Array): { readonly places: Uint16Array; readonly sketches: Uint16Array } {
  const values = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  const count = values.length / entryLength;
  return { places: values.subarray(0, count), sketches: values.subarray(count) };
}
