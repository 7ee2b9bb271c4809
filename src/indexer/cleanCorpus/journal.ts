import { articleSource, type ArticleId, type ArticleLoss, type Evidence } from '../../core/index.ts';
import { wholeLines } from './wholeLines.ts';

/** One line of the journal: what became of one article, or of a file that gave none. In the order of a walk. */
export interface JournalEntry {
  readonly article: ArticleId;
  /** Of the source file, when it was read: modification time in milliseconds, and bytes. */
  readonly stamp?: readonly [modifiedMs: number, size: number];
  /** Of all options of the run: with an equal stamp, nothing can have changed. */
  readonly options: string;
  /** Of all that the copy was made from; absent when the article is to be tried again. */
  readonly key?: string;
  /** No wanted article of this file comes after. */
  readonly isLast?: boolean;
  /** Length of its line in the file of all articles, with the line end. */
  readonly bytes?: number;
  readonly loss?: ArticleLoss;
  readonly leftOut?: Evidence;
}

export interface LocatedEntry {
  readonly entry: JournalEntry;
  /** The bytes after the entry and after its article's line. */
  readonly end: number;
  readonly articlesEnd: number;
}

/** The entries of a journal up to the first line that is none. */
export async function* readJournal(file: string): AsyncGenerator<LocatedEntry> {
  let articlesEnd = 0;
  for await (const { text, end } of wholeLines(file)) {
    const entry = parseEntry(text);
    if (entry === undefined) return;
    articlesEnd += entry.bytes ?? 0;
    yield { entry, end, articlesEnd };
  }
}

export function parseEntry(line: string): JournalEntry | undefined {
  try {
    const entry = JSON.parse(line) as Partial<JournalEntry> | null;
    return typeof entry?.article === 'string' && typeof entry.options === 'string'
      ? (entry as JournalEntry)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The order in which a corpus is walked: in a folder its files by name, then its folders; in a file its records by
 * number.
 */
export function compareArticleIds(a: ArticleId, b: ArticleId): number {
  const [first, second] = [articleSource(a), articleSource(b)];
  return comparePaths(first.file, second.file) || (first.record ?? 0) - (second.record ?? 0);
}

/** The same for entries; what a file as a whole has to report comes after its records. */
export function compareEntries(a: JournalEntry, b: JournalEntry): number {
  const [first, second] = [articleSource(a.article), articleSource(b.article)];
  return comparePaths(first.file, second.file) || rankInFile(a) - rankInFile(b);
}

function rankInFile({ article, leftOut }: JournalEntry): number {
  return articleSource(article).record ?? (leftOut ? Number.MAX_SAFE_INTEGER : 0);
}

function comparePaths(a: string, b: string): number {
  if (a === b) return 0;
  const [first, second] = [a.split('/'), b.split('/')];
  let i = 0;
  while (i < first.length - 1 && i < second.length - 1 && first[i] === second[i]) i++;
  const isFile = [i === first.length - 1, i === second.length - 1];
  if (isFile[0] !== isFile[1]) return isFile[0] ? -1 : 1;
  return (first[i] ?? '') < (second[i] ?? '') ? -1 : 1;
}

/** An async sequence whose next item can be looked at before it is taken. */
export class Peekable<T> {
  private readonly source: AsyncIterator<T>;
  private ahead: IteratorResult<T, unknown> | undefined;

  constructor(source: AsyncIterator<T>) {
    this.source = source;
  }

  async peek(): Promise<T | undefined> {
    this.ahead ??= await this.source.next();
    return this.ahead.done === true ? undefined : this.ahead.value;
  }

  async next(): Promise<T | undefined> {
    const item = await this.peek();
    if (this.ahead?.done !== true) this.ahead = undefined;
    return item;
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }
}
