import type { CorpusIndex, Evidence, FileStamp } from '../../core/index.ts';
import { surveyCorpus } from '../surveyCorpus.ts';
import { walkCorpus } from '../walkCorpus.ts';
import { findAgreement } from './agreement.ts';
import { optionsKey, type CleaningJob, type CleaningProgress } from './cleaningJob.ts';
import { CopyWriter, copyExists } from './copies.ts';
import { copyArticles } from './copyArticles.ts';
import { CopyNames } from './copyNames.ts';
import type { JournalEntry } from './journal.ts';
import { Ledger } from './ledger.ts';
import { planSteps } from './plannedSteps.ts';
import { selectUnits, type SourceUnit } from './selection.ts';
import { CopyingStopped, stopped, targetNames } from './targetFolder.ts';

/** What a run did before its report. */
export interface CopyingRun {
  readonly isComplete: boolean;
  /** Why it could not go on. */
  readonly problem?: Evidence;
  /** Articles of an earlier run that were taken over. */
  readonly takenOver: number;
  /** Articles that were wanted, as far as is known. */
  readonly wanted: number;
  /** Copies of an earlier run that belong to no wanted article any more. */
  readonly stale: readonly string[];
  /** A filter could not see all files of the corpus. */
  readonly isIndexIncomplete: boolean;
}

/** Writes all copies, beginning where an earlier run ended. Throws only what is no fault of the folder of copies. */
export async function copyCorpus(job: CleaningJob): Promise<CopyingRun> {
  const status = await job.index.status();
  const isFiltered = Object.keys(job.filter).length > 0;
  const run = {
    isComplete: false,
    takenOver: 0,
    wanted: status.articles,
    stale: [] as string[],
    isIndexIncomplete: isFiltered && !status.isComplete,
  };
  let ledger: Ledger | undefined;
  try {
    ledger = await Ledger.open(job.target, job.format);
    const stamps = await listFiles(job);
    const units = await selectUnits(job.index, job.filter, stamps);
    run.wanted = await countWanted(job.index, units, isFiltered);
    run.isComplete = !job.signal?.aborted && (await copyUnits(job, ledger, { stamps, units }, run));
    return run;
  } catch (error) {
    const reason = stopped(error);
    if (!(reason instanceof CopyingStopped)) throw error;
    return { ...run, isComplete: false, problem: reason.evidence };
  } finally {
    await ledger?.close();
  }
}

interface Wanted {
  /** Of the whole corpus. */
  readonly stamps: readonly FileStamp[];
  readonly units: readonly SourceUnit[];
}

async function copyUnits(
  job: CleaningJob,
  ledger: Ledger,
  { stamps, units }: Wanted,
  run: { takenOver: number; readonly wanted: number; readonly stale: string[] },
): Promise<boolean> {
  const key = optionsKey(job, stamps);
  const tell = (phase: CleaningProgress['phase'], done: number, total: number): void =>
    job.onProgress?.({ phase, done, total });
  const agreement = await findAgreement({
    ...{ root: job.root, target: job.target, journalFile: ledger.journalFile },
    ...{ units, optionsKey: key, signal: job.signal },
    onArticle: (done) => {
      tell('comparing', done, run.wanted);
    },
  });
  run.takenOver = agreement.articles;
  if (job.signal?.aborted) return false;
  await ledger.splitAt(agreement.place);
  const earlier = ledger.earlier();
  // The end of the journal tells where the earlier entries begin: it must be read before it moves.
  await earlier.peek();
  const rest = units.slice(agreement.units);
  if (rest.length > 0) job.pool.prepare();
  const survey = rest.length === 0 ? undefined : await surveyOfAll(job, stamps, tell);
  let done = agreement.articles;
  const copies = new CopyWriter(job.target);
  const names = new CopyNames(job.root);
  const stale: JournalEntry[] = [];
  const steps = planSteps({
    job,
    names,
    optionsKey: key,
    units: rest,
    earlier,
    onStale: (entry) => stale.push(entry),
  });
  const onArticle = (isTakenOver: boolean): void => {
    if (isTakenOver) run.takenOver++;
    tell('cleaning', ++done, Math.max(done, run.wanted));
  };
  const isDone = await copyArticles({ job, survey, ledger, copies, names, onArticle }, steps);
  await earlier.close();
  for (const { loss } of stale) if (await isFileThere(job, loss)) run.stale.push(loss!.copy);
  if (isDone) await ledger.dropEarlier();
  return isDone;
}

async function isFileThere({ target }: CleaningJob, loss: JournalEntry['loss']): Promise<boolean> {
  return loss !== undefined && loss.copy !== targetNames.articles && (await copyExists(target, loss));
}

/** All source files of the corpus, in the order of a walk. */
async function listFiles({ root, signal, onProgress }: CleaningJob): Promise<FileStamp[]> {
  const stamps: FileStamp[] = [];
  for await (const some of walkCorpus(root, signal ? { signal } : {})) {
    for (const walked of some) if (walked.kind === 'file') stamps.push(walked.stamp);
    onProgress?.({ phase: 'listing', done: stamps.length, total: 0 });
  }
  return stamps;
}

async function countWanted(
  index: CorpusIndex,
  units: readonly SourceUnit[],
  isFiltered: boolean,
): Promise<number> {
  if (isFiltered) return units.reduce((sum, { articles }) => sum + (articles?.length ?? 1), 0);
  // A corpus that is not indexed, or not wholly, has an article in every file at least.
  const { articles, isComplete } = await index.status();
  return isComplete ? articles : Math.max(articles, units.length);
}

/** The same survey that indexing makes, so that a copy is what the editor would leave. */
function surveyOfAll(
  { root, index, settings, signal }: CleaningJob,
  stamps: readonly FileStamp[],
  tell: (phase: CleaningProgress['phase'], done: number, total: number) => void,
): ReturnType<typeof surveyCorpus> {
  return surveyCorpus({
    ...{ root, index, settings, stamps, signal },
    onProgress: (done, total) => {
      tell('surveying', done, total);
    },
  });
}
