import type { Database } from './database.ts';
import { free } from './packing.ts';
import { sketchLength } from './sketchTable.ts';

/** Articles of one packed row: two hundred thousand rows take ten times as long to read as what they hold. */
const blockSize = 256;
/** 16-bit numbers: the place of the article in its block, then its sketch. */
const entryLength = 1 + sketchLength;

/** Sketches as they are stored: those of a block of articles in a row, in no order. */
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

  /** Calls back with each article and its sketch, which is to be copied. */
  visit(visitor: (doc: number, sketch: Uint16Array) => void): void {
    for (const row of this.database.each('SELECT block, data FROM sketch')) {
      const values = numbersOf(row['data'] as Uint8Array);
      const first = Number(row['block']) * blockSize;
      for (let at = 0; at < values.length; at += entryLength)
        visitor(first + values[at]!, values.subarray(at + 1, at + entryLength));
      free(values);
    }
  }

  /** `undefined` takes the sketch of an article out, if it had one. */
  change(changes: ReadonlyMap<number, Uint16Array | undefined>): void {
    for (const block of new Set([...changes.keys()].map((doc) => Math.floor(doc / blockSize))))
      this.rewrite(block, changes);
  }

  private rewrite(block: number, changes: ReadonlyMap<number, Uint16Array | undefined>): void {
    const stored = this.database.get('SELECT data FROM sketch WHERE block = ?', block)?.['data'];
    const old = stored ? numbersOf(stored as Uint8Array) : new Uint16Array();
    const first = block * blockSize;
    const values = new Uint16Array(blockSize * entryLength);
    let length = 0;
    for (let at = 0; at < old.length; at += entryLength) {
      if (changes.has(first + old[at]!)) continue;
      values.set(old.subarray(at, at + entryLength), length);
      length += entryLength;
    }
    for (let place = 0; place < blockSize; place++) {
      const sketch = changes.get(first + place);
      if (!sketch) continue;
      values[length] = place;
      values.set(sketch, length + 1);
      length += entryLength;
    }
    const data = new Uint8Array(values.buffer, 0, length * 2);
    if (length > 0) this.database.run('INSERT OR REPLACE INTO sketch VALUES (?, ?)', block, data);
    else if (stored) this.database.run('DELETE FROM sketch WHERE block = ?', block);
  }
}

function numbersOf(data: Uint8Array): Uint16Array {
  return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
}
