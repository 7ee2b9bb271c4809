import type { Readable } from 'node:stream';

/**
 * The lines of a UTF-8 stream, without their ends. Only `\n` and `\r\n` end a line: JSON may hold U+2028, which
 * `node:readline` would split at. A byte-order mark at the start is dropped.
 */
export async function* readLines(stream: Readable): AsyncGenerator<string> {
  let pending: Buffer[] = [];
  let isFirst = true;
  const take = (last: Buffer): string => {
    const line = Buffer.concat([...pending, last]).toString('utf8');
    pending = [];
    const text = isFirst && line.startsWith('\uFEFF') ? line.slice(1) : line;
    isFirst = false;
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  };
  for await (const chunk of stream) {
    const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield take(bytes.subarray(start, end));
      start = end + 1;
    }
    if (start < bytes.length) pending.push(bytes.subarray(start));
  }
  if (pending.length > 0) yield take(Buffer.alloc(0));
}
