/**
 * Measures the index on a generated corpus, each number beside a floor measured in the same run:
 * `npm run bench -- [--articles 20000] [--seed 1] [--full] [--compare RUN.json]`. The articles come with their analyses, so
 * that the store is measured and not the models; `--full` indexes 2,000 of them from disk with the shipped models as well
 * (needs `npm run build`). Prints a table and writes `.artifacts/bench/run-N.json`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteIndex } from '../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../src/indexer/indexCorpus.ts';
import type { Serving } from './askStore.ts';
import { bareSqlFloor, readFloor, walkFloor, writeCorpus } from './corpusOnDisk.ts';
import type { Filling } from './fillStore.ts';
import { measureFull } from './fullBench.ts';
import { inChild } from './inChild.ts';
import { p95, quantile, startClock, type Elapsed, type Measure } from './measure.ts';
import { comparison, tableOf, type BenchRun } from './report.ts';
import { measureUpdates } from './updateStore.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    full: { type: 'boolean', default: false },
    compare: { type: 'string' },
  },
});
const count = Number(values.articles);
const seed = Number(values.seed);
const results = resolve('.artifacts/bench');
const folder = join(results, `work-${process.pid}`);
/** How queries grow is told against a corpus of this size. */
const smallCount = 2000;

async function main(): Promise<BenchRun> {
  const small = await store(smallCount);
  const { measures, serving } = count === smallCount ? small : await store(count);
  if (count !== smallCount) measures.push(...growth(small.serving, serving));
  if (values.full) measures.push(...(await measureFull(folder, seed)));
  return {
    commit: execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim(),
    articles: count,
    seed,
    node: process.version,
    cores: availableParallelism(),
    load: Math.round(loadavg()[0]! * 10) / 10,
    measures,
  };
}

/** Everything that needs no analysis, for a corpus of so many articles. */
async function store(articles: number): Promise<{ measures: Measure[]; serving: Serving }> {
  const root = join(folder, `corpus-${articles}`);
  const file = join(folder, `store-${articles}.sqlite`);
  const { files, bytes } = writeCorpus(root, articles, seed);
  const read = readFloor(files);
  const bare = bareSqlFloor(join(folder, 'bare.sqlite'), articles, seed);
  rmSync(join(folder, 'bare.sqlite'));
  const filling = await inChild(folder, { kind: 'fill', file, count: articles, seed, root });
  const serving = await inChild(folder, { kind: 'ask', file, root });
  const walk = await walkFloor(root);
  const measures: Measure[] = [
    { id: 'corpus', what: `text of ${articles} articles`, unit: 'MB', value: bytes / 1e6 },
    { ...each('floor.read', 'floor: read the files', read, articles) },
    {
      id: 'floor.sql',
      what: 'floor: bare full-text table of SQLite',
      unit: 'ms/article',
      value: bare.wallMs,
      cpu: bare.cpuMs,
    },
    { id: 'floor.walk', what: 'floor: walk with stat', unit: 'ms', value: walk.wallMs, cpu: walk.cpuMs },
    ...fillingMeasures(filling, articles, read, bytes),
    {
      id: 'open.trees',
      what: 'open to first answer of both trees',
      unit: 'ms',
      value: serving.open.wallMs,
      cpu: serving.open.cpuMs,
    },
    ...[...serving.floors, ...serving.samples].map((samples) => p95(samples)),
    { id: 'memory.serving', what: 'memory of a process that serves', unit: 'MB', value: serving.peakRssMb },
    ...(await measureUpdates(file, root, articles)),
    await restart(root, file, walk),
  ];
  rmSync(root, { recursive: true });
  return { measures, serving };
}

function fillingMeasures(
  { write, prepare, peakRssMb, bytes }: Filling,
  articles: number,
  read: Elapsed,
  text: number,
): Measure[] {
  const written = each('store.write', 'the store’s own share: write', write, articles);
  return [
    // Processor time on both sides: the clock of a busy machine compares how often each had to wait.
    {
      ...written,
      value: write.cpuMs / articles,
      floor: read.cpuMs / articles,
      note: `${round1(write.wallMs / articles)} ms by the clock`,
    },
    each('store.prepare', 'the store’s own share: words and names, in threads', prepare, articles),
    { id: 'store.size', what: 'size, against the text', unit: 'MB', value: bytes / 1e6, floor: text / 1e6 },
    {
      id: 'memory.indexing',
      what: 'memory of a process that writes',
      unit: 'MB',
      value: peakRssMb,
    },
  ];
}

/** A corpus that did not change: from the start to "up to date". */
async function restart(root: string, file: string, walk: Elapsed): Promise<Measure> {
  const { index } = openSqliteIndex(file);
  const pool = createInProcessPool(() => {
    throw new Error('Nothing is to be analysed.');
  });
  const stop = startClock();
  const { analyzed, outcome } = await indexCorpus({ root, index, pool });
  const { wallMs, cpuMs } = stop();
  await index.close();
  if (analyzed > 0 || outcome !== 'complete')
    throw new Error(`${analyzed} files were read again: ${outcome}`);
  return {
    id: 'restart.unchanged',
    what: 'unchanged corpus up to date',
    unit: 'ms',
    value: wallMs,
    cpu: cpuMs,
    floor: walk.wallMs,
  };
}

/** How many times longer a question takes in the large corpus than in the small one, by processor time; also when asked first. */
function growth(small: Serving, large: Serving): Measure[] {
  return large.samples.map(({ id, what, cpuMs, firstMs }, i) => {
    const before = quantile(small.samples[i]!.cpuMs, 0.95);
    const atFirst = quantile(firstMs, 0.5) / quantile(small.samples[i]!.firstMs, 0.5);
    const byMedian = quantile(cpuMs, 0.5) / quantile(small.samples[i]!.cpuMs, 0.5);
    return {
      id: `growth.${id}`,
      what: `growth from ${smallCount} articles: ${what}`,
      unit: '×',
      value: quantile(cpuMs, 0.95) / before,
      // Of sixty askings in tenths of a millisecond the 95th percentile is one during which V8 compiled something.
      note: `by the median ${round1(byMedian)} ×, at first ${round1(atFirst)} ×`,
    };
  });
}

function each(id: string, what: string, { wallMs, cpuMs }: Elapsed, articles: number): Measure {
  return { id, what, unit: 'ms/article', value: wallMs / articles, cpu: cpuMs / articles };
}

function round1(value: number): string {
  return value.toPrecision(2);
}

mkdirSync(folder, { recursive: true });
try {
  const run = await main();
  const written = join(results, `run-${count}.json`);
  process.stdout.write(tableOf(run));
  if (values.compare !== undefined) process.stdout.write(`\n${comparison(run, values.compare)}`);
  writeFileSync(written, `${JSON.stringify(run, undefined, 2)}\n`);
  process.stdout.write(
    `\n${written}: ${run.commit}, Node ${run.node}, ${run.cores} cores, load ${run.load}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
