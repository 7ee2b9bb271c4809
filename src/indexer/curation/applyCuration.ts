import {
  articleSource,
  curationFor,
  phraseQuery,
  type ArticleAnalysis,
  type ArticleId,
  type ArticleRecord,
  type Curation,
  type CorpusSurvey,
  type WritableCorpusIndex,
} from '../../core/index.ts';
import type { CorpusSettings } from '../../formats/corpusSettings.ts';
import { openSource } from '../../formats/openSource.ts';
import { isSourceFile } from '../../formats/sourceFormat.ts';
import { AnalysisFailed, type AnalysisPool } from '../analysisPool.ts';
import { articleEvidence } from '../articleEvidence.ts';
import { surveyOf } from '../surveyCorpus.ts';
import { readArticle } from '../textReader.ts';
import {
  isSettled,
  parseApplied,
  serializeApplied,
  turnTo,
  type AppliedCuration,
} from './appliedCuration.ts';
import { curationOf } from './curationOf.ts';

export interface CurationTask {
  readonly root: string;
  readonly index: WritableCorpusIndex;
  readonly pool: AnalysisPool;
  readonly settings: CorpusSettings;
  /** Files that were just read with the curation as it is. */
  readonly except?: ReadonlySet<string>;
  readonly signal?: AbortSignal | undefined;
  readonly onBatch?: (generation: number) => void;
}

export interface CurationOutcome {
  /** Articles that were analysed again. */
  readonly amended: number;
  readonly isComplete: boolean;
}

/**
 * The curation that a corpus's articles are to be analysed with from now on. The index is told first of what changes,
 * so that nothing is forgotten when this process ends before every article was looked at again.
 */
export async function takeUpCuration(
  root: string,
  index: WritableCorpusIndex,
  onBatch?: (generation: number) => void,
): Promise<Curation> {
  const note = await index.curationNote();
  const applied = parseApplied(note);
  // A file that could never be read: what the index knows is the last that held.
  const wanted = (await curationOf(root)).curation ?? applied.settled;
  const next = serializeApplied(turnTo(applied, wanted));
  if (next !== serializeApplied(applied)) {
    const entityChoices = wanted.entities ?? [];
    const generation = await index.apply({
      files: [],
      removedPaths: [],
      curationNote: next,
      entityChoices,
    });
    // What is said of entities holds from here on, with no article to be read.
    onBatch?.(generation);
  }
  return wanted;
}

/**
 * Brings the index up to date with the curation file: articles that a changed choice bears on are analysed again, and
 * no others. Stops between two articles when the signal says so; the next call goes on.
 */
export async function applyCuration(task: CurationTask): Promise<CurationOutcome> {
  const { root, index } = task;
  const curation = await takeUpCuration(root, index, task.onBatch);
  const applied = parseApplied(await index.curationNote());
  if (isSettled(applied)) return { amended: 0, isComplete: true };
  const amended = await amendArticles(task, curation, applied);
  const isComplete = task.signal?.aborted !== true;
  if (isComplete) await settle(task, curation);
  return { amended, isComplete };
}

async function settle({ index, onBatch }: CurationTask, curation: Curation): Promise<void> {
  const { passages, dates, entities } = curation;
  const settled = { passages, dates, ...(entities && { entities }) };
  const note = serializeApplied({ settled, unsettled: { passages: [], dates: [] } });
  const generation = await index.apply({ files: [], removedPaths: [], curationNote: note });
  onBatch?.(generation);
}

/** The first articles are shown soon; later ones are written together. */
const firstBatch = { articles: 8, waitMs: 200 };
const laterBatch = { articles: 150, waitMs: 1500 };

async function amendArticles(
  task: CurationTask,
  curation: Curation,
  { unsettled }: AppliedCuration,
): Promise<number> {
  const { root, index, pool, signal } = task;
  const records = concernedRecords(task, lookedFor(unsettled));
  let survey: Promise<CorpusSurvey> | undefined;
  let waiting: { id: string; analysis: ArticleAnalysis }[] = [];
  let since = performance.now();
  let count = 0;
  const flush = async (): Promise<void> => {
    const amended = waiting;
    waiting = [];
    if (amended.length === 0) return;
    const generation = await index.apply({ files: [], removedPaths: [], amended });
    task.onBatch?.(generation);
    since = performance.now();
  };
  const runner = async (): Promise<void> => {
    for (let next = await records.next(); !next.done; next = await records.next()) {
      if (signal?.aborted) return;
      const record = next.value;
      survey ??= surveyOf(root, index);
      const analysis = await analyzeAgain(pool, record, await survey, curation);
      if (!analysis) continue;
      waiting.push({ id: record.id, analysis });
      const limit = count++ < firstBatch.articles ? firstBatch : laterBatch;
      if (waiting.length >= limit.articles || performance.now() - since > limit.waitMs) await flush();
    }
  };
  await Promise.all(Array.from({ length: pool.capacity }, runner));
  await flush();
  return count;
}

async function analyzeAgain(
  pool: AnalysisPool,
  record: ArticleRecord,
  survey: CorpusSurvey,
  curation: Curation,
): Promise<ArticleAnalysis | undefined> {
  try {
    return await pool.analyze(record, articleEvidence({ survey, curation }, record));
  } catch (error) {
    // It was left out when it was indexed, or is now: what is known of it stays.
    if (error instanceof AnalysisFailed) return undefined;
    throw error;
  }
}

/** For finding what changed choices bear on, whatever they say: an earlier one and a later one are no contradiction. */
function lookedFor({ passages, dates, entities = [] }: Curation): Curation {
  const articles = [...new Set(dates.map(({ article }) => article))];
  const names = [...new Set(entities.map(({ entity }) => entity))];
  return {
    passages,
    dates: articles.map((article) => ({ article, date: null })),
    entities: names.map((entity) => ({ entity, type: 'ORG', action: 'isEntity', to: 'true' })),
  };
}

/** The records that changed choices bear on: those the choices name first, since somebody may be looking at them. */
async function* concernedRecords(
  task: CurationTask,
  unsettled: Curation,
): AsyncGenerator<ArticleRecord, undefined> {
  const { root, index, settings, except, signal } = task;
  const paths = [...(await index.stamps()).keys()].filter((path) => isSourceFile(path) && !except?.has(path));
  const named = new Set(namedArticles(unsettled).map((id) => articleSource(id).file));
  const isWide = unsettled.passages.some(
    ({ outlet, article }) => outlet !== undefined || article === undefined,
  );
  const first = paths.filter((path) => named.has(path));
  const others = isWide ? paths.filter((path) => !named.has(path)) : [];
  for (const path of [...first, ...others]) {
    if (signal?.aborted) return undefined;
    const { records } = await openSource(root, path, settings);
    for await (const { record } of records) {
      if (curationFor(unsettled, record)) yield record;
    }
  }
  if (!isWide) yield* recordsWithNames(task, unsettled, named);
  return undefined;
}

/** Articles in which a name stands that the user gave or took back, outside of some files: the index knows them. */
async function* recordsWithNames(
  { root, index, except, signal }: CurationTask,
  { entities = [] }: Curation,
  read: ReadonlySet<string>,
): AsyncGenerator<ArticleRecord, undefined> {
  const names = { passages: [], dates: [], entities };
  const seen = new Set<ArticleId>();
  for (const { entity } of entities) {
    for (const id of await articlesWith(index, entity)) {
      const { file } = articleSource(id);
      if (signal?.aborted) return undefined;
      if (seen.has(id) || read.has(file) || except?.has(file)) continue;
      seen.add(id);
      const record = await readArticle(root, id, await index.place(id)).catch(() => undefined);
      if (record && curationFor(names, record)) yield record;
    }
  }
  return undefined;
}

const searchedAtOnce = 500;

/** Articles in which the words of a name stand in a row. */
async function articlesWith(index: WritableCorpusIndex, name: string): Promise<readonly ArticleId[]> {
  const words = phraseQuery(name);
  if (words === undefined) return [];
  const filter = { words };
  const found: ArticleId[] = [];
  let cursor: string | undefined;
  do {
    const page = await index.documents(filter, 'dateDescending', {
      limit: searchedAtOnce,
      ...(cursor !== undefined && { cursor }),
    });
    found.push(...page.items.map(({ id }) => id));
    ({ cursor } = page);
  } while (cursor !== undefined);
  return found;
}

function namedArticles({ passages, dates }: Curation): readonly string[] {
  return [...passages.flatMap(({ article }) => article ?? []), ...dates.map(({ article }) => article)];
}
