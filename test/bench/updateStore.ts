import { entryOf } from '../../src/core/index.ts';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { generateCorpus } from './generateCorpus.ts';
import { ask, p95, type Measure } from './measure.ts';

const updates = 12;

/** One article after the other replaced in a large index, each until both trees show it. Restores nothing: asked last. */
export async function measureUpdates(file: string, count: number): Promise<Measure[]> {
  const { index } = openSqliteIndex(file);
  const before = await index.stamps();
  // Articles of the corpus, with the texts of another one.
  const targets = [...before.values()].filter((_, i) => i % Math.ceil(count / updates) === 0);
  const replacements = [...generateCorpus(targets.length, 99)];
  const questions = targets.map((stamp, i) => async () => {
    const entry = entryOf(stamp.path, replacements[i]!.analysis);
    await index.apply({ files: [{ stamp, articles: [{ id: stamp.path, entry }] }], removedPaths: [] });
    await Promise.all([index.facet({}, 'ORG', { limit: 100 }), index.histogram({}, 'year')]);
  });
  const samples = await ask(
    'saved.store',
    'one saved article in both trees, without its analysis',
    questions,
  );
  await index.close();
  return [p95(samples)];
}
