import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createWorkerClient } from '../../../src/worker/client.ts';
import { projectDir } from '../cli/runInMemory.ts';
import { quietOptions } from '../worker/quietOptions.ts';

const guard = pathToFileURL(path.join(import.meta.dirname, 'networkGuard.mjs')).href;
const cli = path.join(projectDir, 'dist', 'cli.js');

describe('what is shipped', function () {
  this.timeout(120_000);
  let folder = '';
  let log = '';
  let env: NodeJS.ProcessEnv = {};

  before(() => {
    assert.ok(existsSync(cli), 'build first: npm run build');
    folder = mkdtempSync(path.join(tmpdir(), 'no-network-'));
    cpSync(path.join(projectDir, 'test', 'fixtures', 'formats'), path.join(folder, 'corpus'), {
      recursive: true,
    });
    log = path.join(folder, 'network.log');
    env = { ...process.env, NETWORK_LOG: log, NODE_OPTIONS: `--import ${guard}` };
  });
  after(() => {
    rmSync(folder, { recursive: true, maxRetries: 5 });
  });

  const run = (args: readonly string[], input = ''): { status: number | null; stdout: string } =>
    spawnSync(process.execPath, [cli, ...args, '--storage', path.join(folder, 'storage')], {
      cwd: folder,
      env,
      input,
      encoding: 'utf8',
    });
  const touched = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');

  it('reaches no network from the command line', () => {
    const wanted: readonly (readonly string[])[] = [
      ['index', 'corpus', '--json'],
      ['entities', 'corpus', '--json'],
      ['search', 'corpus', 'le', '--json'],
      ['export', 'corpus', '--format', 'csv', '--out', 'all.csv'],
      ['clean', 'corpus', '--out', 'clean', '--format', 'jsonl'],
    ];
    for (const args of wanted) assert.match(String(run(args).status), /^[01]$/, args.join(' '));
    const entities = JSON.parse(run(['entities', 'corpus', '--json']).stdout) as { name: string }[];
    assert.ok(entities.length > 0);
    assert.match(run(['dossier', 'corpus', entities[0]!.name]).stdout, /^# /);
    const ask = [
      {
        method: 'initialize',
        id: 1,
        params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
      },
      { method: 'notifications/initialized' },
      { method: 'tools/list', id: 2 },
    ];
    const answers = run(
      ['mcp', 'corpus'],
      ask.map((each) => `${JSON.stringify({ jsonrpc: '2.0', ...each })}\n`).join(''),
    );
    assert.match(answers.stdout, /corpus_search/);
    assert.equal(touched(), '');
  });

  it('reaches no network from the worker of a window', async () => {
    const before = process.env;
    process.env = env;
    const client = createWorkerClient(quietOptions(path.join(folder, 'window')));
    try {
      const root = path.join(folder, 'corpus');
      await client.open(root);
      assert.ok((await client.indexCorpus(root)).analyzed > 0);
      await client.analyzeDocument({ root, id: 'x.txt', text: 'Voir https://example.invalid/a.' });
      assert.ok((await client.index(root).search('le', {}, { limit: 5 })).total > 0);
    } finally {
      client.dispose();
      process.env = before;
    }
    assert.equal(touched(), '');
  });

  it('asks a cluster only when one is named, which the guard would see', () => {
    const { status } = run(['entities', 'http://127.0.0.1:9/press']);
    assert.notEqual(status, 0);
    assert.match(touched(), /fetch/);
  });
});
