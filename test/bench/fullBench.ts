import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { createThreadPool, type AnalysisPool } from '../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../src/indexer/indexCorpus.ts';
import { updateFiles } from '../../src/indexer/updateFiles.ts';
import { inChild } from './inChild.ts';
import { generateCorpus } from './generateCorpus.ts';
import { ask, p95, round, startClock, type Elapsed, type Measure } from './measure.ts';

/** Analysis takes thousands of times what reading does: beyond so many articles nothing new is learnt. */
const analysedArticles = 2000;

/** Indexing from disk with the shipped models, against the same analysis alone; needs `npm run build`. */
export async function measureFull(folder: string, seed: number): Promise<Measure[]> {
  const root = join(folder, 'full');
  const articles = [...generateCorpus(analysedArticles, seed)];
  for (const { path, text } of articles) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const measures: Measure[] = [];
  const [one, two] = [await analysisAlone(articles, 1), await analysisAlone(articles, 2)];
  measures.push(perArticle('full.alone', 'analysis alone, two threads', two));
  const most = await twoProcesses(folder, seed);
  measures.push({
    id: 'full.parallel',
    what: 'analysis on two threads against one',
    unit: '×',
    value: one.wallMs / two.wallMs,
    floor: most,
    note: `two processes that share nothing: ${round(most)} ×`,
  });
  const pool = openPool(2);
  const { index } = openSqliteIndex(join(folder, 'full.sqlite'));
  await warmUp(pool);
  let visibleMs = 0;
  let surveyed: Elapsed | undefined;
  const stop = startClock();
  await indexCorpus({
    root,
    index,
    pool,
    onBatch: () => (visibleMs ||= stop().wallMs),
    onProgress: ({ phase }) => {
      if (phase === 'analyzing') surveyed ??= stop();
    },
  });
  const all = stop();
  // A corpus is surveyed by 5000 articles and the names of 400, however many it has: beside 200,000 that is nothing.
  const survey = surveyed ?? all;
  const later = { wallMs: all.wallMs - survey.wallMs, cpuMs: all.cpuMs - survey.cpuMs };
  const alone = { floor: two.wallMs / analysedArticles };
  measures.push({
    ...perArticle('full.index', 'index from disk, once it is surveyed, two threads', later),
    ...alone,
  });
  measures.push({
    ...perArticle('full.whole', 'index from disk with its survey, two threads', all),
    ...alone,
  });
  measures.push({ id: 'full.first', what: 'first articles visible', unit: 'ms', value: visibleMs });
  let saved = 0;
  const saveOne = async (): Promise<void> => {
    const { path, text } = articles[saved++ * 7]!;
    writeFileSync(join(root, path), `${text} ${saved}`);
    await updateFiles({ root, index, pool, paths: [path] });
    await Promise.all([index.facet({}, 'ORG', { limit: 100 }), index.histogram({}, 'year')]);
  };
  const questions = Array.from({ length: 5 }, () => saveOne);
  const samples = await ask('saved.visible', 'one saved file visible, with its analysis', questions);
  measures.push(p95(samples));
  await index.close();
  await pool.close();
  rmSync(root, { recursive: true });
  return measures;
}

function openPool(threads: number): AnalysisPool {
  return createThreadPool({ entry: resolve('dist/thread.js'), modelsDir: resolve('models'), threads });
}

/** Models loaded and functions compiled in every thread. */
async function warmUp(pool: AnalysisPool): Promise<void> {
  const articles = [...generateCorpus(60, 77)];
  await Promise.all(articles.map(({ path, text }) => pool.enter({ id: path, text })));
}

/**
 * How many times more articles two processes of one thread analyse at once than one does: what the cores give, which may be two
 * halves of one, and what else is at work on them.
 */
async function twoProcesses(folder: string, seed: number): Promise<number> {
  const analyse = (): Promise<Elapsed> =>
    inChild(folder, { kind: 'analyze', count: analysedArticles / 2, seed, models: resolve('models') });
  const { wallMs } = await analyse();
  const both = await Promise.all([analyse(), analyse()]);
  return (2 * wallMs) / Math.max(...both.map((each) => each.wallMs));
}

async function analysisAlone(
  articles: readonly { readonly path: string; readonly text: string }[],
  threads: number,
): Promise<Elapsed> {
  const pool = openPool(threads);
  await warmUp(pool);
  const stop = startClock();
  await Promise.all(articles.map(({ path, text }) => pool.analyze({ id: path, text })));
  const elapsed = stop();
  await pool.close();
  return elapsed;
}

function perArticle(id: string, what: string, { wallMs, cpuMs }: Elapsed): Measure {
  return {
    id,
    what,
    unit: 'ms/article',
    value: wallMs / analysedArticles,
    cpu: cpuMs / analysedArticles,
    note: `${Math.round((analysedArticles * 1000) / wallMs)} articles/s`,
  };
}
