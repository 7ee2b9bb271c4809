import type { Database } from './database.ts';
import { free, PackedReader, PackedWriter } from './packing.ts';

/** Articles of one packed row. */
const blockSize = 64;
/** Blocks kept in memory, some 3 kB each: `unit` is read to the end when pairs are counted, and then what was counted is kept. */
const mostBlocks = { forward: 16_000, unit: 1000 };

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
   * Calls back with each name of each article, article by article. `docs` ascend. A frequent entity's articles have a million
   * names: this reads them several times faster than `read`.
   */
  visit(docs: Uint32Array, visitor: (name: number, mentions: number, doc: number) => void): void {
    for (let at = 0; at < docs.length;) {
      const block = Math.floor(docs[at]! / blockSize);
      const last = (block + 1) * blockSize;
      const data = this.block(block);
      let position = 0;
      for (let doc = block * blockSize; position < data.length && at < docs.length; doc++) {
        // Every number is read in place: a function that moves the position makes it several times slower.
        let length = data[position++]!;
        if (length > 0x7f) {
          length &= 0x7f;
          for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
            byte = data[position++]!;
            length |= (byte & 0x7f) << shift;
          }
        }
        const end = position + length;
        if (doc !== docs[at]) {
          position = end;
          continue;
        }
        at++;
        while (position < end) {
          let name = data[position++]!;
          if (name > 0x7f) {
            name &= 0x7f;
            for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
              byte = data[position++]!;
              name |= (byte & 0x7f) << shift;
            }
          }
          let mentions = data[position++]!;
          if (mentions > 0x7f) {
            mentions &= 0x7f;
            for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
              byte = data[position++]!;
              mentions |= (byte & 0x7f) << shift;
            }
          }
          visitor(name, mentions, doc);
        }
      }
      while (at < docs.length && docs[at]! < last) at++;
    }
  }

  /** Calls back with the numbers of each article: those from the reader's position to `end`. `docs` ascend. */
  read(docs: Uint32Array, visitor: (reader: PackedReader, end: number, doc: number) => void): void {
    let at = 0;
    while (at < docs.length) {
      const block = Math.floor(docs[at]! / blockSize);
      const reader = new PackedReader(this.block(block));
      for (let doc = block * blockSize; !reader.isAtEnd && at < docs.length; doc++) {
        const end = reader.number() + reader.position;
        if (doc === docs[at]) {
          visitor(reader, end, doc);
          at++;
        }
        reader.position = end;
      }
      while (at < docs.length && Math.floor(docs[at]! / blockSize) === block) at++;
    }
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
