import { open, stat } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import type { Evidence, FileStamp, RecordPlace } from '../core/index.ts';
import { profileFile, type Profiled, type RecordFormat } from './records/fileProfile.ts';
import { RecordReader, type RecordsOutcome, type SourceRecord } from './records/readRecords.ts';
import { DriveStalled, inTime } from './inTime.ts';
import { readingProblem, readSourceFile, unreadStamp } from './readSourceFile.ts';
import { settingsPath, type CorpusSettings } from './corpusSettings.ts';
import { sourceFormatOf } from './sourceFormat.ts';

/** A source file that is being read. Its records come one after the other: nobody holds all of them. */
export interface OpenedSource {
  /** As it was before reading; a file that changes meanwhile will be seen as changed. Absent when it has vanished. */
  readonly stamp?: FileStamp;
  readonly records: AsyncIterable<SourceRecord>;
  /** What there is to report; complete once `records` was read to the end. */
  readonly outcome: () => RecordsOutcome;
}

/** The last record of a file of lines that is known, and its number. */
type LastKnown = RecordPlace & { readonly number: number };

/** Opens a source file of any format; of a file of lines only what comes `after`. Never rejects, nor does the reading of its records: what went wrong is in `outcome`. */
export async function openSource(
  root: string,
  path: string,
  settings?: CorpusSettings,
  after?: LastKnown,
): Promise<OpenedSource> {
  if (path === settingsPath) return settingsSource(settings);
  const format = sourceFormatOf(path);
  if (format !== 'lines' && format !== 'json' && format !== 'csv') {
    return openArticle(root, path, settings);
  }
  let stamp: FileStamp | undefined;
  try {
    stamp = await stampOf(join(root, path), path);
    if (stamp === undefined) return failed({ path, modifiedMs: 0, size: 0 }, path, { rule: 'notAFile' });
    if (stamp.size === 0) return failed(stamp, path, { rule: 'empty' });
    const side = await settings?.sideTable(path);
    if (side) return source(stamp, [], side);
    const profiled = await profileOf(join(root, path), stamp, format, settings);
    if (profiled.kind === 'foreign') return source(stamp, []);
    if (profiled.kind === 'problem') return failed(stamp, path, profiled.problem);
    const reader = new RecordReader(join(root, path), path, profiled.profile);
    return { stamp, records: reader.records(after), outcome: () => reader.outcome() };
  } catch (error) {
    return failed(error instanceof DriveStalled ? unreadStamp(path) : stamp, path, headProblem(error));
  }
}

async function openArticle(
  root: string,
  path: string,
  settings: CorpusSettings | undefined,
): Promise<OpenedSource> {
  try {
    const stated = await settings?.statedOf(path);
    const { stamp, records, skipped } = await readSourceFile(root, path, stated);
    return source(
      stamp,
      records.map((record) => ({ record })),
      skipped && { skipped },
    );
  } catch (error) {
    // The table beside it.
    return failed(unreadStamp(path), path, readingProblem(error));
  }
}

/** A reader of single records of a file whose places are known. Rejects when the file cannot be read. */
export async function openRecords(
  root: string,
  path: string,
  settings?: CorpusSettings,
): Promise<{ readonly stamp: FileStamp; readonly reader: RecordReader } | undefined> {
  const format = sourceFormatOf(path);
  if (format !== 'lines' && format !== 'json' && format !== 'csv') return undefined;
  const file = join(root, path);
  const stamp = await stampOf(file, path);
  if (stamp === undefined || stamp.size === 0) return undefined;
  const profiled = await profileOf(file, stamp, format, settings);
  if (profiled.kind !== 'records') return undefined;
  return { stamp, reader: new RecordReader(file, path, profiled.profile) };
}

/** Profiles of the files that were read last: excerpts ask for many records of one file. */
const profiles = new Map<string, Promise<Profiled>>();
const keptProfiles = 32;

function profileOf(
  file: string,
  { modifiedMs, size }: FileStamp,
  format: RecordFormat,
  settings: CorpusSettings | undefined,
): Promise<Profiled> {
  const choices = settings?.fields;
  const key = JSON.stringify([file, modifiedMs, size, choices]);
  const known = profiles.get(key);
  if (known) return known;
  if (profiles.size >= keptProfiles) profiles.delete(profiles.keys().next().value!);
  const profiled = profileFile(file, format, choices);
  profiles.set(key, profiled);
  profiled.catch(() => profiles.delete(key));
  return profiled;
}

/** A pipe that takes a file's place must not block for ever. */
const readingFlags = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

/** Undefined for what is no file. Rejects when it cannot be read. */
async function stampOf(file: string, path: string): Promise<FileStamp | undefined> {
  if (!(await inTime(stat(file))).isFile()) return undefined;
  const handle = await inTime(open(file, readingFlags));
  try {
    const { mtimeMs, size } = await inTime(handle.stat());
    return { path, modifiedMs: mtimeMs, size };
  } finally {
    handle.close().catch(() => undefined);
  }
}

function headProblem(error: unknown): Evidence {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('Z_')
    ? { rule: 'gzipDamaged', values: { records: 0 } }
    : readingProblem(error);
}

/** The settings file is no article, but what is wrong with it is told like what is wrong with any file. */
function settingsSource(settings: CorpusSettings | undefined): OpenedSource {
  const problem = settings?.problem && { path: settingsPath, evidence: settings.problem };
  return source(settings?.stamp, [], problem && { skipped: problem });
}

function failed(stamp: FileStamp | undefined, path: string, evidence: Evidence): OpenedSource {
  return source(stamp, [], { skipped: { path, evidence } });
}

function source(
  stamp: FileStamp | undefined,
  records: readonly SourceRecord[],
  outcome: RecordsOutcome = {},
): OpenedSource {
  return {
    ...(stamp && { stamp }),
    records: {
      async *[Symbol.asyncIterator]() {
        for (const record of records) yield await Promise.resolve(record);
      },
    },
    outcome: () => outcome,
  };
}
