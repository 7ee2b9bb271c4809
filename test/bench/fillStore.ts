import { statSync } from 'node:fs';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { preparedBatches } from './preparedBatches.ts';
import { startClock, type Elapsed } from './measure.ts';

/** As the command line writes them. */
const batchesKeptTogether = 4;

/** What it took to fill an index with articles that were analysed before. */
export interface Filling {
  /** Of the writer: what the process does that owns the index. */
  readonly write: Elapsed;
  /** Of reading an analysis into what the index keeps, which an indexer does in its threads. */
  readonly prepare: Elapsed;
  readonly peakRssMb: number;
  readonly bytes: number;
}

/**
 * Fills the index at `file` with the generated articles. They come from a process of their own, ready to be written, as an indexer
 * has them from its threads. Stamps are those of the files below `root`, so that an indexer finds nothing to do.
 */
export async function fillStore(file: string, count: number, seed: number, root: string): Promise<Filling> {
  const { index } = openSqliteIndex(file);
  let batches = 0;
  const write = { wallMs: 0, cpuMs: 0 };
  let prepare: Elapsed = { wallMs: 0, cpuMs: 0 };
  for await (const prepared of preparedBatches({ kind: 'prepare', count, seed, root })) {
    if ('took' in prepared) {
      prepare = prepared.took;
      continue;
    }
    const stop = startClock();
    const hasMore = ++batches % batchesKeptTogether > 0;
    await index.apply({ files: prepared.files, removedPaths: [], hasMore });
    addTo(write, stop());
  }
  await index.apply({ files: [], removedPaths: [], isComplete: true });
  await index.close();
  const peakRssMb = process.resourceUsage().maxRSS / 1000;
  return { write, prepare, peakRssMb, bytes: statSync(file).size };
}

function addTo(sum: { wallMs: number; cpuMs: number }, { wallMs, cpuMs }: Elapsed): void {
  sum.wallMs += wallMs;
  sum.cpuMs += cpuMs;
}
