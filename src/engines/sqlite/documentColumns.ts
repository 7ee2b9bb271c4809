import type { DateCode } from '../../core/index.ts';
import type { Database } from './database.ts';

/** What filters ask of every article: its date (0 when undated), ids of its outlet and language labels, its date's marks. */
export interface DocumentValues {
  readonly date: DateCode;
  readonly outlet: number;
  readonly language: number;
  /** `bitsOfMarks`. */
  readonly marks: number;
}

const blockSize = 4096;
/** The date of a number that no article has. */
const noDocument = -1;
const columnCount = 4;

/**
 * Date, outlet, language and marks of all articles in packed columns, kept in memory once asked for: 16 bytes an
 * article. A stored block is four columns of `blockSize` 32-bit numbers, one after the other.
 */
export class DocumentColumns {
  private readonly database: Database;
  private blocks: Map<number, Int32Array> | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  /** Numbers of all articles, ascending. */
  documents(): Uint32Array {
    const docs: number[] = [];
    for (const [block, columns] of this.load()) {
      for (let i = 0; i < blockSize; i++) if (columns[i] !== noDocument) docs.push(block * blockSize + i);
    }
    return Uint32Array.from(docs);
  }

  date(doc: number): DateCode {
    return this.value(doc, 0);
  }

  outlet(doc: number): number {
    return this.value(doc, 1);
  }

  language(doc: number): number {
    return this.value(doc, 2);
  }

  marks(doc: number): number {
    return this.value(doc, 3);
  }

  /** `undefined` takes the article out. */
  change(changes: ReadonlyMap<number, DocumentValues | undefined>): void {
    const blocks = this.load();
    const touched = new Set<number>();
    for (const [doc, values] of changes) {
      const block = Math.floor(doc / blockSize);
      touched.add(block);
      const columns = blocks.get(block) ?? emptyBlock();
      blocks.set(block, columns);
      const row = values
        ? [values.date, values.outlet, values.language, values.marks]
        : [noDocument, 0, 0, 0];
      row.forEach((value, column) => (columns[column * blockSize + (doc % blockSize)] = value));
    }
    for (const block of touched) {
      const { buffer } = blocks.get(block)!;
      this.database.run('INSERT OR REPLACE INTO columns VALUES (?, ?)', block, new Uint8Array(buffer));
    }
    this.blocks = new Map([...blocks].sort(([a], [b]) => a - b));
  }

  forget(): void {
    this.blocks = undefined;
  }

  private value(doc: number, column: number): number {
    const block = this.load().get(Math.floor(doc / blockSize));
    return block?.[column * blockSize + (doc % blockSize)] ?? noDocument;
  }

  private load(): Map<number, Int32Array<ArrayBuffer>> {
    if (!this.blocks) {
      this.blocks = new Map();
      for (const row of this.database.each('SELECT block, data FROM columns ORDER BY block')) {
        this.blocks.set(Number(row['block']), new Int32Array((row['data'] as Uint8Array).slice().buffer));
      }
    }
    return this.blocks as Map<number, Int32Array<ArrayBuffer>>;
  }
}

function emptyBlock(): Int32Array<ArrayBuffer> {
  return new Int32Array(blockSize * columnCount).fill(noDocument, 0, blockSize);
}
