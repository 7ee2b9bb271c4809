import type {
  BatchArticle,
  BatchFile,
  CorpusSurvey,
  Curation,
  Evidence,
  FileStamp,
  SkippedFile,
  WritableCorpusIndex,
} from '../core/index.ts';
import type { CorpusSettings } from '../formats/corpusSettings.ts';
import { DriveStalled } from '../formats/inTime.ts';
import { openSource, type OpenedSource } from '../formats/openSource.ts';
import { unreadStamp } from '../formats/readSourceFile.ts';
import type { SourceRecord } from '../formats/records/readRecords.ts';
import { AnalysisFailed, type AnalysisPool } from './analysisPool.ts';
import { ExpectedArticles } from './expectedArticles.ts';
import type { KnownRecords } from './grownFiles.ts';
import { Gate } from './gate.ts';
import { isInPartition, type Partition } from './partition.ts';
import { articleEvidence } from './articleEvidence.ts';

export interface FilesToAnalyze {
  readonly root: string;
  readonly index: WritableCorpusIndex;
  readonly pool: AnalysisPool;
  readonly survey: CorpusSurvey;
  /** What the user has put right, as `takeUpCuration` gave it. */
  readonly curation: Curation;
  readonly settings: CorpusSettings;
  /** Files to be read. */
  readonly stamps: readonly FileStamp[];
  /** Files that bear on the others: read when all others are written, so that a job cut short finds them changed again. */
  readonly lastStamps: readonly FileStamp[];
  /** Of files that grew, what of them is known: only what comes after it is read. */
  readonly grown?: ReadonlyMap<string, KnownRecords>;
  /** Known without reading: folders without rights and the like. */
  readonly skipped: readonly SkippedFile[];
  readonly removedPaths: readonly string[];
  /** Somebody asks the index meanwhile, and waits while a batch is written. */
  readonly isAsked?: boolean;
  /** Only the articles of this part. */
  readonly partition?: Partition | undefined;
  readonly signal?: AbortSignal | undefined;
  /** In articles. */
  readonly onProgress?: (done: number, total: number) => void;
  /** After each batch, with the new generation. */
  readonly onBatch?: (generation: number) => void;
}

/** The first batch is small, so that the trees show something within a second. In articles. */
const firstBatch = { articles: 16, waitMs: 200 };
/** Queries wait while a batch is written. */
const askedBatch = { articles: 150, waitMs: 1500 };
/** Writing has a fixed cost for every name in a batch, so larger ones write less in all. */
const unaskedBatch = { articles: 600, waitMs: 10_000 };
/**
 * Where nobody asks, articles of some batches are kept together, as totals of names are written once for all of them; more would be
 * lost when the process is killed. In articles, and at most `waitMs` of a batch.
 */
const keptTogether = 2400;
/** Articles of one file that are handed over together. */
const partSize = 100;
/** Files in a row that a drive does not answer for. */
const mostStalls = 8;
/** Files in work beyond what the pool can hold: they are being read meanwhile. */
const readAhead = 2;

/**
 * Reads, analyses and writes files in batches. Stops between two articles when the signal says so; what is done by then
 * is kept, but a file of records that was cut short will be read anew. Returns how many files were read to their end.
 */
export async function analyzeFiles(task: FilesToAnalyze): Promise<number> {
  const job = new Job(task);
  const done = await job.readAll(task.stamps);
  await job.batches.flush();
  const doneLast = await job.readAll(task.lastStamps);
  await job.batches.flush();
  return done + doneLast;
}

class Job {
  readonly batches: Batches;
  private readonly task: FilesToAnalyze;
  private readonly gate: Gate;
  private readonly expected: ExpectedArticles;
  private stalls = 0;

  constructor(task: FilesToAnalyze) {
    this.task = task;
    this.batches = new Batches(task);
    this.gate = new Gate(task.pool.capacity + readAhead);
    const toRead = (stamp: FileStamp): FileStamp => ({ ...stamp, size: stamp.size - this.start(stamp.path) });
    this.expected = new ExpectedArticles([...task.stamps, ...task.lastStamps].map(toRead));
  }

  async readAll(stamps: readonly FileStamp[]): Promise<number> {
    let next = 0;
    let done = 0;
    const runner = async (): Promise<void> => {
      while (next < stamps.length && !this.isAborted) {
        const isWhole = await this.readFile(stamps[next++]!);
        if (isWhole) done++;
      }
    };
    const runners = Math.min(stamps.length, this.task.pool.capacity + readAhead);
    await Promise.all(Array.from({ length: runners }, runner));
    return done;
  }

  private get isAborted(): boolean {
    return this.task.signal?.aborted ?? false;
  }

  /** Whether the file was read to its end. */
  private async readFile(known: FileStamp): Promise<boolean> {
    const { root, settings, grown } = this.task;
    const records = grown?.get(known.path);
    const after = records && { ...records.last, number: records.count };
    const source = await openSource(root, known.path, settings, after);
    const file = new FileParts(source.stamp ?? known, records?.count);
    let isCutShort = false;
    for await (const item of source.records) {
      isCutShort = this.isAborted;
      if (isCutShort) break;
      if (!isInPartition(item.record.id, this.task.partition)) continue;
      await this.gate.enter();
      file.add(
        this.analyze(known.path, item, file.count + 1).finally(() => {
          this.gate.leave();
        }),
      );
      if (file.isPartDue) await this.batches.add(await file.takePart());
    }
    // What was handed over of the file stays partial, and so is read anew by the next job.
    if (isCutShort) {
      await file.settle();
      return false;
    }
    const outcome = source.outcome();
    const last = await file.takeLast(outcome);
    if (!this.hasStalled(outcome)) await this.batches.add(last);
    // What is known of a file that cannot be read just now stays; the next job looks again.
    else if (file.isWhole && (await this.task.index.stamps(known.path)).has(known.path)) return true;
    else await this.batches.add({ ...last, stamp: unreadStamp(known.path) });
    this.expected.finish(known.path, file.count);
    this.report();
    return true;
  }

  /** Throws when a drive has answered for none of several files in a row: it will answer for none of the next ones. */
  private hasStalled({ skipped }: ReturnType<OpenedSource['outcome']>): boolean {
    const hasStalled = skipped?.evidence.rule === 'stalled';
    this.stalls = hasStalled ? this.stalls + 1 : 0;
    if (this.stalls >= mostStalls) throw new DriveStalled();
    return hasStalled;
  }

  private async analyze(
    path: string,
    { record, place }: SourceRecord,
    number: number,
  ): Promise<BatchArticle | Failure> {
    try {
      const entered = await this.task.pool.enter(record, articleEvidence(this.task, record));
      this.expected.advance(path, number, (place?.offset ?? 0) - this.start(path));
      this.report();
      return { id: record.id, ...entered, ...(place && { place }) };
    } catch (error) {
      if (!(error instanceof AnalysisFailed)) throw error;
      return { evidence: error.evidence, ...(place && { line: place.line }) };
    }
  }

  /** Where the reading of a file begins, in bytes. */
  private start(path: string): number {
    return this.task.grown?.get(path)?.last.offset ?? 0;
  }

  private report(): void {
    this.task.onProgress?.(this.expected.done, this.expected.total);
  }
}

/** An article that could not be analysed. */
interface Failure {
  readonly evidence: Evidence;
  readonly line?: number;
}

/** The articles of one file, in its order, handed over in parts. */
class FileParts {
  /** Articles that were read. */
  count = 0;
  private readonly stamp: FileStamp;
  private readonly before: number;
  private readonly pending: Promise<BatchArticle | Failure>[] = [];
  private failures = 0;
  private firstFailure: Failure | undefined;
  private parts = 0;

  /** `before`: articles of the file that the index has already, and keeps. */
  constructor(stamp: FileStamp, before = 0) {
    this.stamp = stamp;
    this.before = before;
    if (before > 0) this.parts = 1;
  }

  /** Of the article that was read last, among all of the file. */
  get number(): number {
    return this.before + this.count;
  }

  add(article: Promise<BatchArticle | Failure>): void {
    this.count++;
    // It is awaited in its turn: until then a failure of the whole pool is not unhandled.
    article.catch(() => undefined);
    this.pending.push(article);
  }

  /** Nothing of it was handed over before its end. */
  get isWhole(): boolean {
    return this.parts === 0;
  }

  /** Some more are in work than a part holds, so that the pool has something to do while it is written. */
  get isPartDue(): boolean {
    return this.pending.length >= 2 * partSize;
  }

  async takePart(): Promise<BatchFile> {
    const articles = await this.take(partSize);
    const isContinued = this.parts++ > 0;
    return { stamp: this.stamp, articles, isPartial: true, ...(isContinued && { isContinued }) };
  }

  async takeLast({ skipped, fields }: ReturnType<OpenedSource['outcome']>): Promise<BatchFile> {
    const articles = await this.take(this.pending.length);
    const problem = this.withFailures(skipped);
    return {
      stamp: this.stamp,
      articles,
      ...(this.parts > 0 && { isContinued: true }),
      ...(problem && { skipped: problem }),
      ...(fields && { fields }),
    };
  }

  async settle(): Promise<void> {
    await Promise.all(this.pending.splice(0));
  }

  private async take(count: number): Promise<BatchArticle[]> {
    const done = await Promise.all(this.pending.splice(0, count));
    return done.flatMap((each) => {
      if ('id' in each) return each;
      this.failures++;
      this.firstFailure ??= each;
      return [];
    });
  }

  /** Records that could not be read and those that could not be analysed are told together. */
  private withFailures(skipped: SkippedFile | undefined): SkippedFile | undefined {
    const first = this.firstFailure;
    if (!first) return skipped;
    const { path } = this.stamp;
    if (first.line === undefined) return { path, evidence: first.evidence };
    const { records } = skipped ?? {};
    const bad = (records?.bad ?? 0) + this.failures;
    const total = Math.max(records?.total ?? 0, this.number);
    if (skipped && records && records.line < first.line)
      return { ...skipped, records: { ...records, bad, total } };
    return { path, evidence: first.evidence, records: { bad, total, line: first.line } };
  }
}

class Batches {
  private readonly task: FilesToAnalyze;
  private files: BatchFile[];
  private removedPaths: readonly string[];
  private articles = 0;
  private written = 0;
  private since = performance.now();
  /** Articles that the index may hold back until more come, and since when. */
  private heldBack = 0;
  private heldSince = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(task: FilesToAnalyze) {
    this.task = task;
    this.files = task.skipped.map((skipped) => ({ stamp: placeStamp(skipped.path), articles: [], skipped }));
    this.removedPaths = task.removedPaths;
  }

  async add(file: BatchFile): Promise<void> {
    // While the analysis threads start there is nothing to write: the clock begins with the first file.
    if (this.written === 0 && this.files.length === 0) this.since = performance.now();
    this.files.push(file);
    this.articles += Math.max(1, file.articles.length);
    const later = this.task.isAsked ? askedBatch : unaskedBatch;
    const limit = this.written === 0 ? firstBatch : later;
    const isDue = this.articles >= limit.articles || performance.now() - this.since > limit.waitMs;
    if (isDue) await this.write(limit === unaskedBatch);
  }

  /** Writes what there is, for good. */
  async flush(): Promise<void> {
    await this.write(false);
  }

  /** Parts of a file must come in their order: batches are written one after the other. */
  private async write(mayBeHeld: boolean): Promise<void> {
    this.writing = this.writing.then(() => this.writeAll(mayBeHeld));
    await this.writing;
  }

  private async writeAll(mayBeHeld: boolean): Promise<void> {
    const { files, removedPaths, articles } = this;
    if (files.length === 0 && removedPaths.length === 0 && this.heldBack === 0) return;
    this.files = [];
    this.removedPaths = [];
    this.articles = 0;
    this.written++;
    if (this.heldBack === 0) this.heldSince = performance.now();
    const isLong = performance.now() - this.heldSince > unaskedBatch.waitMs;
    const hasMore = mayBeHeld && !isLong && this.heldBack + articles < keptTogether;
    this.heldBack = hasMore ? this.heldBack + articles : 0;
    const generation = await this.task.index.apply({ files, removedPaths, ...(hasMore && { hasMore }) });
    this.since = performance.now();
    if (!hasMore) this.task.onBatch?.(generation);
  }
}

/** The stamp of something that is not a source file: it equals no file's, so that it is looked at again every time. */
export const placeStamp = unreadStamp;
