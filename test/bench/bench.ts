/**
 * Measures the index on a generated corpus, each number beside a floor measured in the same run: `npm run bench --
 * --articles 20000 [--seed 1] [--full]`. `--full` indexes from disk with the shipped models as well (needs
 * `npm run build`). Prints a table and writes `.artifacts/bench.json`.
 */
import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Batch, EntityId, WritableCorpusIndex } from '../../src/core/index.ts';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { readSourceFile } from '../../src/formats/readSourceFile.ts';
import { createThreadPool, type AnalysisPool } from '../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../src/indexer/indexCorpus.ts';
import { walkCorpus } from '../../src/indexer/walkCorpus.ts';
import { generateCorpus, type GeneratedArticle } from './generateCorpus.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    full: { type: 'boolean', default: false },
  },
});
const count = Number(values.articles);
const folder = resolve('.artifacts/bench');
const root = join(folder, `corpus-${count}-${values.seed}`);
const batchSize = 150;

interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
}
const measures: Measure[] = [];

function record(what: string, value: number, unit: string, note?: string): void {
  measures.push({ what, value: Math.round(value * 1000) / 1000, unit, ...(note !== undefined && { note }) });
}

async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const { files, bytes } = writeCorpus();
  const megabytes = bytes / 1e6;
  record('corpus', megabytes, 'MB', `${count} articles`);
  const readMs = readFloor(files);
  record('floor: read the files', megabytes / (readMs / 1000), 'MB/s');
  const walkMs = await timeWalk();
  record('floor: walk with stat', walkMs, 'ms');

  const file = join(folder, 'store.sqlite');
  const { index } = openSqliteIndex(file, {
    readText: async (id) => (await readSourceFile(root, id)).records[0]?.text,
  });
  const store = await fillStore(index);
  record(
    'store alone',
    megabytes / (store.ms / 1000),
    'MB/s',
    `${(store.ms / readMs).toFixed(1)} × the floor`,
  );
  // On a machine that others use too, processor time says more than the clock.
  record('store alone, processor', store.cpuMs / count, 'ms', 'per article');
  record('size', statSync(file).size / 1e6, 'MB', `${(statSync(file).size / bytes).toFixed(2)} × the text`);
  await index.close();
  await measureOpening(file);
  await measureQueries(file);
  if (values.full) await measureFull(megabytes, walkMs);
  record('memory', process.memoryUsage.rss() / 1e6, 'MB', 'resident, this process, generator included');
}

function writeCorpus(): { files: readonly string[]; bytes: number } {
  const files: string[] = [];
  const folders = new Set<string>();
  let bytes = 0;
  for (const { path, text } of generateCorpus(count, Number(values.seed))) {
    const file = join(root, path);
    const parent = join(file, '..');
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
    files.push(file);
  }
  return { files, bytes };
}

/** The cheapest way that was found to read them: one buffer for all. */
function readFloor(files: readonly string[]): number {
  const buffer = Buffer.alloc(65_536);
  const start = performance.now();
  for (const file of files) {
    const handle = openSync(file, 'r');
    readSync(handle, buffer, 0, buffer.length, 0);
    closeSync(handle);
  }
  return performance.now() - start;
}

async function timeWalk(): Promise<number> {
  const start = performance.now();
  for await (const walked of walkCorpus(root))
    if (walked.kind === 'skipped') throw new Error(walked.skipped.path);
  return performance.now() - start;
}

async function fillStore(index: WritableCorpusIndex): Promise<{ ms: number; cpuMs: number }> {
  let ms = 0;
  let cpuMs = 0;
  let batch: GeneratedArticle[] = [];
  const flush = async (isComplete: boolean): Promise<void> => {
    const files: Batch['files'] = batch.map(({ path, text, analysis }) => ({
      stamp: { path, modifiedMs: 0, size: text.length },
      articles: [{ id: path, analysis }],
    }));
    batch = [];
    const start = performance.now();
    const cpu = process.cpuUsage();
    await index.apply({ files, removedPaths: [], isComplete });
    ms += performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    cpuMs += (user + system) / 1000;
  };
  for (const article of generateCorpus(count, Number(values.seed))) {
    batch.push(article);
    if (batch.length === batchSize) await flush(false);
  }
  await flush(true);
  return { ms, cpuMs };
}

async function measureOpening(file: string): Promise<void> {
  const start = performance.now();
  const { index } = openSqliteIndex(file);
  await Promise.all([index.status(), index.facet({}, 'ORG', { limit: 100 }), index.histogram({}, 'year')]);
  record('open to first answer of both trees', performance.now() - start, 'ms');
  await index.close();
}

async function measureQueries(file: string): Promise<void> {
  const readText = async (id: string): Promise<string | undefined> =>
    (await readSourceFile(root, id)).records[0]?.text;
  const { index } = openSqliteIndex(file, { readText });
  const page = { limit: 100 };
  const { items, total } = await index.facet({}, 'ORG', { limit: 10_000 });
  const ranks = [0, 1, 2, 3, 5, 10, 30, 100, 300, total - 1].filter((rank) => rank < items.length);
  const entities = ranks.map((rank) => items[rank]!.value);
  const label = items[30]?.label ?? '';
  const each = (ask: (entity: EntityId, rank: number) => Promise<unknown>): (() => Promise<unknown>)[] =>
    entities.map((entity, rank) => () => ask(entity, rank));
  await measure('tree: organizations', [() => index.facet({}, 'ORG', page)]);
  await measure('tree: years', [() => index.histogram({}, 'year')]);
  await measure('tree: articles of a month', [
    () => index.documents({ from: '2010-03', to: '2010-03' }, 'date', page),
  ]);
  await measure('tree: undated', [() => index.documents({ isUndated: true }, 'date', page)]);
  await measure(
    'tree: years of an entity',
    each((entity) => index.histogram({ entities: [entity] }, 'year')),
  );
  await measure(
    'tree: articles of an entity in a year',
    each((entity) => index.documents({ entities: [entity], from: '2010', to: '2010' }, 'date', page)),
  );
  await measure('tree: organizations of one year', [
    () => index.facet({ from: '2010', to: '2010' }, 'ORG', page),
  ]);
  await measure('tree: organizations of ten years', [
    () => index.facet({ from: '2006', to: '2015' }, 'ORG', page),
  ]);
  await measure(
    'hover card',
    each((entity) => index.entity(entity)),
  );
  await measure(
    'co-occurrence',
    each((entity) => index.facet({ entities: [entity] }, 'ORG', { limit: 20 })),
  );
  await measure(
    'A and B',
    each((entity, rank) =>
      index.documents({ entities: [entity, entities[(rank + 1) % entities.length]!] }, 'date', page),
    ),
  );
  await measure('phrase, newest 20', [() => index.search(`"${label}"`, {}, { limit: 20 })]);
  await measure('phrase in context, first 20', [
    () => index.kwic({ words: `"${label}"` }, {}, { limit: 20 }),
  ]);
  await measure(
    'mentions in context, first 20',
    each((entity) => index.kwic({ entity }, {}, { limit: 20 })),
  );
  await measure(
    'suggestions',
    ['b', 'ba', 'corde'].map((prefix) => () => index.suggest(prefix, 20)),
  );
  await measureUpdate(index);
  await index.close();
}

/** Median and 95th percentile over all the questions asked several times each. */
async function measure(what: string, questions: readonly (() => Promise<unknown>)[]): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 6; round++) {
    for (const ask of questions) {
      const start = performance.now();
      await ask();
      // The first round fills what is kept in memory.
      if (round > 0) times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  record(`${what}, p95`, at(0.95), 'ms', `median ${at(0.5).toFixed(2)}`);
}

async function measureUpdate(index: WritableCorpusIndex): Promise<void> {
  const articles = [...generateCorpus(20, 99)];
  let next = 0;
  await measure('one saved article visible', [
    async () => {
      const { path, analysis } = articles[next++ % articles.length]!;
      const stamp = { path, modifiedMs: next, size: analysis.text.length };
      await index.apply({ files: [{ stamp, articles: [{ id: path, analysis }] }], removedPaths: [] });
      await index.facet({}, 'ORG', { limit: 100 });
    },
  ]);
}

async function measureFull(megabytes: number, walkMs: number): Promise<void> {
  const pool = createThreadPool({ entry: resolve('dist/thread.js'), modelsDir: resolve('models') });
  const { index } = openSqliteIndex(join(folder, 'full.sqlite'));
  const start = performance.now();
  let first = 0;
  await indexCorpus({ root, index, pool, onBatch: () => (first ||= performance.now() - start) });
  const ms = performance.now() - start;
  const alone = await timeAnalysis(pool);
  record(
    'floor: full analysis alone',
    megabytes / (alone / 1000),
    'MB/s',
    'same threads, nothing read or written',
  );
  record(
    'index from disk, full analysis',
    megabytes / (ms / 1000),
    'MB/s',
    `${(count / (ms / 1000)).toFixed(0)} articles/s, ${(ms / alone).toFixed(2)} × the analysis alone`,
  );
  record('first articles visible', first, 'ms');
  const again = performance.now();
  await indexCorpus({ root, index, pool });
  const againMs = performance.now() - again;
  record('unchanged corpus up to date', againMs, 'ms', `${(againMs / walkMs).toFixed(1)} × the walk`);
  await index.close();
  await pool.close();
}

async function timeAnalysis(pool: AnalysisPool): Promise<number> {
  const articles = [...generateCorpus(count, Number(values.seed))];
  const start = performance.now();
  await Promise.all(articles.map(({ path, text }) => pool.analyze({ id: path, text })));
  return performance.now() - start;
}

await main();
for (const { what, value, unit, note = '' } of measures) {
  process.stdout.write(`${what.padEnd(42)} ${String(value).padStart(10)} ${unit.padEnd(5)} ${note}\n`);
}
const result = { articles: count, seed: Number(values.seed), node: process.version, measures };
writeFileSync(resolve('.artifacts/bench.json'), `${JSON.stringify(result, undefined, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
