import type { Evidence } from '../../core/index.ts';

/** One record as it stands in its file, before anything of it is read. */
export interface RawRecord {
  /** Where it begins, in bytes of the plain stream: of the file itself, or of what a compressed one holds. */
  readonly offset: number;
  readonly length: number;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Absent when `problem` says why it could not be taken out of the file. */
  readonly bytes?: Buffer;
  readonly problem?: Evidence;
}

/** A record may be as long as an article: what is longer is not held in memory. Bytes. */
export const recordLimit = 10_000_000;

/** Counts the line ends of bytes; a carriage return alone is none. */
export function countLines(bytes: Buffer, start = 0, end: number = bytes.length): number {
  let count = 0;
  for (let at = bytes.indexOf(10, start); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
