import type { Database } from './database.ts';
import { free, PackedReader, PackedWriter } from './packing.ts';

/** Articles of one packed row. */
const blockSize = 64;
/** Blocks kept in memory, some 3 kB each: `unit` is read to the end when pairs are counted, and then what was counted is kept. */
const mostBlocks = { forward: 16_000, unit: 1000 };

/** Blocks that are read together where nearly all of them are wanted. */
const blocksAtOnce = 32;

/** A few numbers of each article, packed by blocks of articles: the names of each, or where they stand together. */
export class ForwardIndex {
  private readonly database: Database;
  private readonly table: 'forward' | 'unit';
  private readonly blocks = new Map<number, Uint8Array>();
  private readonly writer = new PackedWriter();

  constructor(database: Database, table: 'forward' | 'unit') {
    this.database = database;
    this.table = table;
  }

  /**
   * Calls back with the numbers of each article: the first `count`, of an array that is used again for the next article. `docs` ascend.
   */
  each(docs: Uint32Array, visitor: (numbers: Uint32Array, count: number, doc: number) => void): void {
    let numbers = new Uint32Array(256);
    this.eachArticle(docs, (data, start, end, doc) => {
      if (end - start > numbers.length) numbers = new Uint32Array(2 * (end - start));
      const into = numbers;
      let count = 0;
      // Without a branch, for where a number ends cannot be foretold: that takes half the time. A function that is called for each
      // number takes several times as long.
      for (let position = start, number = 0, shift = 0; position < end; position++) {
        const byte = data[position]!;
        const goesOn = byte >> 7;
        number |= (byte & 0x7f) << shift;
        into[count] = number;
        count += 1 - goesOn;
        number &= -goesOn;
        shift = (shift + 7) & -goesOn;
      }
      visitor(into, count, doc);
    });
  }

  /** The numbers of an article (of `forward`: name and mentions in turn); none takes the article out. */
  change(changes: ReadonlyMap<number, readonly number[]>): void {
    for (const block of new Set([...changes.keys()].map((doc) => Math.floor(doc / blockSize)))) {
      const data = this.rewrite(block, changes);
      this.database.run(`INSERT OR REPLACE INTO ${this.table} VALUES (?, ?)`, block, data);
      if (this.blocks.has(block)) this.blocks.set(block, data);
    }
  }

  forget(): void {
    for (const data of this.blocks.values()) free(data);
    this.blocks.clear();
  }

  /** For each article of the block: bytes that follow, then its numbers. */
  private rewrite(block: number, changes: ReadonlyMap<number, readonly number[]>): Uint8Array {
    const old = this.block(block);
    const reader = new PackedReader(old);
    const entry = new PackedWriter();
    for (let doc = block * blockSize; doc < (block + 1) * blockSize; doc++) {
      const length = reader.number();
      const kept = old.subarray(reader.position, reader.position + length);
      reader.position += length;
      const changed = changes.get(doc);
      changed?.forEach((number) => {
        entry.number(number);
      });
      const data = changed ? entry.take() : kept;
      this.writer.number(data.length);
      this.writer.append(data);
    }
    return this.writer.take();
  }

  /** Calls back with where the numbers of each article stand in its block. */
  private eachArticle(
    docs: Uint32Array,
    take: (data: Uint8Array, start: number, end: number, doc: number) => void,
  ): void {
    const isDense = docs.length > 0 && docs.length >= blockOf(docs.at(-1)!) - blockOf(docs[0]!);
    for (let at = 0; at < docs.length;) {
      const block = blockOf(docs[at]!);
      if (isDense && !this.blocks.has(block)) this.loadFrom(block, blockOf(docs.at(-1)!));
      const last = (block + 1) * blockSize;
      const data = this.block(block);
      let position = 0;
      for (let doc = block * blockSize; position < data.length && at < docs.length; doc++) {
        let length = data[position++]!;
        if (length > 0x7f) {
          length &= 0x7f;
          for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
            byte = data[position++]!;
            length |= (byte & 0x7f) << shift;
          }
        }
        const end = position + length;
        if (doc === docs[at]) {
          take(data, position, end, doc);
          at++;
        }
        position = end;
      }
      while (at < docs.length && docs[at]! < last) at++;
    }
  }

  /** Reads some blocks by one statement, which takes a fifth of as many. */
  private loadFrom(block: number, last: number): void {
    const to = Math.min(last, block + blocksAtOnce - 1);
    if (this.blocks.size + blocksAtOnce > mostBlocks[this.table]) this.forget();
    const rows = this.database.tuples(
      `SELECT block, data FROM ${this.table} WHERE block BETWEEN ? AND ?`,
      block,
      to,
    );
    for (const [number, data] of rows) {
      if (!this.blocks.has(Number(number))) this.blocks.set(Number(number), data as Uint8Array);
    }
  }

  /** What was given before may be gone with the next call: one block is read at a time. */
  private block(block: number): Uint8Array {
    let data = this.blocks.get(block);
    if (!data) {
      data =
        (this.database.get(`SELECT data FROM ${this.table} WHERE block = ?`, block)?.['data'] as
          Uint8Array | undefined) ?? new Uint8Array();
      if (this.blocks.size >= mostBlocks[this.table]) this.forget();
      this.blocks.set(block, data);
    }
    return data;
  }
}

function blockOf(doc: number): number {
  return Math.floor(doc / blockSize);
}
