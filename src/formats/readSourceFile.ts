import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleRecord, Evidence, FileStamp, SkippedFile } from '../core/index.ts';
import { decodeBytes } from './encoding.ts';
import { DriveStalled, inTime } from './inTime.ts';
import type { StatedFacts } from './statedFacts.ts';
import { toArticle } from './toArticle.ts';

/** What became of one source file that is an article. A file that gave records may still have something to report (`skipped.isRead`). */
export interface SourceReading {
  /** As it was before reading; a file that changes meanwhile will be seen as changed. Absent when it has vanished. */
  readonly stamp?: FileStamp;
  readonly records: readonly ArticleRecord[];
  readonly skipped?: SkippedFile;
}

/** An article has some thousand characters; a file beyond this is a dump to be split, and would stop all others. */
export const sourceFileLimit = 10_000_000;

/** A pipe that takes a file's place must not block for ever. */
const readingFlags = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

/**
 * Reads a source file that is one article (text, Markdown, HTML). Never rejects: what went wrong is in `skipped`. `stated`
 * is what stands of the article in another place of the corpus.
 */
export async function readSourceFile(
  root: string,
  path: string,
  stated?: StatedFacts,
): Promise<SourceReading> {
  let stamp: FileStamp | undefined;
  const skip = (evidence: Evidence): SourceReading => ({
    records: [],
    skipped: { path, evidence },
    ...(stamp && { stamp }),
  });
  let handle: FileHandle | undefined;
  try {
    const file = join(root, path);
    const found = await inTime(stat(file));
    stamp = { path, modifiedMs: found.mtimeMs, size: found.size };
    if (!found.isFile()) return skip({ rule: 'notAFile' });
    const tooLarge = { rule: 'tooLarge', values: { size: found.size, limit: sourceFileLimit } };
    if (found.size === 0) return skip({ rule: 'empty' });
    if (found.size > sourceFileLimit) return skip(tooLarge);
    handle = await inTime(open(file, readingFlags));
    const bytes = await readAll(handle, found.size);
    if (bytes.length > sourceFileLimit)
      return skip({ ...tooLarge, values: { ...tooLarge.values, size: bytes.length } });
    if (bytes.length === 0) return skip({ rule: 'empty' });
    return { stamp, ...readRecords(path, bytes, stated) };
  } catch (error) {
    const skipped = skip(readingProblem(error));
    return error instanceof DriveStalled ? { ...skipped, stamp: unreadStamp(path) } : skipped;
  } finally {
    // Nobody waits for it: a drive that stalls answers this no sooner.
    handle?.close().catch(() => undefined);
  }
}

/**
 * Reads a file whose size is known, at once where that still holds, and not much beyond the limit where it grew meanwhile.
 * `handle.readFile` asks the drive for the size and for the end again.
 */
async function readAll(handle: FileHandle, size: number): Promise<Uint8Array> {
  // One byte more tells that something follows.
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  do {
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(length)]);
    const { bytesRead } = await inTime(handle.read(bytes, length, bytes.length - length));
    length += bytesRead;
    if (bytesRead === 0) break;
  } while (length !== size && length <= sourceFileLimit);
  return bytes.subarray(0, length);
}

/** The stamp of a file that was not looked at: it equals no file's, so that the next job looks again. */
export function unreadStamp(path: string): FileStamp {
  return { path, modifiedMs: 0, size: 0 };
}

/** What a failed system call says of a path. */
export function readingProblem(error: unknown): Evidence {
  if (error instanceof DriveStalled) return { rule: 'stalled', values: { seconds: error.seconds } };
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { rule: 'vanished' };
  if (code === 'EACCES' || code === 'EPERM') return { rule: 'noRights' };
  if (code === 'EISDIR') return { rule: 'notAFile' };
  if (code === 'ELOOP') return { rule: 'linkLoop' };
  return { rule: 'unreadable', values: { code: typeof code === 'string' ? code : String(error) } };
}

function readRecords(
  path: string,
  bytes: Uint8Array,
  stated: StatedFacts | undefined,
): Omit<SourceReading, 'stamp'> {
  const decoded = decodeBytes(bytes);
  if ('reason' in decoded) return { records: [], skipped: { path, evidence: decoded.reason } };
  const { text, encoding, replacedBytes } = decoded;
  if (text.trim() === '') return { records: [], skipped: { path, evidence: { rule: 'blank' } } };
  const record = toArticle(path, text, stated);
  if (record.text.trim() === '')
    return { records: [], skipped: { path, evidence: { rule: 'noTextInPage' } } };
  const evidence = { rule: 'replacedBytes', values: { encoding, bytes: replacedBytes } };
  return { records: [record], ...(replacedBytes > 0 && { skipped: { path, evidence, isRead: true } }) };
}
