import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/vscodeHost/paths.ts';
import { writeCorpus } from './corpusOnDisk.ts';
import { round } from './measure.ts';

/** So many that what each process does for the whole corpus, surveying it first, is little beside them. */
const mostArticles = 40_000;
const cli = join(root, 'dist', 'cli.js');

/**
 * Filling with the analysis, by one process and by two with half of the articles each; needs `npm run build`. The halves are also filled one
 * after the other: so it goes on two machines of their own, where two processes at once share these cores with each other and with the
 * nodes.
 */
export async function measurePartitions(nodes: readonly string[], articles: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-explorer-partitions-'));
  const count = Math.min(articles, mostArticles);
  writeCorpus(folder, count, 1);
  const into = async (name: string, fill: (engine: string) => Promise<number[]>): Promise<number[]> => {
    const engine = `${nodes.join(',')}/bench-${name}`;
    await command(['init', engine, '--shards', '6', '--replicas', '0']);
    return fill(engine);
  };
  const index = (engine: string, part: string): Promise<number> =>
    command(['index', folder, '--engine', engine, '--partition', part]);
  const [whole = 0] = await into('whole', async (engine) => [await index(engine, '1/1')]);
  const [first = 0, second = 0] = await into('halves', async (engine) => [
    await index(engine, '1/2'),
    await index(engine, '2/2'),
  ]);
  const atOnce = await into('at-once', (engine) =>
    Promise.all(['1/2', '2/2'].map((part) => index(engine, part))),
  );
  rmSync(folder, { recursive: true });
  const times = (seconds: number): string => `× ${round(whole / seconds)}`;
  return [
    `${count} articles with their analysis: one process ${round(whole)} s; its halves, one after the other, ${round(first)} and ${round(second)} s: two machines ${times(Math.max(first, second))}`,
    `two processes at once, on the cores of the nodes: ${round(Math.max(...atOnce))} s, ${times(Math.max(...atOnce))}`,
  ];
}

/** Runs the built command line; in seconds. */
async function command(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`corpus-explorer ${args.join(' ')} ended with ${code}`);
  return (performance.now() - started) / 1000;
}
