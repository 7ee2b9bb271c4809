import { join } from 'node:path';
import { recordId, type CorpusIndex, type FileStamp, type RecordPlace } from '../core/index.ts';
import type { CorpusSettings } from '../formats/corpusSettings.ts';
import { openRecords } from '../formats/openSource.ts';
import { headSize } from '../formats/records/fileProfile.ts';
import { endsLine, type RecordReader } from '../formats/records/readRecords.ts';
import { isGzip, sourceFormatOf } from '../formats/sourceFormat.ts';

/** The records of a file that the index holds already and that still stand in it as they did. */
export interface KnownRecords {
  readonly count: number;
  readonly last: RecordPlace;
}

interface GrownQuery {
  readonly root: string;
  readonly index: CorpusIndex;
  readonly settings: CorpusSettings;
  /** Of files that changed, as they are. */
  readonly stamps: readonly FileStamp[];
  /** As the index knows them. */
  readonly known: ReadonlyMap<string, FileStamp>;
}

/**
 * The files of lines to which something was added, as collectors do: only that is to be read. A file counts as grown when
 * it was read without complaint, is longer now, and its first, its middle and its last known record stand where they
 * stood, with texts of the same length. Files that are read in a moment are not looked at: more of them may tell more of
 * their fields.
 */
export async function grownFiles(query: GrownQuery): Promise<ReadonlyMap<string, KnownRecords>> {
  const grown = new Map<string, KnownRecords>();
  const candidates = query.stamps.filter((stamp) => mayHaveGrown(stamp, query.known.get(stamp.path)));
  if (candidates.length === 0) return grown;
  const complained = new Set((await query.index.skipped()).map(({ path }) => path));
  for (const { path } of candidates) {
    const records = complained.has(path) ? undefined : await knownRecords(query, path);
    if (records) grown.set(path, records);
  }
  return grown;
}

function mayHaveGrown({ path, size }: FileStamp, known: FileStamp | undefined): boolean {
  if (sourceFormatOf(path) !== 'lines' || isGzip(path)) return false;
  return known !== undefined && known.size > headSize && known.size < size;
}

async function knownRecords(
  { root, index, settings }: GrownQuery,
  path: string,
): Promise<KnownRecords | undefined> {
  const count = await countOf(index, path);
  const last = await index.place(recordId(path, count));
  if (!last || last.offset < headSize) return undefined;
  const opened = await openRecords(root, path, settings).catch(() => undefined);
  if (opened?.reader.isLines !== true) return undefined;
  for (const number of new Set([1, Math.ceil(count / 2), count]))
    if (!(await isUnchanged(index, opened.reader, recordId(path, number), number))) return undefined;
  return (await endsLine(join(root, path), opened.reader.profile, last)) ? { count, last } : undefined;
}

/** Numbers of records have no gap where nothing was complained of: the last one is found by doubling and halving. */
async function countOf(index: CorpusIndex, path: string): Promise<number> {
  const isKnown = async (number: number): Promise<boolean> =>
    (await index.place(recordId(path, number))) !== undefined;
  let above = 1;
  while (await isKnown(above)) above *= 2;
  let below = Math.floor(above / 2);
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (await isKnown(middle)) below = middle;
    else above = middle;
  }
  return below;
}

async function isUnchanged(
  index: CorpusIndex,
  reader: RecordReader,
  id: string,
  number: number,
): Promise<boolean> {
  const [place, marks] = [await index.place(id), await index.textMarks(id)];
  const record = place && (await reader.recordAt(place, number).catch(() => undefined));
  return record !== undefined && record.text.length === marks?.length;
}
