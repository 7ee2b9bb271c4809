import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { MemoryIndex } from '../../src/engines/memory/memoryIndex.ts';
import { writeBulk } from '../../src/engines/opensearch/bulk.ts';
import type { Hit } from '../../src/engines/opensearch/corpusStore.ts';
import { indexBodies } from '../../src/engines/opensearch/mapping.ts';
import { OpenSearchIndex } from '../../src/engines/opensearch/openSearchIndex.ts';
import { projectDir, runInMemory } from '../unit/cli/runInMemory.ts';
import { batchOf } from './support/batches.ts';
import { countedIn, joinedBatches, listsOf } from './support/joinedCorpus.ts';
import { newCorpus, newName, openCorpus, shape } from './support/openIndex.ts';
import { cluster } from './support/sharedCluster.ts';

const sample = path.join(projectDir, 'sample-corpus');

describe('filling a cluster', function () {
  this.timeout(400_000);
  let storage: string;
  before(() => {
    storage = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-fill-'));
  });
  after(() => {
    rmSync(storage, { recursive: true, force: true });
  });

  // One test that fails must not leave the next with a cluster in pieces.
  afterEach(async () => {
    cluster().resume(0);
    await cluster().restart(2);
  });

  const address = (name: string): string => `${cluster().addresses.join(',')}/${name}`;
  const rows = async (...args: readonly string[]): Promise<Record<string, unknown>[]> => {
    const { code, stdout, stderr } = await runInMemory([...args, '--json']);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as Record<string, unknown>[];
  };

  it('gives the answers of the folder’s own index, however many processes filled it', async () => {
    const place = address(newName());
    const fill = (part: string) => runInMemory(['index', sample, '--engine', place, '--partition', part]);
    const [first, second] = await Promise.all([fill('1/2'), fill('2/2')]);
    for (const { code, stderr } of [first, second])
      assert.match(stderr, /(\d+) articles held, \1 read\.\n/, String(code));
    const local = ['--storage', storage];
    assert.deepEqual(await rows('articles', place), await rows('articles', sample, ...local));
    assert.deepEqual(await rows('entities', place), await rows('entities', sample, ...local));
    const words = ['kwic', sample, 'port* AND NOT ferry', ...local];
    assert.deepEqual(await rows('kwic', place, 'port* AND NOT ferry'), await rows(...words));
    const found = ['search', sample, 'port*', '--sort', 'date', ...local];
    assert.deepEqual(await rows('search', place, 'port*', '--sort', 'date'), await rows(...found));
    const { stdout: dossier, stderr } = await runInMemory(['dossier', place, 'Téranga Ondes']);
    assert.match(dossier, /^# Téranga Ondes/, stderr);
    // What lies in no file can be no link.
    assert.doesNotMatch(dossier, /\]\(/);
    const csv = (from: string, ...more: string[]) =>
      runInMemory(['export', from, '--format', 'csv', ...more]);
    // The corpus has another name there.
    const exported = (await csv(place)).stdout.replaceAll(
      place.slice(place.lastIndexOf('/') + 1),
      'sample-corpus',
    );
    assert.equal(exported, (await csv(sample, ...local)).stdout);
    const again = await runInMemory(['index', sample, '--engine', place, '--partition', '1/2', '--json']);
    assert.equal((JSON.parse(again.stdout) as { report: { analyzed: number } }).report.analyzed, 0);
  });

  it('makes the entities while it is filled by two processes, one of which is killed, and ends with the same', async () => {
    const batches = [...joinedBatches(240, 20)];
    const folder = new MemoryIndex();
    const whole = await newCorpus({ isFilling: true, settlesFrom: Infinity });
    for (const batch of batches) {
      await folder.apply(batch);
      await whole.apply(batch);
    }
    for (const index of [folder, whole]) await index.apply({ files: [], removedPaths: [], isComplete: true });
    const { name } = (await newCorpus()).store.cluster.address;
    const open = (part: string) => openCorpus(name, { isFilling: true, settlesFrom: 40, partition: part });
    const parts = [open('1/2'), open('2/2')];
    for (const [i, batch] of batches.entries()) {
      // Dies here, having sent what nobody has acknowledged, and begins anew.
      if (i === 8) {
        parts[0] = open('1/2');
        for (const again of batches.slice(0, i).filter((_, j) => j % 2 === 0)) await parts[0].apply(again);
      }
      await parts[i % 2]!.apply(batch);
    }
    assert.equal((await whole.store.note())?.settledArticles, 240);
    const early = (await parts[0]!.store.note())?.settledArticles ?? 0;
    assert.ok(early >= 40 && early < 240, `${early} articles when the entities were made last`);
    const { items } = await openCorpus(name).facet({}, 'ORG', { limit: 100 });
    // Counted to an entity that it does not name: as by a process that knows for a moment what held before.
    const [{ _id, _source: article }] = (await whole.store.get<{ org: string[] }>(
      'articles',
      [batches[0]!.files[1]!.stamp.path],
      ['org'],
    )) as [Hit<{ org: string[] }>];
    const other = items.find(({ value }) => !article.org.includes(value))!.value;
    await Promise.all(parts.map((part) => part.arrive()));
    const miscounted = { kind: 'update', id: _id, fields: { org: [...article.org, other] } } as const;
    await writeBulk(parts[0]!.store, 'articles', [miscounted]);
    for (const part of parts) await part.apply({ files: [], removedPaths: [], isComplete: true });
    assert.deepEqual(await countedIn(parts[0]!), await countedIn(whole));
    assert.deepEqual(await listsOf(openCorpus(name)), await listsOf(folder));
  });

  it('is filled from a compressed file of records, and answers the questions of a language model', async () => {
    const file = path.join(storage, 'agency.jsonl.gz');
    const records = [1, 2, 3].map((n) => ({
      title: `Le port, avis ${n}`,
      date: `2011-02-0${n}`,
      text: `La société Sidecom publie l’avis ${n}. Le conseil s’est réuni mardi à Rabat pendant quatre heures.`,
    }));
    writeFileSync(file, gzipSync(records.map((record) => `${JSON.stringify(record)}\n`).join('')));
    const place = address(newName());
    const filled = await runInMemory(['index', file, '--engine', place]);
    assert.match(filled.stderr, /3 articles held, 3 read\.\n/);
    const client = new Client({ name: 'test', version: '1' });
    const args = [path.join(projectDir, 'dist', 'cli.js'), 'mcp', place];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
    try {
      const search = { name: 'corpus_search', arguments: { query: '"avis 3"' } };
      const { content } = (await client.callTool(search)) as { content: { text: string }[] };
      assert.match(content[0]!.text, /agency\.jsonl\.gz:3 .*publie l’avis 3\./);
    } finally {
      await client.close();
    }
  });

  it('goes on after it was killed or interrupted, and counts nothing twice', async () => {
    const name = newName();
    const cli = path.join(projectDir, 'dist', 'cli.js');
    const run = (): ReturnType<typeof spawn> =>
      spawn(process.execPath, [cli, 'index', sample, '--engine', address(name)], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    for (const [waitMs, signal] of [
      [1500, 'SIGKILL'],
      [2500, 'SIGINT'],
    ] as const) {
      const child = run();
      const said = text(child.stderr!);
      const ended = once(child, 'exit') as Promise<[number | null]>;
      setTimeout(() => child.kill(signal), waitMs);
      const [code] = await ended;
      // A fast machine is through with it before, a slow one has not begun.
      if (code === 130) assert.match(await said, /Stopped\. What was sent is kept|articles held/);
      else assert.ok(code === 0 || code === null, await said);
    }
    const whole = await runInMemory(['index', sample, '--engine', address(name)]);
    assert.match(whole.stderr, /(\d+) articles held, \1 read\.\n/);
    assert.deepEqual(
      await rows('articles', address(name)),
      await rows('articles', sample, '--storage', storage),
    );
  });

  it('loses nothing that was acknowledged when a node dies while it fills and is browsed, and brings it back', async () => {
    const index = await newCorpus({ isFilling: true });
    const batches = 12;
    const browsing = new Browsing(index.store.cluster.address.name, { least: 4 * 40, most: batches * 40 });
    for (let n = 0; n < batches; n++) {
      if (n === 4) {
        // What is to survive a node is on two of them by now, and can be seen.
        await cluster().whenWhole(3);
        await index.arrive();
        await index.store.refresh('articles');
        await browsing.begin();
        await cluster().kill(2);
      }
      await index.apply(batchOf(n));
    }
    await index.apply({ files: [], removedPaths: [], isComplete: true });
    const whileGone = await index.status();
    assert.equal(whileGone.articles, batches * 40);
    assert.equal((await index.facet({}, 'ORG', { limit: 10 })).items.length, 7);
    await browsing.goesOn();
    await cluster().restart(2);
    await browsing.end();
    const reader = openCorpus(index.store.cluster.address.name);
    const { generation, ...status } = await reader.status();
    assert.ok(generation > 0);
    assert.deepEqual(status, {
      articles: batches * 40,
      undated: 0,
      entities: { ORG: 7, PER: 0, LOC: 0 },
      firstDate: '2011-02-03',
      lastDate: '2011-02-03',
      skipped: 0,
      isComplete: true,
    });
    const sum = (await reader.facet({}, 'ORG', { limit: 10 })).items.reduce(
      (n, { articles }) => n + articles,
      0,
    );
    assert.equal(sum, batches * 40);
    assert.deepEqual(await index.articlesOfPart(), { held: batches * 40, read: batches * 40 });
  });

  it('goes on browsing when a node stands still', async () => {
    const index = await newCorpus();
    await index.apply({ ...batchOf(0), isComplete: true });
    const reader = openCorpus(index.store.cluster.address.name, { timeoutMs: 8000 });
    await cluster().whenWhole(3);
    cluster().pause(0);
    assert.equal((await reader.documents({}, 'date', { limit: 5 })).total, 40);
  });

  it('says what is missing, and reads no corpus of a newer version', async () => {
    const { code, stderr } = await runInMemory(['articles', address('nobody-made-this')]);
    assert.equal(code, 1);
    assert.match(stderr, /holds no corpus of this name/);
    const wrong = await runInMemory(['index', sample, '--engine', address(newName()), '--partition', '5/2']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /--partition wants/);
    const index = await newCorpus();
    const { articles } = index.store.names;
    const body = { _meta: { 'corpus-explorer': 99 } };
    await index.store.cluster.ask({ method: 'PUT', path: `/${articles}/_mapping`, body });
    await assert.rejects(index.check(), /newer version/);
    await assert.rejects(index.init({ shards: 1, replicas: 0 }), /newer version/);
  });

  it('moves a corpus of an older version behind its alias', async () => {
    const index = await newCorpus();
    await index.apply({ ...batchOf(0), isComplete: true });
    const { cluster: server, names } = index.store;
    // The same documents, as an older version would have left them: under its number.
    const { settings, mappings } = indexBodies(shape).articles as { settings: object; mappings: object };
    const older = { settings, mappings: { ...mappings, _meta: { 'corpus-explorer': 0.5 } } };
    await server.ask({ method: 'PUT', path: `/${names.articles}-v0`, body: older });
    const body = { source: { index: names.articles }, dest: { index: `${names.articles}-v0` } };
    await server.ask({ method: 'POST', path: '/_reindex?refresh=true', body });
    await server.ask({ method: 'DELETE', path: `/${names.articles}-v1` });
    const actions = [{ add: { index: `${names.articles}-v0`, alias: names.articles } }];
    await server.ask({ method: 'POST', path: '/_aliases', body: { actions } });
    assert.equal(await index.init({ shards: 3, replicas: 1 }), 'upgraded');
    assert.equal(await index.init({ shards: 3, replicas: 1 }), 'upToDate');
    assert.equal((await openCorpus(server.address.name).documents({}, 'date', { limit: 3 })).total, 40);
  });
});

/** Somebody who asks one question after the other, first of the node that is going to die. Each has its answer. */
class Browsing {
  private readonly reader: OpenSearchIndex;
  private readonly articles: { readonly least: number; readonly most: number };
  private isOver = false;
  private asking: Promise<void> = Promise.resolve();
  private readonly answered = new EventEmitter();

  constructor(name: string, articles: { readonly least: number; readonly most: number }) {
    const [first, second, dying] = cluster().addresses;
    const nodes = [dying!, first!, second!];
    this.reader = new OpenSearchIndex({ address: { nodes, name }, patienceMs: 240_000 });
    this.articles = articles;
  }

  begin(): Promise<void> {
    this.asking = this.ask();
    return this.goesOn();
  }

  /** Until another question has been asked and answered. */
  async goesOn(): Promise<void> {
    for (let i = 0; i < 2; i++) await Promise.race([once(this.answered, 'answer'), this.asking]);
  }

  end(): Promise<void> {
    this.isOver = true;
    return this.asking;
  }

  private async ask(): Promise<void> {
    while (!this.isOver) {
      const { total } = await this.reader.documents({}, 'date', { limit: 1 });
      assert.ok(total >= this.articles.least && total <= this.articles.most, `${total} articles`);
      assert.match((await this.reader.text('0/3.txt')) ?? '', /avis 3/);
      this.answered.emit('answer');
    }
  }
}
