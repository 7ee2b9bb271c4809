import type { ArticleAnalysis, ArticleRecord } from '../../../../src/core/index.ts';
import { openSqliteIndex } from '../../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool, type AnalysisPool } from '../../../../src/indexer/analysisPool.ts';
import { cleanCorpus } from '../../../../src/indexer/cleanCorpus/cleanCorpus.ts';
import type { CleaningOrder, CleaningReport } from '../../../../src/indexer/cleanCorpus/cleaningJob.ts';
import { indexCorpus } from '../../../../src/indexer/indexCorpus.ts';
import { stubAnalysis } from '../stubAnalysis.ts';

/** Stands for the finder: every line that begins with `# ` is a share bar, with `? ` a doubtful notice. */
export function stubCleaning(record: ArticleRecord): ArticleAnalysis {
  const analysis = stubAnalysis(record);
  const boilerplate = [...record.text.matchAll(/^(#|\?) .*\n?/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: match[1] === '#' ? ('share' as const) : ('notice' as const),
    confidence: match[1] === '#' ? 0.99 : 0.6,
    evidence: { rule: 'shareButtons', values: { words: match[0].trim() } },
  }));
  return { ...analysis, boilerplate };
}

export const stubPool = (): AnalysisPool => createInProcessPool(stubCleaning);

/** An article of some sentences, with so many lines of share bars. */
export function stubArticle(title: string, shares = 1, sentences = 4): string {
  const body = Array.from(
    { length: sentences },
    (_, i) => `In the morning the ${title} crew painted hull number ${i}, and in the evening it rained.`,
  );
  const bars = Array.from({ length: shares }, (_, i) => `# Share this page with friend ${i}`);
  return [title, '', ...body, ...(shares > 0 ? ['', ...bars] : []), ''].join('\n');
}

/** Indexes the folder and cleans it; the index lies in memory. */
export async function cleanFolder(root: string, order: Partial<CleaningOrder>): Promise<CleaningReport> {
  const { index } = openSqliteIndex(':memory:');
  const pool = order.pool ?? stubPool();
  try {
    await indexCorpus({ root, index, pool: stubPool() });
    return await cleanCorpus({
      root,
      corpusName: 'Harbour',
      index,
      pool,
      filter: {},
      filterText: '',
      target: '',
      format: 'txt',
      withMap: false,
      removesDoubtful: false,
      floorPercent: 10,
      version: 'test',
      today: '2026-11-22',
      ...order,
    });
  } finally {
    await index.close();
  }
}
