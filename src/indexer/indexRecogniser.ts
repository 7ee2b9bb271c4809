import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WritableCorpusIndex } from '../core/index.ts';
import type { AnalysisPool } from './analysisPool.ts';
import { inspectOwnModel } from './ownModel/ownModel.ts';

/**
 * What finds names, as a text that differs when names may be found otherwise: empty for the recogniser of ours. Rejects with
 * `OwnModelProblem` when the model in the folder `ownModel` cannot be used.
 */
export function recogniserVersion(ownModel: string | undefined): Promise<string> {
  return ownModel === undefined ? Promise.resolve('') : inspectOwnModel(ownModel);
}

export interface RecogniserChange {
  readonly index: WritableCorpusIndex;
  /** Where the index lies. */
  readonly file: string;
  /** What finds names from now on, by `recogniserVersion`. */
  readonly version: string;
  readonly pool: AnalysisPool;
  /** Forgets the index; another one stands in its place then. */
  readonly startAnew: () => Promise<void>;
}

/**
 * An index holds names of one recogniser only: made with another one, it is begun anew. What is there is given up only
 * once the new one is known to run: else the pool's reason is thrown.
 */
export async function takeRecogniser({
  index,
  file,
  version,
  pool,
  startAnew,
}: RecogniserChange): Promise<void> {
  if (recogniserOf(file) === version) return;
  await pool.readPassages({ id: '', text: '' });
  const { generation } = await index.status();
  if (generation > 0) await startAnew();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(noteFile(file), version);
}

function recogniserOf(file: string): string {
  try {
    return readFileSync(noteFile(file), 'utf8');
  } catch {
    return '';
  }
}

/** Beside the index, and gone with it. */
const noteFile = (file: string): string => path.join(path.dirname(file), 'recogniser');
