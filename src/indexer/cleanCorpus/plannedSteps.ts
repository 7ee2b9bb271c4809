import { stat } from 'node:fs/promises';
import path from 'node:path';
import { curationFor, type ArticleCuration, type ArticleRecord, type Evidence } from '../../core/index.ts';
import { openSource } from '../../formats/openSource.ts';
import { isSame } from './agreement.ts';
import { articleKey, type CleaningJob } from './cleaningJob.ts';
import { copyExists } from './copies.ts';
import type { CopyNames } from './copyNames.ts';
import { compareEntries, type JournalEntry, type Peekable } from './journal.ts';
import type { EarlierEntry } from './ledger.ts';
import type { SourceUnit } from './selection.ts';

/** What is to be done for one article, or reported of a file. In the order of a walk. */
export type PlannedStep = { readonly head: EntryHead } & (
  | { readonly kind: 'takeOver'; readonly earlier: EarlierEntry }
  | { readonly kind: 'clean'; readonly record: ArticleRecord; readonly curation: ArticleCuration | undefined }
  | { readonly kind: 'leaveOut'; readonly evidence: Evidence }
);

/** What the journal will say of it beside the outcome. */
export type EntryHead = Pick<JournalEntry, 'article' | 'stamp' | 'options' | 'key' | 'isLast'>;

export interface PlanRequest {
  readonly job: CleaningJob;
  readonly names: CopyNames;
  readonly optionsKey: string;
  readonly units: readonly SourceUnit[];
  /** Of the run before, in order; those that are passed over and belong to nothing wanted are handed to `onStale`. */
  readonly earlier: Peekable<EarlierEntry>;
  readonly onStale: (entry: JournalEntry) => void;
}

/** Reads the wanted articles one after the other, and finds those that an earlier run has done. */
export async function* planSteps(request: PlanRequest): AsyncGenerator<PlannedStep> {
  for (const unit of request.units) {
    if (request.job.signal?.aborted) return;
    const untouched = await untouchedText(request, unit);
    if (untouched) yield untouched;
    else yield* readUnit(request, unit);
  }
  for (let each = await request.earlier.next(); each; each = await request.earlier.next())
    request.onStale(each.entry);
}

/** A file of one article that need not even be read. */
async function untouchedText(
  request: PlanRequest,
  { path: file }: SourceUnit,
): Promise<PlannedStep | undefined> {
  const { job, names, optionsKey } = request;
  const earlier = await earlierOf(request, { article: file, options: optionsKey });
  if (earlier === undefined) return undefined;
  const { entry } = earlier;
  const found = await stat(path.join(job.root, file)).catch(() => undefined);
  const isUntouched =
    found !== undefined &&
    entry.key !== undefined &&
    entry.options === optionsKey &&
    entry.isLast === true &&
    isSame(entry.stamp, [found.mtimeMs, found.size]) &&
    (await names.isInPlace(file, entry.loss)) &&
    (await copyExists(job.target, entry.loss));
  if (!isUntouched) return undefined;
  await request.earlier.next();
  return { kind: 'takeOver', head: entry, earlier };
}

async function* readUnit(
  request: PlanRequest,
  { path: file, articles }: SourceUnit,
): AsyncGenerator<PlannedStep> {
  const { job, optionsKey } = request;
  const { stamp, records, outcome } = await openSource(job.root, file, job.settings);
  const head = {
    options: optionsKey,
    ...(stamp && { stamp: [stamp.modifiedMs, stamp.size] as const }),
  };
  const wanted = articles && new Set(articles);
  let held: PlannedStep | undefined;
  for await (const { record } of records) {
    if (job.signal?.aborted) return;
    if (wanted?.has(record.id) === false) continue;
    if (held) yield held;
    held = await stepFor(request, record, head);
  }
  if (held) yield { ...held, head: { ...held.head, isLast: true } };
  const problem = outcome().skipped;
  if (problem && problem.isRead !== true)
    yield { kind: 'leaveOut', head: { ...head, article: file, isLast: true }, evidence: problem.evidence };
}

async function stepFor(
  request: PlanRequest,
  record: ArticleRecord,
  common: Pick<EntryHead, 'stamp' | 'options'>,
): Promise<PlannedStep> {
  const { job, names } = request;
  const curation = job.curation && curationFor(job.curation, record);
  const head = { ...common, article: record.id, key: articleKey(job, record, curation) };
  const earlier = await earlierOf(request, head);
  if (earlier) await request.earlier.next();
  const isInPlace = await names.isInPlace(record.id, earlier?.entry.loss);
  if (earlier && !isInPlace) request.onStale(earlier.entry);
  if (isInPlace && earlier?.entry.key === head.key && (await copyExists(job.target, earlier.entry.loss)))
    return { kind: 'takeOver', head, earlier };
  return { kind: 'clean', head, record, curation };
}

/** The earlier entry of an article, not yet taken; those before it are passed over. */
async function earlierOf(
  { earlier, onStale }: PlanRequest,
  entry: JournalEntry,
): Promise<EarlierEntry | undefined> {
  for (let each = await earlier.peek(); each; each = await earlier.peek()) {
    const order = compareEntries(each.entry, entry);
    if (order > 0) return undefined;
    if (order === 0) return each;
    onStale(each.entry);
    await earlier.next();
  }
  return undefined;
}
