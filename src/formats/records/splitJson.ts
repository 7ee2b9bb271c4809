import { countLines, recordLimit, type RawRecord } from './rawRecord.ts';

const [open, close, openList, closeList, quote, backslash, comma] = [
  0x7b, 0x7d, 0x5b, 0x5d, 0x22, 0x5c, 0x2c,
];

/** Where a scan of JSON stands, byte by byte: enough to tell where a value ends, whatever its chunk. */
class JsonScan {
  depth = 0;
  private isInString = false;
  private isEscaped = false;

  /** Takes one byte; whether it closed the outermost bracket. */
  take(byte: number): boolean {
    if (this.isInString) {
      if (this.isEscaped) this.isEscaped = false;
      else if (byte === backslash) this.isEscaped = true;
      else if (byte === quote) this.isInString = false;
      return false;
    }
    if (byte === quote) this.isInString = true;
    else if (byte === open || byte === openList) this.depth++;
    else if (byte === close || byte === closeList) return --this.depth <= 0;
    return false;
  }

  get isOutside(): boolean {
    return this.depth === 0 && !this.isInString;
  }
}

/**
 * The objects of a JSON stream that stand one after the other: the elements of a list whose bracket stands before the
 * stream or at its head, or objects without one. What is no object (a number, a nested list) is passed over. Constant
 * memory: an object longer than a record may be is passed over and reported.
 */
export async function* splitJson(
  chunks: AsyncIterable<Buffer>,
  from = 0,
  limit: number = recordLimit,
): AsyncGenerator<RawRecord> {
  let scan: JsonScan | undefined;
  let pending: Buffer[] = [];
  let length = 0;
  let start = { offset: 0, line: 0 };
  let offset = from;
  let line = 1;
  for await (const chunk of chunks) {
    let first = 0;
    let counted = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (!scan) {
        if (byte === closeList) return;
        if (byte !== open) continue;
        line += countLines(chunk, counted, at);
        counted = at;
        scan = new JsonScan();
        start = { offset: offset + at, line };
        first = at;
        length = 0;
      }
      if (!scan.take(byte)) continue;
      const total = length + at + 1 - first;
      const last = chunk.subarray(first, at + 1);
      yield total > limit
        ? { ...start, length: total, problem: { rule: 'recordTooLarge', values: { size: total, limit } } }
        : { ...start, length: total, bytes: Buffer.concat([...pending, last]) };
      pending = [];
      scan = undefined;
    }
    line += countLines(chunk, counted);
    if (scan) {
      length += chunk.length - first;
      if (length > limit) pending = [];
      else pending.push(chunk.subarray(first));
    }
    offset += chunk.length;
  }
  if (scan) yield { ...start, length, problem: { rule: 'jsonEndsEarly' } };
}

/**
 * Where the list of records of an object begins, `{"articles": [{…`, by the key before it; undefined when there is none in
 * `head`. `isKey` says which keys may hold records.
 */
export function findRecordList(head: Buffer, isKey: (key: string) => boolean): number | undefined {
  const pattern = /"((?:[^"\\]|\\.){1,40})"\s*:\s*\[\s*\{/g;
  const text = head.toString('latin1');
  for (const match of text.matchAll(pattern)) {
    if (!isKey(Buffer.from(match[1]!, 'latin1').toString('utf8'))) continue;
    const at = match.index + match[0].lastIndexOf('[');
    if (depthAt(head, match.index) <= 2) return at;
  }
  return undefined;
}

function depthAt(head: Buffer, end: number): number {
  const scan = new JsonScan();
  for (let at = 0; at < end; at++) if (head[at] !== comma) scan.take(head[at]!);
  return scan.depth;
}
