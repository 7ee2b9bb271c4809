import { createReadStream } from 'node:fs';

/** A line of a file without its end, and the byte after that. */
export interface WholeLine {
  readonly text: string;
  readonly end: number;
}

/** The lines of a UTF-8 file from a byte on; what stands after the last line end is none. A missing file has none. */
export async function* wholeLines(file: string, start = 0): AsyncGenerator<WholeLine> {
  const stream = createReadStream(file, { start, highWaterMark: 1 << 20 });
  let pending: Buffer[] = [];
  let end = start;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      let from = 0;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
        const line = Buffer.concat([...pending, bytes.subarray(from, at)]);
        pending = [];
        from = at + 1;
        end += line.length + 1;
        yield { text: line.toString('utf8'), end };
      }
      if (from < bytes.length) pending.push(bytes.subarray(from));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    stream.destroy();
  }
}
