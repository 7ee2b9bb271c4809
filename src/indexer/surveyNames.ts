import type {
  ArticleAnalysis,
  ArticleRecord,
  CorpusIndex,
  CorpusSurvey,
  RecognisedMention,
} from '../core/index.ts';
import { AnalysisFailed } from './analysisPool.ts';

export interface NamesReading {
  readonly atOnce: number;
  readonly signal?: AbortSignal | undefined;
}

/** What articles name, in the order of their sources; nothing of one that cannot be analysed: its own turn will come, and tell. */
export async function readNames(
  sources: readonly (() => Promise<readonly ArticleRecord[]>)[],
  analyze: (record: ArticleRecord) => Promise<ArticleAnalysis>,
  { atOnce, signal }: NamesReading,
): Promise<readonly (readonly RecognisedMention[])[]> {
  const named: (readonly RecognisedMention[])[][] = sources.map(() => []);
  let next = 0;
  const runner = async (): Promise<void> => {
    while (next < sources.length && !signal?.aborted) {
      const at = next++;
      for (const record of await sources[at]!()) {
        if (signal?.aborted) return;
        try {
          named[at]!.push((await analyze(record)).linked.mentions);
        } catch (error) {
          if (!(error instanceof AnalysisFailed)) throw error;
        }
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, sources.length) }, runner));
  return named.flat();
}

/** Names of each type, those of most articles: the rest stand in too few to say anything. */
const mostNames = 2000;
const pageSize = 500;

/** What an index knows of names already, for one article at a time. */
export async function countKnownNames(index: CorpusIndex, survey: CorpusSurvey): Promise<void> {
  for (const type of ['ORG', 'PER', 'LOC'] as const) {
    let cursor: string | undefined;
    let count = 0;
    do {
      const page = await index.facet({}, type, { limit: pageSize, ...(cursor !== undefined && { cursor }) });
      for (const { label, articles } of page.items) survey.countName(label, type, articles);
      count += page.items.length;
      ({ cursor } = page);
    } while (cursor !== undefined && count < mostNames);
  }
}
