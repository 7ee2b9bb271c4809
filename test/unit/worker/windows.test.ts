import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tryWriterLock } from '../../../src/engines/sqlite/writerLock.ts';
import { indexFile } from '../../../src/indexer/location.ts';
import { createWorkerClient, WorkerGone, type WorkerClient } from '../../../src/worker/client.ts';
import { articleAbout } from './articleAbout.ts';
import { cancellation } from './cancellation.ts';
import { quietOptions } from './quietOptions.ts';

/** So many that the writer is still at work when the others have been told of its first ones. */
const articleCount = 1000;

/** A window of VS Code as the worker knows it: a client with a process of its own. */
interface OneWindow {
  readonly client: WorkerClient;
  readonly changes: number[];
  readonly phases: string[];
  abandoned: number;
}

describe('several windows on one corpus', function () {
  this.timeout(120_000);
  let folder = '';
  let root = '';
  let windows: OneWindow[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'windows-'));
    root = path.join(folder, 'corpus');
    mkdirSync(root);
    windows = [];
  });
  afterEach(() => {
    for (const { client } of windows) client.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const storageDir = (): string => path.join(folder, 'storage');

  async function openWindow(): Promise<OneWindow> {
    const window: OneWindow = {
      changes: [],
      phases: [],
      abandoned: 0,
      client: createWorkerClient({
        ...quietOptions(storageDir()),
        onChanged: (_root, generation) => window.changes.push(generation),
        onProgress: ({ phase }) => window.phases.push(phase),
        onAbandoned: () => window.abandoned++,
      }),
    };
    windows.push(window);
    await window.client.open(root);
    return window;
  }

  const put = (name: string, text: string): string => {
    const file = path.join(root, name);
    writeFileSync(file, text);
    return file;
  };
  const putMany = (count: number): void => {
    for (let i = 0; i < count; i++) put(`${i}.txt`, articleAbout(`Sidecom ${i % 7}`, '04/05/2016'));
  };
  const articles = async ({ client }: OneWindow): Promise<number> =>
    (await client.index(root).status()).articles;

  /** What a window shows. */
  async function everything({ client }: OneWindow): Promise<unknown> {
    const index = client.index(root);
    const { generation, ...status } = await index.status();
    assert.ok(generation > 0);
    return {
      status,
      organizations: (await index.facet({}, 'ORG', { limit: 100 })).items,
      articles: (await index.documents({ words: 'usine' }, 'date', { limit: 5000 })).items,
    };
  }

  it('shows all of them what one writes, and lets another go on when that one is killed', async () => {
    putMany(articleCount);
    const [writer, second, third] = [await openWindow(), await openWindow(), await openWindow()];
    const writing = writer.client.indexCorpus(root);
    await until(() => writer.phases.length > 0);
    const others = [second, third].map(({ client }) => client.indexCorpus(root));
    await until(async () => (await articles(second)) > 0 && (await articles(third)) > 0);
    assert.deepEqual(
      [...second.phases, ...third.phases].filter((phase) => phase !== 'waiting'),
      [],
    );
    // They ask a few times a second whether there is anything new.
    await until(() => second.changes.length > 0 && third.changes.length > 0);
    const { processId } = await writer.client.initialize();
    const dead = assert.rejects(writing, WorkerGone);
    process.kill(processId, 'SIGKILL');
    await dead;
    const reports = await Promise.all(others);
    assert.deepEqual(
      reports.map(({ outcome }) => outcome),
      ['complete', 'complete'],
    );
    const analyzed = reports.map((report) => report.analyzed).sort((a, b) => a - b);
    assert.equal(analyzed[0], 0, 'only one of them went on');
    assert.ok(analyzed[1]! > 0 && analyzed[1]! < articleCount, `${analyzed[1]} were read again`);
    assert.equal(await articles(third), articleCount);
    assert.deepEqual(await everything(second), await everything(third));
    const before = await everything(third);
    await third.client.rebuild(root);
    await until(async () => (await articles(second)) === articleCount);
    assert.deepEqual(await everything(second), before, 'equals one built from nothing');
  });

  it('tells the others of a saved file, of a correction, and of an index that is built anew', async () => {
    putMany(5);
    const [first, second] = [await openWindow(), await openWindow()];
    await first.client.indexCorpus(root);
    await until(async () => (await articles(second)) === 5);
    const told = async (): Promise<void> => {
      const last = (await second.client.index(root).status()).generation;
      await until(() => second.changes.at(-1) === last);
    };
    await first.client.update(root, [put('new.txt', articleAbout('Maison Atlas', '11/06/2017'))]);
    assert.equal(await articles(second), 6);
    await told();
    await first.client.writeCuration(root, {
      edits: [{ section: 'dates', choice: { article: 'new.txt', date: '2020-01-02' }, action: 'set' }],
    });
    await first.client.updateCuration(root);
    assert.equal((await second.client.index(root).article('new.txt'))?.date, '2020-01-02');
    await told();
    const before = await everything(second);
    await second.client.rebuild(root);
    assert.deepEqual(await everything(first), before);
    const { generation } = await first.client.index(root).status();
    await until(() => first.changes.at(-1) === generation);
  });

  it('waits for its turn, says so, and is cancelled in it', async () => {
    putMany(3);
    const window = await openWindow();
    const lock = tryWriterLock(indexFile(storageDir(), root))!;
    const cancelling = cancellation();
    const report = window.client.indexCorpus(root, cancelling.token);
    await until(() => window.phases.includes('waiting'));
    cancelling.cancel();
    assert.equal((await report).outcome, 'cancelled');
    assert.equal(await articles(window), 0);
    const again = window.client.indexCorpus(root);
    lock.release();
    assert.equal((await again).outcome, 'complete');
    assert.equal(await articles(window), 3);
  });

  it('asks to go on when another window died in the middle of its work', async () => {
    putMany(3);
    const window = await openWindow();
    await window.client.indexCorpus(root);
    const lock = tryWriterLock(indexFile(storageDir(), root))!;
    lock.beginWork();
    await window.client.index(root).status();
    assert.equal(window.abandoned, 0, 'whoever writes is not dead');
    put('late.txt', articleAbout('Maison Atlas', '11/06/2017'));
    // As the end of a process leaves it: the right is free, and nobody took the mark away.
    const mark = `${indexFile(storageDir(), root)}-writing`;
    lock.release();
    writeFileSync(mark, '');
    await until(() => window.abandoned > 0);
    assert.equal(window.abandoned, 1, 'once');
    assert.equal((await window.client.indexCorpus(root)).analyzed, 1);
  });

  it('opens an index that another window puts in the place of one that was taken away', async () => {
    putMany(3);
    const [first, second] = [await openWindow(), await openWindow()];
    await first.client.indexCorpus(root);
    await until(async () => (await articles(second)) === 3);
    // Windows keeps files that are open from being taken away.
    if (process.platform === 'win32') return;
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(indexFile(storageDir(), root) + suffix, { force: true });
    }
    await until(() => first.abandoned + second.abandoned > 0);
    await second.client.indexCorpus(root);
    await until(async () => (await articles(first)) === 3);
    assert.deepEqual(await everything(first), await everything(second));
  });
});

/** Asks again until it holds. */
async function until(holds: () => boolean | Promise<boolean>, limitMs = 60_000): Promise<void> {
  for (const end = Date.now() + limitMs; !(await holds());) {
    assert.ok(Date.now() < end, `after ${limitMs} ms: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
