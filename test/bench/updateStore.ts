import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../src/indexer/analysisPool.ts';
import { updateFiles } from '../../src/indexer/updateFiles.ts';
import { generateCorpus } from './generateCorpus.ts';
import { ask, p95, type Measure } from './measure.ts';

const updates = 12;

/**
 * One file after the other saved in a large corpus, with the text of another one, each until both trees show it. Only the analysis is
 * ready before. At first the corpus is surveyed, as it is when a first document is opened. Restores nothing: asked last.
 */
export async function measureUpdates(file: string, root: string, count: number): Promise<Measure[]> {
  const { index } = openSqliteIndex(file);
  const known = [...(await index.stamps()).keys()];
  const paths = known.filter((_, i) => i % Math.ceil(count / updates) === 0);
  const articles = [...generateCorpus(paths.length, 99)];
  const analyses = new Map(paths.map((path, i) => [path, { ...articles[i]!.analysis, id: path }]));
  const pool = createInProcessPool(({ id }) => analyses.get(id)!);
  const questions = paths.map((path, i) => async () => {
    writeFileSync(join(root, path), articles[i]!.text);
    await updateFiles({ root, index, pool, paths: [path] });
    await Promise.all([index.facet({}, 'ORG', { limit: 100 }), index.histogram({}, 'year')]);
  });
  const samples = await ask('saved.store', 'one saved file in both trees, without its analysis', questions);
  await index.close();
  return [p95(samples)];
}
