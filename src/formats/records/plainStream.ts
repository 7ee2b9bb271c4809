import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { eachInTime } from '../inTime.ts';

/** How the bytes of a file become the plain stream that offsets of records count in. */
export interface StreamKind {
  readonly isGzip: boolean;
  /** UTF-16 is turned into UTF-8 as it comes, so that line ends and quotes are single bytes. */
  readonly wide?: 'utf-16le' | 'utf-16be';
  /** Bytes of the mark of an encoding at the head of the file. */
  readonly markLength: number;
}

const chunkSize = 1 << 18;

/** A place in the stream can be gone to; else everything before it has to be read first. */
export const isSeekable = ({ isGzip, wide }: StreamKind): boolean => !isGzip && wide === undefined;

/**
 * The plain stream of a file, from an offset on; `length` ends it early. Only one chunk is held at a time. Throws what
 * reading throws, and of a compressed stream that ends early or is damaged zlib's error.
 */
export async function* plainStream(
  file: string,
  kind: StreamKind,
  from = 0,
  length = Infinity,
): AsyncGenerator<Buffer> {
  if (isSeekable(kind)) {
    const start = kind.markLength + from;
    const range = length === Infinity ? {} : { end: start + length - 1 };
    const stream = createReadStream(file, { start, ...range, highWaterMark: chunkSize });
    yield* eachInTime(stream as AsyncIterable<Buffer>);
    return;
  }
  let left = length;
  let skip = from;
  for await (const chunk of decoded(file, kind)) {
    const shown = chunk.subarray(Math.min(skip, chunk.length)).subarray(0, left);
    skip -= Math.min(skip, chunk.length);
    left -= shown.length;
    if (shown.length > 0) yield shown;
    if (left <= 0) return;
  }
}

async function* decoded(file: string, { isGzip, wide, markLength }: StreamKind): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: chunkSize });
  const raw: Readable = isGzip ? source.pipe(createGunzip({ chunkSize })) : source;
  source.on('error', (error) => raw.destroy(error));
  const decoder = wide && new TextDecoder(wide);
  let mark = wide ? 0 : markLength;
  try {
    for await (const chunk of eachInTime(raw as AsyncIterable<Buffer>)) {
      const bytes = decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk.subarray(mark);
      mark -= Math.min(mark, chunk.length);
      if (bytes.length > 0) yield bytes;
    }
  } finally {
    source.destroy();
    raw.destroy();
  }
}

/** Bytes at hand as a stream. */
export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
