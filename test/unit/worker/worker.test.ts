import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createWorkerClient,
  ownModelProblem,
  WorkerGone,
  type Cancellation,
  type WorkerClient,
  type WorkerOptions,
} from '../../../src/worker/client.ts';
import type { LogParams } from '../../../src/worker/protocol.ts';
import { indexFile } from '../../../src/indexer/location.ts';
import { articleAbout } from './articleAbout.ts';
import { cancellation } from './cancellation.ts';
import { writeTinyModel } from '../indexer/ownModel/tinyModel.ts';
import { quietOptions, workerEntry } from './quietOptions.ts';

describe('the worker process', function () {
  this.timeout(60_000);
  let folder = '';
  let root = '';
  let client: WorkerClient;
  let changes: number[] = [];
  let logs: LogParams[] = [];

  before(() => {
    assert.ok(existsSync(workerEntry), 'build first: npm run build');
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'worker-'));
    root = path.join(folder, 'corpus');
    mkdirSync(root);
    changes = [];
    logs = [];
    client = createWorkerClient(options());
  });
  const options = (): WorkerOptions => ({
    ...quietOptions(path.join(folder, 'storage')),
    onChanged: (_root, generation) => changes.push(generation),
    onLog: (log) => logs.push(log),
  });
  afterEach(() => {
    client.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const put = (name: string, text: string): string => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  it('is asked with a token that is cancelled already, and goes on', async () => {
    put('a.txt', articleAbout('Sidecom', '04/05/2016'));
    await client.open(root);
    // As VS Code's own: whoever comes late is told a moment later.
    const cancelled: Cancellation = {
      isCancellationRequested: true,
      onCancellationRequested(listener) {
        const timer = setTimeout(listener, 0);
        return {
          dispose: () => {
            clearTimeout(timer);
          },
        };
      },
    };
    await client
      .index(root, cancelled)
      .status()
      .catch(() => undefined);
    assert.equal((await client.index(root).status()).articles, 0);
  });

  it('indexes a folder and answers questions about it', async () => {
    put('a.txt', articleAbout('Sidecom', '04/05/2016'));
    put('b/c.txt', articleAbout('Sidecom', '11/06/2017'));
    assert.equal((await client.open(root)).isIndexed, false);
    const report = await client.indexCorpus(root);
    assert.equal(report.outcome, 'complete');
    assert.equal(report.analyzed, 2);
    const index = client.index(root);
    assert.equal((await index.status()).articles, 2);
    const years = await index.histogram({}, 'year');
    assert.deepEqual(
      years.periods.map(({ period, articles }) => [period, articles]),
      [
        ['2016', 1],
        ['2017', 1],
      ],
    );
    assert.equal(await index.article('no/such.txt'), undefined);
    assert.ok(changes.length > 0);
    assert.equal((await client.open(root)).isIndexed, true);
  });

  it('follows files as they are added, changed and removed', async () => {
    const file = put('a.txt', articleAbout('Sidecom', '04/05/2016'));
    await client.open(root);
    await client.indexCorpus(root);
    const index = client.index(root);
    await client.update(root, [put('b.txt', articleAbout('Sidecom', '11/06/2017'))]);
    assert.equal((await index.status()).articles, 2);
    writeFileSync(file, articleAbout('Sidecom', '04/05/2019'));
    await client.update(root, [file]);
    assert.deepEqual(
      (await index.histogram({}, 'year')).periods.map(({ period }) => period),
      ['2017', '2019'],
    );
    rmSync(file);
    await client.update(root, [file]);
    assert.equal((await index.status()).articles, 1);
  });

  it('analyses a document that is not saved', async () => {
    const text = articleAbout('Sidecom', '04/05/2016');
    const analysis = await client.analyzeDocument({ id: 'Untitled-1', text });
    assert.equal(analysis.metadata.date?.value, '2016-05-04');
    for (const mention of analysis.linked.mentions) {
      assert.equal(text.slice(mention.start, mention.end), mention.text);
    }
  });

  it('keeps what is done when indexing is cancelled, and resumes', async () => {
    for (let i = 0; i < 300; i++) put(`${i}.txt`, articleAbout(`Sidecom ${i}`, '04/05/2016'));
    await client.open(root);
    const cancelling = cancellation();
    const running = client.indexCorpus(root, cancelling.token);
    const index = client.index(root);
    while ((await index.status()).articles === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    cancelling.cancel();
    const report = await running;
    const kept = (await index.status()).articles;
    assert.equal(report.outcome, 'cancelled');
    assert.ok(kept > 0 && kept < 300, `${kept} of 300`);
    assert.equal((await index.status()).isComplete, false);
    assert.equal((await client.indexCorpus(root)).outcome, 'complete');
    assert.equal((await index.status()).articles, 300);
  });

  it('rejects what was asked when it dies, and starts again', async () => {
    put('a.txt', articleAbout('Sidecom', '04/05/2016'));
    const { processId } = await client.initialize();
    await client.open(root);
    const asked = client.analyzeDocument({ id: 'x', text: articleAbout('Sidecom', '04/05/2016') });
    process.kill(processId, 'SIGKILL');
    await assert.rejects(asked, WorkerGone);
    await client.indexCorpus(root);
    assert.equal((await client.index(root).status()).articles, 1);
    assert.notEqual((await client.initialize()).processId, processId);
  });

  it('sets an article aside that it dies of twice, and indexes the others', async () => {
    for (let i = 0; i < 20; i++) put(`${i}.txt`, articleAbout(`Sidecom ${i}`, '04/05/2016'));
    // Long enough to be in work when the process is killed, as if it were its fault.
    put('heavy.txt', articleAbout('Sidecom', '04/05/2016').repeat(3000));
    const trying = `${indexFile(path.join(folder, 'storage'), root)}-trying`;
    const isTried = (deaths: number): boolean => {
      const lines = existsSync(trying) ? readFileSync(trying, 'utf8').split('\n') : [];
      const told = lines.filter((line) => line.includes('heavy.txt'));
      const isKnown = deaths === 0 || told[0] === `["!","heavy.txt",${deaths}]`;
      return isKnown && told.at(-1) === '["+","heavy.txt"]';
    };
    for (let death = 0; death < 2; death++) {
      const { processId } = await client.initialize();
      await client.open(root);
      const indexing = assert.rejects(client.indexCorpus(root), WorkerGone);
      while (!isTried(death)) await new Promise((resolve) => setTimeout(resolve, 2));
      process.kill(processId, 'SIGKILL');
      await indexing;
    }
    await client.open(root);
    const report = await client.indexCorpus(root);
    assert.equal(report.outcome, 'complete');
    assert.deepEqual(report.skipped, [{ path: 'heavy.txt', evidence: { rule: 'analysisCrashed' } }]);
    assert.equal((await client.index(root).status()).articles, 20);
    assert.equal(existsSync(trying), true);
    client.dispose();
    // When it has changed, or after a new start, it gets another chance.
    client = createWorkerClient(options());
    put('heavy.txt', articleAbout('Sidecom', '05/05/2016'));
    await client.open(root);
    assert.deepEqual((await client.indexCorpus(root)).skipped, []);
    assert.equal(existsSync(trying), false);
  });

  it('ends when its client is killed while it indexes', async () => {
    for (let i = 0; i < 3000; i++) put(`${i}.txt`, articleAbout(`Sidecom ${i}`, '04/05/2016'));
    const script = path.join(import.meta.dirname, 'indexingClient.ts');
    const parent = spawn(process.execPath, [script, root, path.join(folder, 'storage')]);
    const [printed] = (await once(parent.stdout, 'data')) as [Buffer];
    const worker = Number(printed.toString());
    parent.kill('SIGKILL');
    const isAlive = (): boolean => {
      try {
        return process.kill(worker, 0);
      } catch {
        return false;
      }
    };
    for (const end = Date.now() + 5000; isAlive() && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(isAlive(), false);
    const kept = (await client.open(root)).status;
    assert.ok(kept.articles > 0 && kept.articles < 3000 && !kept.isComplete, `${kept.articles} of 3000`);
  });

  it('finds names with a model of the user’s own, and makes the index anew when that changes', async () => {
    put('a.txt', articleAbout('Sidecom', '04/05/2016'));
    await client.open(root);
    await client.indexCorpus(root);
    client.dispose();
    const names = async (ownModel?: string): Promise<string[]> => {
      client = createWorkerClient({ ...options(), ownModel });
      await client.open(root);
      await client.indexCorpus(root);
      const organizations = await client.index(root).facet({}, 'ORG', { limit: 10 });
      const places = await client.index(root).facet({}, 'LOC', { limit: 10 });
      return [...organizations.items, ...places.items].map(({ label }) => label);
    };
    const model = writeTinyModel(path.join(folder, 'model'), { Rabat: 'B-ORG' });
    assert.deepEqual(await names(model), ['Rabat']);
    assert.ok(logs.some(({ message }) => message.includes('otherAnalyser')));
    const text = articleAbout('Sidecom', '04/05/2016');
    const { linked } = await client.analyzeDocument({ root, id: 'a.txt', text });
    assert.deepEqual(
      linked.entities.map(({ name }) => name),
      ['Rabat'],
    );
    client.dispose();
    logs.length = 0;
    assert.deepEqual(await names(model), ['Rabat']);
    assert.deepEqual(logs, []);
    client.dispose();
    // A model that is gone leaves the index as it is, and says so.
    rmSync(path.join(model, 'model.onnx'));
    client = createWorkerClient({ ...options(), ownModel: model });
    await client.open(root);
    await assert.rejects(
      client.indexCorpus(root),
      (error) => ownModelProblem(error)?.rule === 'ownModelFileMissing',
    );
    assert.equal((await client.index(root).status()).articles, 1);
    client.dispose();
    assert.ok((await names()).includes('Sidecom'));
  });

  it('reads nothing outside of a folder that is not trusted, not even by a link', async () => {
    writeFileSync(path.join(folder, 'secret'), articleAbout('Secret', '04/05/2016'));
    mkdirSync(path.join(folder, 'outside'));
    writeFileSync(path.join(folder, 'outside', 'o.txt'), articleAbout('Secret', '04/05/2016'));
    put('a.txt', articleAbout('Sidecom', '04/05/2016'));
    symlinkSync(path.join(folder, 'secret'), path.join(root, 'key.txt'));
    symlinkSync(path.join(folder, 'outside'), path.join(root, 'out'), 'junction');
    await client.open(root, false);
    await client.indexCorpus(root);
    await client.update(root, [path.join(root, 'out', 'o.txt'), path.join(root, 'key.txt')]);
    const index = client.index(root);
    assert.equal((await index.status()).articles, 1);
    assert.deepEqual(
      (await index.skipped()).map(({ path: name, evidence }) => [name, evidence.rule]),
      [
        ['key.txt', 'linkOutside'],
        ['out', 'linkOutside'],
      ],
    );
    await client.open(root, true);
    await client.indexCorpus(root);
    assert.equal((await index.status()).articles, 3);
    assert.deepEqual(await index.skipped(), []);
  });

  it('refuses a query that is not one', async () => {
    await client.open(root);
    const index = client.index(root) as unknown as { status: () => Promise<unknown> };
    await assert.rejects(client.index(root).facet({ from: 'yesterday' }, 'ORG', { limit: 10 }), /from/);
    assert.ok(await index.status());
  });
});
