import {
  keyLines,
  mergeLines,
  type ConcordanceSort,
  type CorpusIndex,
  type Filter,
  type KeyedLine,
  type KwicLine,
  type Page,
} from '../../core/index.ts';
import type { ConcordanceRequest } from './concordanceRequest.ts';

/** Lines of the first look, and of every further one that is asked for. */
export const firstLines = 1000;
export const moreLines = 5000;
/** Lines of one question to the index: it can be given up between two. */
const pageSize = 500;

/** What a concordance needs of the window. */
export interface ConcordanceSource {
  /** Of the corpus; undefined while it is not open. */
  readonly index: () => CorpusIndex | undefined;
  readonly filter: () => Filter;
  /** Something else is to be shown. */
  readonly onDidChange: () => void;
}

/** The lines of a query, read page by page, and kept in the order asked for. */
export class Concordance {
  readonly request: ConcordanceRequest;
  private readonly source: ConcordanceSource;
  private read: KwicLine[] = [];
  private cursor: string | undefined;
  /** Counts readings: answers of an earlier one are not wanted any more. */
  private reading = 0;

  sort: ConcordanceSort;
  lines: readonly KeyedLine[] = [];
  /** Of the index, when lines were last read. */
  generation = -1;
  /** How many there are in all; undefined while that is not known. */
  total: number | undefined;
  /** So many at least, as long as the number is not known. */
  leastTotal = 0;
  /** Lines that could not be shown: their articles have changed since they were indexed, or cannot be read. */
  unreadable = 0;
  state: 'reading' | 'more' | 'complete' | 'failed' = 'reading';
  /** The corpus is another one than when the lines were read. */
  isStale = false;

  constructor(request: ConcordanceRequest, sort: ConcordanceSort, source: ConcordanceSource) {
    this.request = request;
    this.sort = sort;
    this.source = source;
  }

  get articles(): number {
    return new Set(this.read.map(({ article }) => article.id)).size;
  }

  /** Forgets what was read, and reads as many lines again. Never rejects. */
  async restart(): Promise<void> {
    const wanted = Math.max(firstLines, this.read.length);
    this.read = [];
    this.lines = [];
    this.cursor = undefined;
    this.total = undefined;
    this.leastTotal = 0;
    this.unreadable = 0;
    this.isStale = false;
    await this.load(wanted);
  }

  /** Reads on until there are `wanted` lines, or all. Never rejects. */
  async load(wanted: number): Promise<void> {
    const reading = ++this.reading;
    this.state = 'reading';
    let shown = this.read.length;
    try {
      do {
        const page = await this.ask(wanted);
        if (reading !== this.reading) return;
        if (page === undefined) break;
        this.add(page.items);
        this.cursor = page.cursor;
        this.generation = page.generation;
        this.count(page);
        // A document of many lines takes long to replace: it is, whenever it has doubled.
        if (this.read.length >= 2 * shown && this.cursor !== undefined && this.read.length < wanted) {
          shown = this.read.length;
          this.source.onDidChange();
        }
      } while (this.cursor !== undefined && this.read.length < wanted);
      this.state = this.cursor === undefined ? 'complete' : 'more';
    } catch {
      if (reading !== this.reading) return;
      this.state = 'failed';
    }
    this.source.onDidChange();
  }

  /** Leaves it at what is read so far. */
  stop(): void {
    if (this.state !== 'reading') return;
    this.reading++;
    this.state = this.cursor === undefined && this.read.length > 0 ? 'complete' : 'more';
    this.source.onDidChange();
  }

  sortBy(sort: ConcordanceSort): void {
    this.sort = sort;
    this.lines = keyLines(this.read, sort);
    this.source.onDidChange();
  }

  dispose(): void {
    this.reading++;
  }

  private count({ cursor, total, isApproximate = false }: Page<KwicLine>): void {
    const isWhole = cursor === undefined;
    this.total = isWhole ? this.read.length : isApproximate ? undefined : total;
    this.leastTotal = Math.max(this.leastTotal, total, this.read.length + 1);
    this.unreadable = isWhole && !isApproximate ? Math.max(0, total - this.read.length) : 0;
  }

  private ask(wanted: number) {
    const limit = Math.min(pageSize, Math.max(1, wanted - this.read.length));
    const page = { limit, ...(this.cursor !== undefined && { cursor: this.cursor }) };
    return this.source.index()?.kwic(this.request.query, this.source.filter(), page);
  }

  private add(items: readonly KwicLine[]): void {
    this.lines = mergeLines(this.lines, keyLines(items, this.sort, this.read.length));
    for (const item of items) this.read.push(item);
  }
}
