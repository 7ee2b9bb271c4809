import { isRecordFile, type FileStamp } from '../core/index.ts';

/** Bytes of a record, before anybody has counted. */
const recordSize = 4000;
/** A compressed file holds about so many times its size. */
const gzipFactor = 3.5;

/**
 * How many articles a job has done and how many there are, as far as one can say: a file of records is counted by what is
 * read of it, so that the progress through one file of five gigabytes is seen.
 */
export class ExpectedArticles {
  private readonly expected = new Map<string, number>();
  private readonly sizes = new Map<string, number>();
  private sum = 0;
  private finished = 0;

  constructor(stamps: readonly FileStamp[]) {
    for (const { path, size } of stamps) {
      const plain = /\.gz$/i.test(path) ? size * gzipFactor : size;
      this.sizes.set(path, plain);
      this.expect(path, isRecordFile(path) ? Math.max(1, Math.round(plain / recordSize)) : 1);
    }
  }

  get done(): number {
    return this.finished;
  }

  /** Never less than what is done. */
  get total(): number {
    return Math.max(this.finished, this.sum);
  }

  /** One more article of a file is done; `count` of it are, up to byte `offset` of its plain stream. */
  advance(path: string, count: number, offset: number): void {
    this.finished++;
    const size = this.sizes.get(path) ?? 0;
    if (offset > 0 && count >= 50) this.expect(path, Math.max(count, Math.round((count * size) / offset)));
  }

  /** A file gave `count` articles; one without any is as much work as one article. */
  finish(path: string, count: number): void {
    if (count === 0) this.finished++;
    this.expect(path, Math.max(1, count));
  }

  private expect(path: string, count: number): void {
    this.sum += count - (this.expected.get(path) ?? 0);
    this.expected.set(path, count);
  }
}
