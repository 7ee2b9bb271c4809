import {
  CorpusSurvey,
  isRecordFile,
  type FileStamp,
  type SkippedFile,
  type WritableCorpusIndex,
} from '../core/index.ts';
import { readSettings } from '../formats/corpusSettings.ts';
import { analyzeFiles, placeStamp } from './analyzeFiles.ts';
import type { AnalysisPool } from './analysisPool.ts';
import { applyCuration, takeUpCuration } from './curation/applyCuration.ts';
import { areSettingsAmong, bearsOnOthers, changedFiles, isSameStamp } from './changedFiles.ts';
import { grownFiles, type KnownRecords } from './grownFiles.ts';
import { isInPartition, type Partition } from './partition.ts';
import { surveyCorpus } from './surveyCorpus.ts';
import { walkCorpus } from './walkCorpus.ts';

export interface IndexingProgress {
  readonly phase: 'listing' | 'surveying' | 'analyzing';
  readonly done: number;
  /** 0 while not known. */
  readonly total: number;
}

/** What bringing an index up to date did. */
export interface IndexingReport {
  readonly outcome: 'complete' | 'cancelled';
  /** Files read anew. */
  readonly analyzed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** All that is left out now, or was read with a warning. */
  readonly skipped: readonly SkippedFile[];
  readonly elapsedMs: number;
}

export interface IndexingOptions {
  readonly root: string;
  readonly index: WritableCorpusIndex;
  readonly pool: AnalysisPool;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IndexingProgress) => void;
  /** Only this part of the articles: others fill the rest. */
  readonly partition?: Partition;
  /** Only this file of the folder, relative to it. */
  readonly only?: string;
  /** Somebody asks the index meanwhile, and waits while a batch is written. */
  readonly isAsked?: boolean;
  /** Whether links may lead out of the folder; they may by default. */
  readonly followsLinksOut?: boolean;
  /** Something can be seen that was not there before. */
  readonly onBatch?: (generation: number) => void;
}

/** As many files are no reason to read the names of hundreds ahead. */
const fewFiles = 20;

/** Between two reports of progress in one phase; the first and the last one of a phase are always given. */
const progressStepMs = 50;

/**
 * Brings an index up to date with its folder: reads what is new or changed, forgets what is gone. Cancelling keeps what
 * is done, and the next run goes on from there. Throws when the root cannot be read at all; the index is left as it is
 * then.
 */
export async function indexCorpus(options: IndexingOptions): Promise<IndexingReport> {
  const { root, index, signal } = options;
  const onProgress = throttled(options.onProgress);
  const startedAt = performance.now();
  const before = await index.status();
  const known = await index.stamps();
  const settings = await readSettings(root);
  const listed = await listFiles(options, onProgress);
  const isOwn = ({ path }: { readonly path: string }): boolean => isReadInPart(path, options.partition);
  const stamps = listed.stamps.filter(isOwn);
  const skipped = listed.skipped.filter(isOwn);
  if (settings.stamp) stamps.push(settings.stamp);
  const isListed = !signal?.aborted;
  const found = new Set([...stamps, ...skipped].map(({ path }) => path));
  // A walk that was cut short has not seen everything: nothing can be called gone.
  const isUnseen = underStalled(skipped);
  const removedPaths = isListed
    ? [...known.keys()].filter((path) => !found.has(path) && !isUnseen(path))
    : [];
  // Of a file that is known, a drive that stalls takes nothing away.
  const isNews = ({ path, evidence }: SkippedFile): boolean =>
    evidence.rule !== 'stalled' || !known.has(path);
  const newlySkipped = await changedSkips(index, known, skipped.filter(isNews));
  const changed = changedFiles(stamps, known, removedPaths);
  const changedCount = changed.stamps.length + changed.lastStamps.length;
  const hasWork = changedCount + removedPaths.length + newlySkipped.length > 0;
  let analyzed = 0;
  let grown: ReadonlyMap<string, KnownRecords> = new Map();
  if (isListed && hasWork) {
    if (changedCount > 0) options.pool.prepare();
    if (before.isComplete) await index.apply({ files: [], removedPaths: [], isComplete: false });
    const survey =
      changedCount === 0
        ? new CorpusSurvey()
        : await surveyCorpus({
            root,
            index,
            signal,
            settings,
            // An index that was complete knows names enough for a few changed files; one that is being filled does not.
            pool: before.isComplete && changedCount <= fewFiles ? undefined : options.pool,
            // What repeats in the corpus is not a question of who reads which part of it.
            stamps: listed.stamps,
            onProgress: (done, total) => {
              onProgress({ phase: 'surveying', done, total });
            },
          });
    const curation = await takeUpCuration(root, index);
    // Of a file that others read too, nobody holds every record.
    if (!options.partition && !areSettingsAmong(changed, removedPaths))
      grown = await grownFiles({ root, index, settings, stamps: changed.stamps, known });
    const task = {
      ...options,
      ...changed,
      grown,
      signal,
      survey,
      curation,
      settings,
      skipped: newlySkipped,
      removedPaths,
    };
    analyzed = await analyzeFiles({
      ...task,
      onProgress: (done, total) => {
        onProgress({ phase: 'analyzing', done, total });
      },
    });
  }
  const isRead = isListed && analyzed === changedCount;
  const readAnew = [...changed.stamps, ...changed.lastStamps].filter(({ path }) => !grown.has(path));
  const except = new Set(readAnew.map(({ path }) => path));
  const isComplete = isRead && (await applyCuration({ ...options, settings, except })).isComplete;
  if (isComplete && (hasWork || !before.isComplete)) {
    const generation = await index.apply({ files: [], removedPaths: [], isComplete: true });
    options.onBatch?.(generation);
  }
  return {
    outcome: isComplete ? 'complete' : 'cancelled',
    analyzed,
    unchanged: stamps.length - changedCount,
    removed: removedPaths.length,
    skipped: await index.skipped(),
    elapsedMs: Math.round(performance.now() - startedAt),
  };
}

/** Tells the paths of which nothing could be seen because a folder above them did not answer. */
export function underStalled(skipped: readonly SkippedFile[]): (path: string) => boolean {
  const folders = skipped.flatMap(({ path, evidence }) => (evidence.rule === 'stalled' ? `${path}/` : []));
  return (path) => folders.some((folder) => path.startsWith(folder));
}

/** Of the places that cannot be followed, those that the index does not list yet, or with another reason. */
export async function changedSkips(
  index: WritableCorpusIndex,
  known: ReadonlyMap<string, FileStamp>,
  skipped: readonly SkippedFile[],
): Promise<readonly SkippedFile[]> {
  if (skipped.length === 0) return [];
  const listed = new Map((await index.skipped()).map((each) => [each.path, JSON.stringify(each)]));
  return skipped.filter((each) => {
    const isListed = listed.get(each.path) === JSON.stringify(each);
    return !isListed || !isSameStamp(known.get(each.path), placeStamp(each.path));
  });
}

type ReportProgress = (progress: IndexingProgress) => void;

/** A file of records is read in every part: each takes the records that are its own. */
function isReadInPart(path: string, partition: Partition | undefined): boolean {
  return isRecordFile(path) || bearsOnOthers(path) || isInPartition(path, partition);
}

async function listFiles(
  { root, signal, only, followsLinksOut }: IndexingOptions,
  onProgress: ReportProgress,
) {
  const stamps: FileStamp[] = [];
  const skipped: SkippedFile[] = [];
  for await (const some of walkCorpus(root, { signal, followsLinksOut })) {
    for (const walked of some) {
      const { path } = walked.kind === 'skipped' ? walked.skipped : walked.stamp;
      if (only !== undefined && path !== only) continue;
      if (walked.kind === 'skipped') skipped.push(walked.skipped);
      else stamps.push(walked.stamp);
    }
    onProgress({ phase: 'listing', done: stamps.length, total: 0 });
  }
  return { stamps, skipped };
}

function throttled(onProgress: ReportProgress = () => undefined): ReportProgress {
  let phase = '';
  let since = 0;
  return (progress) => {
    const now = performance.now();
    const isLast = progress.done === progress.total;
    if (progress.phase === phase && !isLast && now - since < progressStepMs) return;
    phase = progress.phase;
    since = now;
    onProgress(progress);
  };
}
