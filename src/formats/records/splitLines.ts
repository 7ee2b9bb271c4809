import { recordLimit, type RawRecord } from './rawRecord.ts';

/**
 * The lines of a stream that hold something, in constant memory: a line longer than a record may be is passed over and
 * reported. Only `\n` ends a line, since JSON may hold any other separator as a character.
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  from = 0,
  limit: number = recordLimit,
): AsyncGenerator<RawRecord> {
  let pending: Buffer[] = [];
  let length = 0;
  let offset = from;
  let line = 1;
  const take = (last: Buffer): RawRecord | undefined => {
    const total = length + last.length;
    const place = { offset, length: total, line };
    const bytes = total > limit ? undefined : Buffer.concat([...pending, last]);
    pending = [];
    length = 0;
    offset += total + 1;
    line++;
    if (!bytes) return { ...place, problem: { rule: 'recordTooLarge', values: { size: total, limit } } };
    return isBlank(bytes) ? undefined : { ...place, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const record = take(chunk.subarray(start, end));
      start = end + 1;
      if (record) yield record;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length > limit) pending = [];
    else if (rest.length > 0) pending.push(rest);
  }
  const record = length > 0 ? take(Buffer.alloc(0)) : undefined;
  if (record) yield record;
}

/** Only blanks, or the mark of an encoding. */
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf);
}
