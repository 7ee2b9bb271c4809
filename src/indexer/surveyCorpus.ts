import {
  CorpusSurvey,
  isRecordFile,
  type ArticleRecord,
  type CorpusEvidence,
  type CorpusIndex,
  type FileStamp,
  type WritableCorpusIndex,
} from '../core/index.ts';
import { readSettings, type CorpusSettings } from '../formats/corpusSettings.ts';
import { openSource } from '../formats/openSource.ts';
import { sampleRecords } from '../formats/sampleRecords.ts';
import { isSourceFile } from '../formats/sourceFormat.ts';
import type { AnalysisPool } from './analysisPool.ts';
import { countKnownNames, readNames } from './surveyNames.ts';

/** Beyond this many articles a sample says as well what repeats. */
const surveyedArticles = 5000;
/** Articles surveyed while somebody waits. */
const quicklySurveyed = 500;
/** UTF-16 code units. Surveying has no time limit of its own, and what is longer than this is no article. */
const longestSurveyed = 300_000;
/** Bytes that a record takes, more or less. */
const recordSize = 4000;
/** Files read at once. */
const readsAtOnce = 8;

/** The last survey of each open corpus: a saved file is analysed with it, without reading the corpus again. */
const surveys = new WeakMap<CorpusIndex, CorpusSurvey>();

/** Quick surveys under way: a hover, a cleaning and a search for mentions may ask for the same one at once. */
const underWay = new WeakMap<CorpusIndex, Promise<CorpusSurvey>>();

export interface SurveyRequest {
  readonly root: string;
  readonly index: CorpusIndex;
  readonly settings: CorpusSettings;
  /** All source files of the corpus. */
  readonly stamps: readonly FileStamp[];
  /** Articles at most. */
  readonly limit?: number;
  /** Reads the names of some of them; without it, they are those that the index knows. */
  readonly pool?: AnalysisPool | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads the articles of a corpus, or an even sample of them, for what repeats from one to the other. */
export async function surveyCorpus(request: SurveyRequest): Promise<CorpusSurvey> {
  const { root, index, settings, signal, onProgress } = request;
  const chosen = chooseSample(request.stamps, request.limit ?? surveyedArticles);
  const survey = new CorpusSurvey();
  for (let i = 0; i < chosen.length && !signal?.aborted; i += readsAtOnce) {
    const readings = await Promise.all(
      chosen.slice(i, i + readsAtOnce).map(({ path, count }) => readSample(root, path, count, settings)),
    );
    for (const record of readings.flat()) if (isSurveyed(record)) survey.add(record);
    onProgress?.(Math.min(i + readsAtOnce, chosen.length), chosen.length);
  }
  if (request.pool === undefined) await countKnownNames(index, survey);
  else if (request.pool.heedsCorpus) await surveyNames(request, survey, request.pool);
  surveys.set(index, survey);
  return survey;
}

/** Articles whose names are read ahead: names that matter to a corpus stand in many. */
const namedArticles = 400;

async function surveyNames(request: SurveyRequest, survey: CorpusSurvey, pool: AnalysisPool): Promise<void> {
  const { root, settings, stamps, signal } = request;
  const chosen = chooseSample(stamps, namedArticles);
  const named = await readNames(
    chosen.map(
      ({ path, count }) =>
        async () =>
          (await readSample(root, path, count, settings)).filter(isSurveyed),
    ),
    (record) => pool.analyze(record, survey.evidenceFor(record)),
    { atOnce: pool.capacity, signal },
  );
  for (const mentions of named) survey.addNames(mentions);
}

async function readSample(
  root: string,
  path: string,
  count: number,
  settings: CorpusSettings,
): Promise<ArticleRecord[]> {
  if (isRecordFile(path)) return sampleRecords(root, path, count, settings);
  const found: ArticleRecord[] = [];
  for await (const { record } of (await openSource(root, path, settings)).records) found.push(record);
  return found;
}

/** What the survey says of an article; nothing of one that was too long for it. */
export function evidenceFor(survey: CorpusSurvey, record: ArticleRecord): CorpusEvidence | undefined {
  return isSurveyed(record) ? survey.evidenceFor(record) : undefined;
}

function isSurveyed({ text }: ArticleRecord): boolean {
  return text.length <= longestSurveyed;
}

/**
 * The survey that was made last for this index, or a quick one of some of its files. For one article at a time: a saved
 * file, or a document in an editor, whose user waits.
 */
export async function surveyOf(root: string, index: WritableCorpusIndex): Promise<CorpusSurvey> {
  const known = surveys.get(index);
  if (known) return known;
  const pending = underWay.get(index) ?? quickSurvey(root, index);
  underWay.set(index, pending);
  try {
    return await pending;
  } finally {
    underWay.delete(index);
  }
}

async function quickSurvey(root: string, index: WritableCorpusIndex): Promise<CorpusSurvey> {
  const stamps = [...(await index.stamps()).values()];
  return surveyCorpus({ root, index, settings: await readSettings(root), stamps, limit: quicklySurveyed });
}

interface Sampled {
  readonly path: string;
  readonly count: number;
}

/** Which files are read, and how many articles of each: of large files of records a share that fits their size. */
function chooseSample(stamps: readonly FileStamp[], limit: number): readonly Sampled[] {
  const expected = stamps
    .filter(({ path }) => isSourceFile(path))
    .map(({ path, size }) => {
      return { path, count: isRecordFile(path) ? Math.max(1, Math.round(Math.abs(size) / recordSize)) : 1 };
    });
  const total = expected.reduce((sum, { count }) => sum + count, 0);
  if (total <= limit) return expected;
  const chosen: Sampled[] = [];
  let seen = 0;
  for (const { path, count } of expected) {
    const share = Math.floor(((seen + count) * limit) / total) - Math.floor((seen * limit) / total);
    seen += count;
    if (share > 0) chosen.push({ path, count: share });
  }
  return chosen;
}
