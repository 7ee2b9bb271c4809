import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WritableCorpusIndex } from '../core/index.ts';
import type { AnalysisPool } from './analysisPool.ts';
import { inspectOwnModel } from './ownModel/ownModel.ts';

/** Raised when the same models read an article otherwise: other rules for dates, passages, joins or facts. */
const rulesVersion = 6;

/**
 * What reads articles, as a text that differs when they may be read otherwise: the rules, the models by their
 * `modelsVersion`, and the one in the folder `ownModel`. Rejects with `OwnModelProblem` when that one cannot be used.
 */
export async function analyserVersion(models: string, ownModel: string | undefined): Promise<string> {
  const own = ownModel === undefined ? '' : ` ${await inspectOwnModel(ownModel)}`;
  return `${rulesVersion} ${models}${own}`;
}

export interface AnalyserChange {
  readonly index: WritableCorpusIndex;
  /** Where the index lies. */
  readonly file: string;
  /** What reads articles from now on, by `analyserVersion`. */
  readonly version: string;
  readonly pool: AnalysisPool;
  /** Forgets the index; another one stands in its place then. */
  readonly startAnew: () => Promise<void>;
}

/**
 * An index holds what one analyser read: made by another one, an older version of ours too, it is begun anew. What is
 * there is given up only once the new one is known to run: else the pool's reason is thrown.
 */
export async function takeAnalyser({ index, file, version, pool, startAnew }: AnalyserChange): Promise<void> {
  if (analyserOf(file) === version) return;
  await pool.readPassages({ id: '', text: '' });
  const { generation } = await index.status();
  if (generation > 0) await startAnew();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(noteFile(file), version);
}

function analyserOf(file: string): string {
  try {
    return readFileSync(noteFile(file), 'utf8');
  } catch {
    return '';
  }
}

/** Beside the index, and gone with it. */
const noteFile = (file: string): string => path.join(path.dirname(file), 'analyser');
