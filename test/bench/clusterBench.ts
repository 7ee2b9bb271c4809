/**
 * `npm run bench:cluster -- [--articles N] [--only fill,views,partitions] [--compare-every N] [--minutes M]`: generated articles into a corpus on three
 * local nodes: filling against the same `_bulk` bodies sent by a bare loop, every view against the bare requests that it makes, and one
 * process that analyses and fills against two. What making the entities takes while a corpus is filled is told apart. Writes a table. With `--compare-every 5` the bare loop sends a fifth of the bodies only, for a million
 * articles; with `--minutes 60` the corpus is what went in within an hour.
 */
import { parseArgs } from 'node:util';
import { startCluster } from '../../scripts/cluster/testCluster.ts';
import { entryOf, type Batch } from '../../src/core/index.ts';
import { OpenSearchIndex } from '../../src/engines/opensearch/openSearchIndex.ts';
import { measurePartitions } from './clusterPartitions.ts';
import { viewQuestions } from './clusterViews.ts';
import { generateCorpus } from './generateCorpus.ts';
import { quantile, round } from './measure.ts';
import { recordRequests, replay, sendInTurn, withoutSettling, type SentRequest } from './sentRequests.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    'compare-every': { type: 'string', default: '1' },
    heap: { type: 'string', default: '1024' },
    minutes: { type: 'string', default: 'Infinity' },
    only: { type: 'string', default: 'fill,views,partitions' },
  },
});
const articles = Number(values.articles);
const compareEvery = Number(values['compare-every']);
const longestFillMs = Number(values.minutes) * 60_000;
const batchSize = 400;
const shape = { shards: 6, replicas: 0 };
const rounds = 24;

/** Ready to be written, as an indexer has them from its threads. */
function* batches(count: number): Generator<Batch> {
  let files: Batch['files'][number][] = [];
  for (const { path, text, analysis } of generateCorpus(count)) {
    files.push({
      stamp: { path, modifiedMs: 0, size: text.length },
      articles: [{ id: path, entry: { ...entryOf(path, { ...analysis, text }), text } }],
    });
    if (files.length < batchSize) continue;
    yield { files, removedPaths: [] };
    files = [];
  }
  if (files.length > 0) yield { files, removedPaths: [] };
}

function openIndex(nodes: readonly string[], name: string): OpenSearchIndex {
  return new OpenSearchIndex({ address: { nodes, name }, isFilling: true, patienceMs: 600_000 });
}

/** A server that has just been started is slow for a while: it is not asked anything that counts before it has done this. */
async function warmUp(nodes: readonly string[]): Promise<void> {
  const index = openIndex(nodes, 'bench-warm');
  await index.init(shape);
  for (const batch of batches(Math.min(articles, 4000))) await index.apply(batch);
  await index.arrive();
  await index.store.cluster.ask({ method: 'DELETE', path: '/bench-warm-*-v1' });
}

/** Both ways in turn, some batches each, so that what else the machine does meets both. */
async function fill(nodes: readonly string[]): Promise<string[]> {
  await warmUp(nodes);
  const index = openIndex(nodes, 'bench');
  const bare = openIndex(nodes, 'bench-bare');
  await index.init(shape);
  await bare.init(shape);
  let bytes = 0;
  let earlyMs = 0;
  const sent = { all: new Rate(), own: new Rate(), bare: new Rate() };
  const atOnce = 5;
  let waiting: Batch[] = [];
  let blocks = 0;
  const send = async (): Promise<void> => {
    const count = waiting.reduce((sum, { files }) => sum + files.length, 0);
    const { requests, ms: wholeMs } = await recordRequests(async () => {
      for (const batch of waiting) await index.apply(batch);
      await index.arrive();
    });
    waiting = [];
    const { others, settlings, settlingMs } = withoutSettling(requests);
    if (settlings > 0)
      console.log(
        `  entities made in ${round(settlingMs / 1000)} s after ${sent.all.articles + count} articles`,
      );
    earlyMs += settlingMs;
    const ms = wholeMs - settlingMs;
    const bulk = others.filter(({ path }) => path.includes('/_bulk'));
    bytes += bulk.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
    sent.all.add(count, ms);
    if (blocks++ % compareEvery === 0) {
      sent.own.add(count, ms);
      const bareMs = await sendInTurn(nodes[0]!, bulk, (path) => path.replace('/bench-', '/bench-bare-'));
      sent.bare.add(count, bareMs);
    }
    // A line now and then: a million articles take an hour.
    if (blocks % 50 === 0) console.log(`  ${ratesOf(sent)}`);
  };
  const begun = performance.now();
  for (const batch of batches(articles)) {
    waiting.push(batch);
    if (waiting.length === atOnce) await send();
    if (performance.now() - begun > longestFillMs) break;
  }
  if (waiting.length > 0) await send();
  // Now: making the entities of a million articles takes a while, and may be stopped.
  console.log(`filled: ${ratesOf(sent)}`);
  const started = performance.now();
  await index.apply({ files: [], removedPaths: [], isComplete: true });
  const settlingMs = performance.now() - started;
  const { held } = await index.articlesOfPart();
  await bare.store.cluster.ask({ method: 'DELETE', path: '/bench-bare-*-v1' });
  return [
    `bodies: ${round(bytes / sent.all.articles / 1000)} kB/article; entities made in ${round(earlyMs / 1000)} s while it was filled, and in ${round(settlingMs / 1000)} s at the end; ${held} of ${sent.all.articles} articles held`,
  ];
}

interface Rates {
  readonly all: Rate;
  readonly own: Rate;
  readonly bare: Rate;
}

function ratesOf({ all, own, bare }: Rates): string {
  const ratio = round(bare.ms / own.ms);
  return `${all.articles} articles, ${all.perSecond()} a second; where compared ${own.perSecond()}, the bare loop with the same bodies ${bare.perSecond()}; ratio ${ratio} (≥ 0.8)`;
}

/** What was sent in which time. */
class Rate {
  articles = 0;
  ms = 0;

  add(articles: number, ms: number): void {
    this.articles += articles;
    this.ms += ms;
  }

  perSecond(): number {
    return round((this.articles / this.ms) * 1000);
  }
}

async function askViews(nodes: readonly string[]): Promise<string[]> {
  const index = new OpenSearchIndex({ address: { nodes, name: 'bench' }, patienceMs: 60_000 });
  const lines: string[] = ['view, p95 in ms: own, bare requests, ratio (≤ 1.3); medians'];
  for (const { what, questions } of await viewQuestions(index)) {
    const own: number[] = [];
    const bare: number[] = [];
    const asked = new Map<unknown, readonly SentRequest[]>();
    for (let i = 0; i <= rounds; i++) {
      for (const question of questions) {
        // After a merge the server loads some fields anew for whoever asks first: that is each of the two in turn.
        const known = i % 2 === 1 ? asked.get(question) : undefined;
        const firstMs = known && (await replay(nodes[0]!, known));
        const { requests, ms } = await recordRequests(question);
        const needed = requests.filter(isNeeded);
        asked.set(question, needed);
        const bareMs = firstMs ?? (await replay(nodes[0]!, needed));
        // The first round fills what is kept in memory, there and here.
        if (i === 0) continue;
        own.push(ms);
        bare.push(bareMs);
      }
    }
    const [p, b] = [quantile(own, 0.95), quantile(bare, 0.95)];
    const medians = `${round(quantile(own, 0.5))}, ${round(quantile(bare, 0.5))}`;
    lines.push(`  ${what}: ${round(p)}, ${round(b)}, × ${round(p / b)}; ${medians}`);
  }
  return lines;
}

/** Looking whether the corpus has changed is our own. */
const isNeeded = ({ path }: SentRequest): boolean => !path.includes('/_doc/');

async function main(): Promise<void> {
  const cluster = await startCluster({ nodes: 3, heapMb: Number(values.heap), say: console.log });
  if ('problem' in cluster) throw new Error(`No cluster can be started: ${cluster.problem}.`);
  try {
    console.log(`${articles} generated articles`);
    const partitions = (nodes: readonly string[]): Promise<string[]> => measurePartitions(nodes, articles);
    const measures = { fill, views: askViews, partitions };
    for (const [what, measure] of Object.entries(measures)) {
      if (values.only.split(',').includes(what)) console.log((await measure(cluster.addresses)).join('\n'));
    }
  } finally {
    await cluster.stop();
  }
}

await main();
process.exit(0);
