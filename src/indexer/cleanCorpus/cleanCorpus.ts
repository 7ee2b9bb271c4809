import { mkdir, realpath } from 'node:fs/promises';
import type { Evidence } from '../../core/index.ts';
import { readSettings } from '../../formats/corpusSettings.ts';
import { curationOf } from '../curation/curationOf.ts';
import type {
  CleaningCounts,
  CleaningJob,
  CleaningOrder,
  CleaningProgress,
  CleaningReport,
} from './cleaningJob.ts';
import { copyCorpus, type CopyingRun } from './copyCorpus.ts';
import { Ledger } from './ledger.ts';
import {
  CopyingStopped,
  lockTarget,
  readRunState,
  stopped,
  targetProblem,
  writeRunState,
  type RunState,
} from './targetFolder.ts';
import { writeLossReport } from './writeLossReport.ts';

const nothing: CleaningCounts = {
  articles: 0,
  cleaned: 0,
  refused: 0,
  leftOut: 0,
  unusual: 0,
  characters: 0,
  lost: 0,
};

/**
 * Writes cleaned copies of the articles of a filter into a folder, and a report of what they lost. Goes on from what an
 * earlier run left there: articles that are done and have not changed are not done again. One article after the other:
 * what is held in memory is the paths of the corpus and, with a filter, the ids of its articles.
 */
export async function cleanCorpus(order: CleaningOrder): Promise<CleaningReport> {
  const startedAt = performance.now();
  const end = (report: Omit<CleaningReport, 'elapsedMs'>): CleaningReport => ({
    ...report,
    elapsedMs: Math.round(performance.now() - startedAt),
  });
  try {
    const root = await realpath(order.root);
    const problem = await targetProblem(root, order.target, order.format);
    // What is said of entities bears on no copy.
    const { passages = [], dates = [] } = (await curationOf(root)).curation ?? {};
    if (problem) throw new CopyingStopped(problem);
    return end(
      await cleanInto({
        ...order,
        root,
        curation: { passages, dates },
        settings: await readSettings(root),
        ...(order.onProgress && { onProgress: throttled(order.onProgress) }),
      }),
    );
  } catch (error) {
    const reason = stopped(error);
    if (!(reason instanceof CopyingStopped)) throw error;
    return end({ ...nothing, outcome: 'refused', problem: reason.evidence, takenOver: 0, wanted: 0 });
  }
}

async function cleanInto(job: CleaningJob): Promise<Omit<CleaningReport, 'elapsedMs'>> {
  const { root, target, format, withMap, removesDoubtful } = job;
  await mkdir(target, { recursive: true });
  const before = await readRunState(target);
  const articles = before?.articles ?? 0;
  const state = { root, format, withMap, removesDoubtful, isFinished: false, articles };
  await writeRunState(target, state);
  const unlock = await lockTarget(target);
  try {
    if (job.startsOver === true) await Ledger.forget(target);
    const run = await copyCorpus(job);
    const { takenOver, wanted } = run;
    const { counts, problem = run.problem } = await report(job, run, state);
    const outcome = problem ? 'stopped' : run.isComplete ? 'complete' : 'cancelled';
    return { ...counts, outcome, takenOver, wanted, ...(problem && { problem }) };
  } finally {
    await unlock();
  }
}

/** The report also tells of a run that had to stop, where it can be written at all. */
async function report(
  job: CleaningJob,
  run: CopyingRun,
  state: RunState,
): Promise<{ readonly counts: CleaningCounts; readonly problem?: Evidence }> {
  job.onProgress?.({ phase: 'reporting', done: 0, total: 0 });
  try {
    const counts = await writeLossReport(job, run);
    await writeRunState(job.target, { ...state, isFinished: run.isComplete, articles: counts.articles });
    return { counts };
  } catch (error) {
    const reason = stopped(error);
    if (reason instanceof CopyingStopped) return { counts: nothing, problem: run.problem ?? reason.evidence };
    throw error;
  }
}

/** Between two reports of progress in one phase; the first and the last one of a phase are always given. */
const progressStepMs = 50;

function throttled(onProgress: (progress: CleaningProgress) => void): (progress: CleaningProgress) => void {
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
