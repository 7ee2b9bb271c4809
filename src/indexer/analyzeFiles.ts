import type { Batch, CorpusSurvey, FileStamp, SkippedFile, WritableCorpusIndex } from '../core/index.ts';
import { readSourceFile } from '../formats/readSourceFile.ts';
import { AnalysisFailed, type AnalysisPool } from './analysisPool.ts';
import { evidenceFor } from './surveyCorpus.ts';

export interface FilesToAnalyze {
  readonly root: string;
  readonly index: WritableCorpusIndex;
  readonly pool: AnalysisPool;
  readonly survey: CorpusSurvey;
  /** Files to be read. */
  readonly stamps: readonly FileStamp[];
  /** Known without reading: folders without rights and the like. */
  readonly skipped: readonly SkippedFile[];
  readonly removedPaths: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  /** After each batch, with the new generation. */
  readonly onBatch?: (generation: number) => void;
}

type BatchFile = Batch['files'][number];

/** The first batch is small, so that the trees show something within a second. */
const firstBatch = { files: 16, waitMs: 200 };
/** Writing has a fixed cost for every name in a batch, so larger ones write less in all; but queries wait meanwhile. */
const laterBatch = { files: 150, waitMs: 1500 };
/** Files in work beyond what the pool can hold: they are being read meanwhile. */
const readAhead = 2;

/**
 * Reads, analyses and writes files in batches. Stops between two files when the signal says so; what is done by then is
 * kept. Returns how many files were read.
 */
export async function analyzeFiles(task: FilesToAnalyze): Promise<number> {
  const batches = new Batches(task);
  let next = 0;
  let done = 0;
  const runner = async (): Promise<void> => {
    while (next < task.stamps.length && !task.signal?.aborted) {
      const stamp = task.stamps[next++]!;
      await batches.add(await analyzeFile(task, stamp));
      task.onProgress?.(++done, task.stamps.length);
    }
  };
  await Promise.all(Array.from({ length: task.pool.capacity + readAhead }, runner));
  await batches.flush();
  return done;
}

class Batches {
  private readonly task: FilesToAnalyze;
  private files: BatchFile[];
  private removedPaths: readonly string[];
  private written = 0;
  private since = performance.now();

  constructor(task: FilesToAnalyze) {
    this.task = task;
    this.files = task.skipped.map((skipped) => ({ stamp: placeStamp(skipped.path), articles: [], skipped }));
    this.removedPaths = task.removedPaths;
  }

  async add(file: BatchFile | undefined): Promise<void> {
    // While the analysis threads start there is nothing to write: the clock begins with the first file.
    if (this.written === 0 && this.files.length === 0) this.since = performance.now();
    if (file) this.files.push(file);
    const limit = this.written === 0 ? firstBatch : laterBatch;
    const isDue = this.files.length >= limit.files || performance.now() - this.since > limit.waitMs;
    if (isDue && this.files.length > 0) await this.flush();
  }

  async flush(): Promise<void> {
    const { files, removedPaths } = this;
    if (files.length === 0 && removedPaths.length === 0) return;
    this.files = [];
    this.removedPaths = [];
    this.written++;
    const generation = await this.task.index.apply({ files, removedPaths });
    this.since = performance.now();
    this.task.onBatch?.(generation);
  }
}

/** The stamp of something that is not a source file: it equals no file's, so that it is looked at again every time. */
export function placeStamp(path: string): FileStamp {
  return { path, modifiedMs: 0, size: 0 };
}

async function analyzeFile(
  { root, pool, survey }: FilesToAnalyze,
  known: FileStamp,
): Promise<BatchFile | undefined> {
  const { stamp = known, records, skipped } = await readSourceFile(root, known.path);
  const articles: BatchFile['articles'][number][] = [];
  let problem = skipped;
  for (const record of records) {
    try {
      const analysis = await pool.analyze(record, evidenceFor(survey, record));
      articles.push({ id: record.id, analysis });
    } catch (error) {
      if (!(error instanceof AnalysisFailed)) throw error;
      problem = { path: known.path, evidence: error.evidence };
    }
  }
  return { stamp, articles, ...(problem && { skipped: problem }) };
}
