import {
  CorpusSurvey,
  type ArticleRecord,
  type CorpusEvidence,
  type CorpusIndex,
  type WritableCorpusIndex,
} from '../core/index.ts';
import { readSourceFile } from '../formats/readSourceFile.ts';

/** Beyond this many files a sample says as well what repeats. */
export const surveyedFiles = 5000;
/** Files surveyed while somebody waits. */
const quicklySurveyedFiles = 500;
/** UTF-16 code units. Surveying has no time limit of its own, and what is longer than this is no article. */
const longestSurveyed = 300_000;
/** Files read at once. */
const readsAtOnce = 8;

/** The last survey of each open corpus: a saved file is analysed with it, without reading the corpus again. */
const surveys = new WeakMap<CorpusIndex, CorpusSurvey>();

/** Quick surveys under way: a hover, a cleaning and a search for mentions may ask for the same one at once. */
const underWay = new WeakMap<CorpusIndex, Promise<CorpusSurvey>>();

export interface SurveyRequest {
  readonly root: string;
  readonly index: CorpusIndex;
  /** All source files of the corpus. */
  readonly paths: readonly string[];
  readonly limit?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads the files of a corpus, or an even sample of them, for what repeats from article to article. */
export async function surveyCorpus(request: SurveyRequest): Promise<CorpusSurvey> {
  const { root, index, signal, onProgress } = request;
  const paths = sample(request.paths, request.limit ?? surveyedFiles);
  const survey = new CorpusSurvey();
  for (let i = 0; i < paths.length && !signal?.aborted; i += readsAtOnce) {
    const readings = await Promise.all(
      paths.slice(i, i + readsAtOnce).map((path) => readSourceFile(root, path)),
    );
    for (const record of readings.flatMap(({ records }) => records)) {
      if (isSurveyed(record)) survey.add(record);
    }
    onProgress?.(Math.min(i + readsAtOnce, paths.length), paths.length);
  }
  surveys.set(index, survey);
  return survey;
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
  const paths = [...(await index.stamps()).keys()];
  return surveyCorpus({ root, index, paths, limit: quicklySurveyedFiles });
}

function sample(paths: readonly string[], limit: number): readonly string[] {
  if (paths.length <= limit) return paths;
  const step = paths.length / limit;
  return Array.from({ length: limit }, (_, i) => paths[Math.floor(i * step)]!);
}
