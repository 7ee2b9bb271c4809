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

type Columns = Readonly<Record<(typeof columns)[number], Int32Array<ArrayBuffer>>>;

/**
 * Date, outlet, language and marks of all articles in packed columns, kept in memory once asked for: 16 bytes an
 * article. A stored block is four columns of `blockSize` 32-bit numbers, one after the other.
 */
export class DocumentColumns {
  private readonly database: Database;
  private columns: Columns | undefined;
  private all: Uint32Array | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  /** Numbers of all articles, ascending. */
  documents(): Uint32Array {
    if (!this.all) {
      const { date } = this.load();
      const docs = new Uint32Array(date.length);
      let count = 0;
      for (let doc = 0; doc < date.length; doc++) if (date[doc] !== noDocument) docs[count++] = doc;
      this.all = docs.slice(0, count);
    }
    return this.all;
  }

  /** The dates of all articles by their numbers, for loops over very many: to be read only. */
  dates(): Int32Array {
    return this.load().date;
  }

  date(doc: number): DateCode {
    return this.load().date[doc] ?? noDocument;
  }

  outlet(doc: number): number {
    return this.load().outlet[doc] ?? noDocument;
  }

  language(doc: number): number {
    return this.load().language[doc] ?? noDocument;
  }

  marks(doc: number): number {
    return this.load().marks[doc] ?? noDocument;
  }

  /** How many articles have each set of marks, by `bitsOfMarks`: among some articles, or all when undefined. */
  countMarks(docs = this.documents()): Uint32Array {
    const { marks } = this.load();
    const counts = new Uint32Array(2 ** dateMarks.length);
    for (let i = 0; i < docs.length; i++) counts[marks[docs[i]!]!]!++;
    return counts;
  }

  /** `undefined` takes the article out. */
  change(changes: ReadonlyMap<number, DocumentValues | undefined>): void {
    const touched = new Set<number>();
    for (const [doc, values] of changes) {
      const block = Math.floor(doc / blockSize);
      touched.add(block);
      const known = this.grown(block + 1);
      for (const column of columns) known[column][doc] = values?.[column] ?? 0;
      if (!values) known.date[doc] = noDocument;
    }
    for (const block of touched) this.write(block);
    this.all = undefined;
  }

  /** What was given before must not be read any more. */
  forget(): void {
    if (this.columns) for (const column of columns) free(this.columns[column]);
    if (this.all) free(this.all);
    this.columns = undefined;
    this.all = undefined;
  }

  private write(block: number): void {
    const known = this.load();
    const data = new Int32Array(blockSize * columns.length);
    columns.forEach((column, i) => {
      data.set(known[column].subarray(block * blockSize, (block + 1) * blockSize), i * blockSize);
    });
    this.database.run('INSERT OR REPLACE INTO columns VALUES (?, ?)', block, new Uint8Array(data.buffer));
  }

  private load(): Columns {
    if (this.columns) return this.columns;
    const last = this.database.get('SELECT max(block) AS last FROM columns')?.['last'] ?? -1;
    const known = (this.columns = emptyColumns(Number(last) + 1));
    for (const row of this.database.each('SELECT block, data FROM columns')) {
      const bytes = row['data'] as Uint8Array;
      const data = new Int32Array(bytes.slice().buffer);
      columns.forEach((column, i) => {
        known[column].set(
          data.subarray(i * blockSize, (i + 1) * blockSize),
          Number(row['block']) * blockSize,
        );
      });
      free(data);
      free(bytes);
    }
    return known;
  }

  private grown(blocks: number): Columns {
    const known = this.load();
    if (known.date.length >= blocks * blockSize) return known;
    const larger = emptyColumns(blocks);
    for (const column of columns) larger[column].set(known[column]);
    return (this.columns = larger);
  }
}

function emptyColumns(blocks: number): Columns {
  const size = blocks * blockSize;
  const empty = (): Int32Array<ArrayBuffer> => new Int32Array(size);
  return { date: empty().fill(noDocument), outlet: empty(), language: empty(), marks: empty() };
}
