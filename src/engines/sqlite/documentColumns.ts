import { dateMarks, type DateCode } from '../../core/index.ts';
import type { Database } from './database.ts';
import { free } from './packing.ts';

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
const columns = ['date', 'outlet', 'language', 'marks'] as const satisfies (keyof DocumentValues)[];

type Column = (typeof columns)[number];

/**
 * Date, outlet, language and marks of all articles in packed columns, each kept in memory once asked for: 4 bytes an article, and
 * most questions ask for the dates alone. A stored block is four columns of `blockSize` 32-bit numbers, one after the other.
 */
export class DocumentColumns {
  private readonly database: Database;
  private readonly loaded = new Map<Column, Int32Array<ArrayBuffer>>();
  private all: Uint32Array | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  /** Numbers of all articles, ascending. */
  documents(): Uint32Array {
    if (!this.all) {
      const date = this.dates();
      const docs = new Uint32Array(date.length);
      let count = 0;
      for (let doc = 0; doc < date.length; doc++) if (date[doc] !== noDocument) docs[count++] = doc;
      this.all = docs.slice(0, count);
    }
    return this.all;
  }

  /** The dates of all articles by their numbers, for loops over very many: to be read only. */
  dates(): Int32Array {
    return this.column('date');
  }

  date(doc: number): DateCode {
    return this.column('date')[doc] ?? noDocument;
  }

  outlet(doc: number): number {
    return this.column('outlet')[doc] ?? noDocument;
  }

  language(doc: number): number {
    return this.column('language')[doc] ?? noDocument;
  }

  marks(doc: number): number {
    return this.column('marks')[doc] ?? noDocument;
  }

  /** How many articles have each set of marks, by `bitsOfMarks`: among some articles, or all when undefined. */
  countMarks(docs?: Uint32Array): Uint32Array {
    const marks = this.column('marks');
    const counts = new Uint32Array(2 ** dateMarks.length);
    if (docs) {
      for (let i = 0; i < docs.length; i++) counts[marks[docs[i]!]!]!++;
      return counts;
    }
    const dates = this.dates();
    for (let doc = 0; doc < marks.length; doc++) if (dates[doc] !== noDocument) counts[marks[doc]!]!++;
    return counts;
  }

  /** `undefined` takes the article out. */
  change(changes: ReadonlyMap<number, DocumentValues | undefined>): void {
    const touched = new Set<number>();
    for (const [doc, values] of changes) {
      const block = Math.floor(doc / blockSize);
      touched.add(block);
      for (const column of columns)
        this.grown(column, block + 1)[doc] = values ? values[column] : missing(column);
    }
    for (const block of touched) this.write(block);
    this.all = undefined;
  }

  /** What was given before must not be read any more. */
  forget(): void {
    for (const column of this.loaded.values()) free(column);
    if (this.all) free(this.all);
    this.loaded.clear();
    this.all = undefined;
  }

  private write(block: number): void {
    const data = new Int32Array(blockSize * columns.length);
    columns.forEach((column, i) => {
      data.set(this.column(column).subarray(block * blockSize, (block + 1) * blockSize), i * blockSize);
    });
    this.database.run('INSERT OR REPLACE INTO columns VALUES (?, ?)', block, new Uint8Array(data.buffer));
  }

  private column(column: Column): Int32Array<ArrayBuffer> {
    return this.loaded.get(column) ?? this.load(column);
  }

  private load(column: Column): Int32Array<ArrayBuffer> {
    const last = this.database.get('SELECT max(block) AS last FROM columns')?.['last'] ?? -1;
    const values = emptyColumn(column, Number(last) + 1);
    const bytes = new Uint8Array(values.buffer);
    const size = blockSize * values.BYTES_PER_ELEMENT;
    const from = columns.indexOf(column) * size;
    for (const [block, data] of this.database.tuples(
      'SELECT block, substr(data, ?, ?) FROM columns',
      from + 1,
      size,
    )) {
      bytes.set(data as Uint8Array, Number(block) * size);
      free(data as Uint8Array);
    }
    this.loaded.set(column, values);
    return values;
  }

  private grown(column: Column, blocks: number): Int32Array {
    const known = this.column(column);
    if (known.length >= blocks * blockSize) return known;
    const larger = emptyColumn(column, blocks);
    larger.set(known);
    this.loaded.set(column, larger);
    return larger;
  }
}

/** What a number has that no article has. */
function missing(column: Column): number {
  return column === 'date' ? noDocument : 0;
}

function emptyColumn(column: Column, blocks: number): Int32Array<ArrayBuffer> {
  return new Int32Array(blocks * blockSize).fill(missing(column));
}
