import type { CorpusSurvey } from '../../core/index.ts';
import { AnalysisFailed } from '../analysisPool.ts';
import { evidenceFor } from '../surveyCorpus.ts';
import { cleanArticle, uncleanedArticle, type CleanedArticle } from './cleanArticle.ts';
import type { CleaningJob } from './cleaningJob.ts';
import { mapPath, type CopyWriter } from './copies.ts';
import type { CopyNames } from './copyNames.ts';
import type { JournalEntry } from './journal.ts';
import type { Ledger } from './ledger.ts';
import type { PlannedStep } from './plannedSteps.ts';
import { targetNames } from './targetFolder.ts';

export interface CopyingTask {
  readonly job: CleaningJob;
  readonly survey: CorpusSurvey | undefined;
  readonly ledger: Ledger;
  readonly copies: CopyWriter;
  readonly names: CopyNames;
  readonly onArticle: (isTakenOver: boolean) => void;
}

/** Articles in work beyond what the pool can hold: they are being read meanwhile. */
const readAhead = 4;
/** How often it is looked whether the folder of copies is still there. */
const presenceCheckMs = 1000;

/**
 * Carries out steps, several at a time, and writes down their outcomes in order. Stops when the signal says so; what is
 * in work then is not written. Returns whether all was done. Rejects with what the file system says.
 */
export async function copyArticles(task: CopyingTask, steps: AsyncIterable<PlannedStep>): Promise<boolean> {
  const { pool, signal } = task.job;
  const inWork: { readonly step: PlannedStep; readonly cleaned: Promise<CleanedArticle | undefined> }[] = [];
  let checkedAt = performance.now();
  const writeFirst = async (): Promise<void> => {
    const { step, cleaned } = inWork.shift()!;
    const article = await cleaned;
    if (signal?.aborted) return;
    await write(task, step, article);
    task.onArticle(step.kind === 'takeOver');
    if (performance.now() - checkedAt < presenceCheckMs) return;
    await task.ledger.checkPresence();
    checkedAt = performance.now();
  };
  for await (const step of steps) {
    const cleaned = clean(task, step);
    // It is waited for in its turn; until then a failure must not count as unheard.
    cleaned.catch(() => undefined);
    inWork.push({ step, cleaned });
    if (inWork.length >= pool.capacity + readAhead) await writeFirst();
    if (signal?.aborted) return false;
  }
  while (inWork.length > 0 && !signal?.aborted) await writeFirst();
  await task.ledger.checkPresence();
  return !signal?.aborted;
}

async function clean({ job, survey }: CopyingTask, step: PlannedStep): Promise<CleanedArticle | undefined> {
  if (step.kind !== 'clean') return undefined;
  const { record, curation } = step;
  const evidence = { ...(survey && evidenceFor(survey, record)), ...(curation && { curation }) };
  try {
    return cleanArticle(record, await job.pool.readPassages(record, evidence), job);
  } catch (error) {
    if (error instanceof AnalysisFailed) return uncleanedArticle(record, error.evidence);
    throw error;
  }
}

async function write(
  task: CopyingTask,
  step: PlannedStep,
  article: CleanedArticle | undefined,
): Promise<void> {
  const { ledger } = task;
  if (step.kind === 'takeOver') {
    const { entry, line } = step.earlier;
    await ledger.append({ ...entry, ...step.head }, line);
  } else if (step.kind === 'leaveOut') {
    await ledger.append({ ...step.head, leftOut: step.evidence }, undefined);
  } else if (article) {
    const { entry, line } = await writeArticle(task, step, article);
    await ledger.append(entry, line);
  }
}

async function writeArticle(
  { job, copies, names }: CopyingTask,
  { head }: PlannedStep,
  { text, loss, map, line }: CleanedArticle,
): Promise<{ readonly entry: JournalEntry; readonly line?: string }> {
  if (job.format === 'jsonl') {
    const json = JSON.stringify(job.withMap ? { ...line, map } : line);
    const bytes = Buffer.byteLength(json) + 1;
    return { entry: { ...head, bytes, loss: { ...loss, copy: targetNames.articles } }, line: json };
  }
  const copy = await names.pathOf(head.article);
  try {
    if (job.withMap) {
      const source = { article: head.article, copy };
      await copies.write(mapPath(copy), `${JSON.stringify({ ...source, ...map })}\n`);
    }
    await copies.write(copy, text);
  } catch (error) {
    if (!isOfName(error)) throw error;
    return { entry: { ...head, leftOut: { rule: 'nameTooLong' } } };
  }
  return { entry: { ...head, loss: { ...loss, copy } } };
}

/** The folder of copies lies on a disk that has no such names: the fault of one article, not of the folder. */
function isOfName(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENAMETOOLONG' || code === 'EINVAL' || code === 'EILSEQ';
}
