import { statSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, type Batch, type BatchArticle, type FileStamp } from '../../src/core/index.ts';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { generateCorpus } from './generateCorpus.ts';
import { startClock, type Elapsed } from './measure.ts';

/** What it took to fill an index with articles that were analysed before. */
export interface Filling {
  /** Of the writer: what the process does that owns the index. */
  readonly write: Elapsed;
  /** Of reading an analysis into what the index keeps, which an indexer does in its threads. */
  readonly prepare: Elapsed;
  readonly peakRssMb: number;
  readonly bytes: number;
}

/** Articles that an indexer writes at once. */
const batchSize = 400;

/**
 * Fills the index at `file` with the generated articles. Stamps are those of the files below `root` when it is given, so
 * that an indexer finds nothing to do.
 */
export async function fillStore(file: string, count: number, seed: number, root?: string): Promise<Filling> {
  const { index } = openSqliteIndex(file);
  const write = { wallMs: 0, cpuMs: 0 };
  const prepare = { wallMs: 0, cpuMs: 0 };
  let files: { stamp: FileStamp; articles: BatchArticle[] }[] = [];
  const flush = async (isComplete: boolean): Promise<void> => {
    const batch: Batch = { files, removedPaths: [], isComplete };
    files = [];
    const stop = startClock();
    await index.apply(batch);
    addTo(write, stop());
  };
  for (const { path, text, analysis } of generateCorpus(count, seed)) {
    const stop = startClock();
    const entry = entryOf(path, analysis);
    addTo(prepare, stop());
    files.push({ stamp: stampOf(root, path, text.length), articles: [{ id: path, entry }] });
    if (files.length === batchSize) await flush(false);
  }
  await flush(true);
  await index.close();
  const peakRssMb = process.resourceUsage().maxRSS / 1000;
  return { write, prepare, peakRssMb, bytes: statSync(file).size };
}

function stampOf(root: string | undefined, path: string, length: number): FileStamp {
  if (root === undefined) return { path, modifiedMs: 0, size: length };
  const { mtimeMs, size } = statSync(join(root, path));
  return { path, modifiedMs: mtimeMs, size };
}

function addTo(sum: { wallMs: number; cpuMs: number }, { wallMs, cpuMs }: Elapsed): void {
  sum.wallMs += wallMs;
  sum.cpuMs += cpuMs;
}
