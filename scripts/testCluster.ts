/**
 * Runs `test/cluster/*.test.ts`, and the tests of `test/vscode/cluster` in a real VS Code, against a real cluster of three OpenSearch nodes. Where there is no Java 21, or OpenSearch cannot be
 * downloaded, no test runs, and one line says so. `node scripts/testCluster.ts [elasticsearch] [part of a file's name… | vscode]`: with
 * `elasticsearch` on that server, which CI does not do.
 */
import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { shareCluster } from '../test/cluster/support/sharedCluster.ts';
import { clusterLaunches } from '../test/vscode/clusterLaunch.ts';
import { startCluster, type TestCluster } from './cluster/testCluster.ts';
import { resultOf } from './mochaResult.ts';
import { reportTally, tallyOf, writeTally, type Tally } from './tally.ts';
import { must } from './vscodeHost/process.ts';
import { root } from './vscodeHost/paths.ts';
import { runLaunches } from './vscodeHost/runLaunches.ts';

async function main(): Promise<number> {
  const isElasticsearch = process.argv.includes('elasticsearch');
  const server = isElasticsearch ? 'elasticsearch' : 'opensearch';
  const cluster = await startCluster({ server, nodes: 3, heapMb: 512, say: console.log });
  if ('problem' in cluster) {
    console.log(`The tests against a cluster do not run here: ${cluster.problem}.`);
    writeTally('cluster', []);
    return 0;
  }
  shareCluster(cluster);
  try {
    await must(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root });
    const named = process.argv.slice(2).filter((argument) => argument !== 'elasticsearch');
    const files = named.filter((part) => part !== 'vscode');
    return reportTally('cluster', [
      ...(named.length > 0 && files.length === 0 ? [] : [await runMocha(files)]),
      ...(named.length > 0 && files.length === named.length ? [] : await runInVscode(cluster)),
    ]);
  } finally {
    await cluster.stop();
  }
}

/** The views, on the sample corpus: filled by the command line as a user does. */
async function runInVscode({ addresses }: TestCluster): Promise<readonly Tally[]> {
  const [node = ''] = addresses;
  const cli = path.join(root, 'dist', 'cli.js');
  const engine = `${addresses.join(',')}/sample`;
  await must(process.execPath, [cli, 'index', path.join(root, 'sample-corpus'), '--engine', engine], {
    cwd: root,
  });
  const answer = await fetch(`${node}/sample-articles/_count`);
  const { count } = (await answer.json()) as { count: number };
  // For the extension hosts, which are started from here.
  process.env['CORPUS_EXPLORER_TEST_CLUSTER'] = JSON.stringify({ node, articles: count });
  return runLaunches(clusterLaunches);
}

async function runMocha(named: readonly string[]): Promise<Tally> {
  const folder = path.join(root, 'test', 'cluster');
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.test.ts') && (named.length === 0 || named.some((part) => name.includes(part))),
  );
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: 'spec', color: process.stdout.isTTY });
  for (const name of files) mocha.addFile(path.join(folder, name));
  await mocha.loadFilesAsync();
  return tallyOf(await resultOf(mocha));
}

process.exit(await main());
