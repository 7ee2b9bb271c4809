import { countLines, recordLimit, type RawRecord } from './rawRecord.ts';

const [quote, lineFeed, carriageReturn] = [0x22, 10, 13];

/** A quote that is never closed would swallow the file: each time it happens less is read in search of its end. */
const searchLimits = [recordLimit, 1_000_000, 100_000, 20_000];

/**
 * The rows of a CSV stream, with line ends inside quotes (RFC 4180), in constant memory. A quote opens only at the head of
 * a field, and closes only before a delimiter or a line end; one that never closes makes one bad row of its first line,
 * and reading goes on with the next line.
 */
export async function* splitCsv(
  chunks: AsyncIterable<Buffer>,
  delimiter: number,
  from = 0,
  limit: number = recordLimit,
): AsyncGenerator<RawRecord> {
  const rows = new RowCutter(delimiter, from, limit);
  for await (const chunk of chunks) {
    rows.add(chunk);
    for (let row = rows.next(false); row; row = rows.next(false)) yield row;
  }
  for (let row = rows.next(true); row; row = rows.next(true)) yield row;
}

class RowCutter {
  private readonly delimiter: number;
  private readonly limit: number;
  private buffer: Buffer = Buffer.alloc(0);
  private offset: number;
  private line = 1;
  private neverClosed = 0;
  /** What comes belongs to a line that is too long and was reported already. */
  private isPassing = false;

  constructor(delimiter: number, from: number, limit: number) {
    this.delimiter = delimiter;
    this.offset = from;
    this.limit = limit;
  }

  add(chunk: Buffer): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
  }

  /** The next row; undefined when more bytes are needed, or when all is given and `isLast` says that no more come. */
  next(isLast: boolean): RawRecord | undefined {
    while (this.buffer.length > 0) {
      if (this.isPassing) {
        this.isPassing = !this.passLine();
        continue;
      }
      const found = findRow(this.buffer, this.delimiter);
      if ('end' in found) {
        const row = this.cut(found.end, found.next);
        if (row.length > this.limit) return { ...placeOf(row), problem: tooLarge(row.length, this.limit) };
        if (row.length > 0) return row;
        continue;
      }
      const most = Math.min(this.limit, searchLimits[Math.min(this.neverClosed, searchLimits.length - 1)]!);
      if (!isLast && this.buffer.length <= most) return undefined;
      if (found.isQuoted) return this.giveUpQuote();
      if (isLast) return this.cut(this.buffer.length, this.buffer.length);
      const place = { offset: this.offset, length: this.buffer.length, line: this.line };
      this.isPassing = true;
      return { ...place, problem: tooLarge(this.buffer.length, this.limit) };
    }
    return undefined;
  }

  private giveUpQuote(): RawRecord {
    this.neverClosed++;
    const place = { offset: this.offset, length: 0, line: this.line };
    this.isPassing = !this.passLine();
    return { ...place, problem: { rule: 'quoteNotClosed' } };
  }

  /** Passes over the rest of the line; whether its end was there. */
  private passLine(): boolean {
    const end = this.buffer.indexOf(lineFeed);
    if (end < 0) this.cut(this.buffer.length, this.buffer.length);
    else this.cut(end, end + 1);
    return end >= 0;
  }

  private cut(end: number, next: number): RawRecord & { readonly bytes: Buffer } {
    const row = { offset: this.offset, length: end, line: this.line, bytes: this.buffer.subarray(0, end) };
    this.line += countLines(this.buffer, 0, next);
    this.offset += next;
    this.buffer = this.buffer.subarray(next);
    return row;
  }
}

const placeOf = ({ offset, length, line }: RawRecord) => ({ offset, length, line });

const tooLarge = (size: number, limit: number) => ({ rule: 'recordTooLarge', values: { size, limit } });

/** Where the first row ends and the next begins; or whether the bytes end inside quotes. */
function findRow(
  bytes: Buffer,
  delimiter: number,
): { readonly end: number; readonly next: number } | { readonly isQuoted: boolean } {
  let isHead = true;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === quote && isHead) {
      at = closingQuote(bytes, at + 1, delimiter);
      if (at < 0) return { isQuoted: true };
    } else if (byte === lineFeed) {
      const end = bytes[at - 1] === carriageReturn ? at - 1 : at;
      return { end, next: at + 1 };
    }
    isHead = byte === delimiter;
  }
  return { isQuoted: false };
}

/** The quote that closes a field; -1 when there is none. At the end of the bytes more may come: that is no end either. */
function closingQuote(bytes: Buffer, from: number, delimiter: number): number {
  for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    const after = bytes[at + 1];
    if (after === quote) {
      at++;
      continue;
    }
    if (after === delimiter || after === lineFeed || after === carriageReturn || after === undefined)
      return at;
  }
  return -1;
}
