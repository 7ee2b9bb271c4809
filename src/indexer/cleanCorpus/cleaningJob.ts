import { createHash } from 'node:crypto';
import type {
  ArticleCuration,
  ArticleRecord,
  CorpusIndex,
  Curation,
  Evidence,
  FileStamp,
  Filter,
  ReportTexts,
} from '../../core/index.ts';
import type { CorpusSettings } from '../../formats/corpusSettings.ts';
import { isSideTable } from '../../formats/sideTable.ts';
import type { AnalysisPool } from '../analysisPool.ts';
import type { CleaningRules } from './cleanArticle.ts';
import type { CopyFormat } from './targetFolder.ts';

/** A corpus to be cleaned into a folder. */
export interface CleaningOrder extends CleaningRules {
  readonly root: string;
  /** Shown in the report. */
  readonly corpusName: string;
  readonly index: CorpusIndex;
  readonly pool: AnalysisPool;
  readonly filter: Filter;
  /** The filter in words, for the report. */
  readonly filterText: string;
  /** The folder of copies, absolute; made when it is missing. */
  readonly target: string;
  readonly format: CopyFormat;
  /** The offsets of every copy, beside it. */
  readonly withMap: boolean;
  /** Forget what an earlier run into this folder has done. */
  readonly startsOver?: boolean;
  /** Tells models apart: copies made with others are made anew. */
  readonly version: string;
  /** `YYYY-MM-DD`, for the report. */
  readonly today: string;
  /** English when absent. */
  readonly texts?: ReportTexts;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CleaningProgress) => void;
}

/** An order with what the corpus says of itself, read once. */
export interface CleaningJob extends CleaningOrder {
  readonly curation: Curation | undefined;
  readonly settings: CorpusSettings;
}

export interface CleaningProgress {
  readonly phase: 'listing' | 'surveying' | 'comparing' | 'cleaning' | 'reporting';
  readonly done: number;
  /** 0 while not known. */
  readonly total: number;
}

/** What the report of a folder of copies counts, earlier runs included. */
export interface CleaningCounts {
  readonly articles: number;
  readonly cleaned: number;
  /** Copied unchanged, against what the finder says. */
  readonly refused: number;
  readonly leftOut: number;
  readonly unusual: number;
  /** UTF-16 code units of the originals, and of what went. */
  readonly characters: number;
  readonly lost: number;
}

/** What cleaning a corpus did. */
export interface CleaningReport extends CleaningCounts {
  /** `stopped`: `problem` says why, and what was done before is kept. `refused`: nothing was done at all. */
  readonly outcome: 'complete' | 'cancelled' | 'stopped' | 'refused';
  readonly problem?: Evidence;
  /** Articles of an earlier run that were taken over. */
  readonly takenOver: number;
  /** Articles that were wanted, as far as is known. */
  readonly wanted: number;
  readonly elapsedMs: number;
}

/**
 * Of all that every copy depends on, the articles apart: with an equal one, an untouched file gives the copies that it
 * gave before. `stamps` are all files of the corpus: its tables of metadata bear on other files.
 */
export function optionsKey(job: CleaningJob, stamps: readonly FileStamp[]): string {
  const tables = stamps.filter(({ path }) => isSideTable(path));
  return hash([rulesOf(job), job.curation, job.settings.stamp, tables]);
}

/** Of all that the copy of a record is made from, other articles apart. */
export function articleKey(
  job: CleaningJob,
  record: ArticleRecord,
  curation: ArticleCuration | undefined,
): string {
  // The day it is read on is another one tomorrow.
  return hash([rulesOf(job), { ...record, readOn: undefined }, curation]);
}

function rulesOf(job: CleaningJob): readonly unknown[] {
  const { version, format, withMap, removesDoubtful, floorPercent } = job;
  return [version, format, withMap, removesDoubtful, floorPercent];
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
