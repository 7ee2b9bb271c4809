import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askUntil } from '../../src/engines/askUntil.ts';
import { inspectCluster } from '../../src/engines/opensearch/inspectCluster.ts';
import { openReader } from '../../src/engines/opensearch/openReader.ts';
import { authorizationOf } from '../../src/engines/opensearch/cluster.ts';
import { ClusterError, type ClusterRule } from '../../src/engines/opensearch/clusterError.ts';
import { OpenSearchIndex, type OpenSearchOptions } from '../../src/engines/opensearch/openSearchIndex.ts';
import type { Clock, Waiting } from '../../src/engines/opensearch/patience.ts';
import { cachedIndex } from '../../src/worker/cachedIndex.ts';
import { ClusterCorpora } from '../../src/worker/clusterCorpora.ts';
import { batchOf } from './support/batches.ts';
import { FaultyProxy, type ProxyOptions } from './support/faultyProxy.ts';
import { newCorpus, newName } from './support/openIndex.ts';
import { selfSigned } from './support/selfSigned.ts';
import { cluster } from './support/sharedCluster.ts';

const pairs = { unit: 'sentence', measure: 'together', types: ['ORG'], minimum: 1 } as const;

describe('a cluster in trouble', function () {
  this.timeout(240_000);
  const proxies: FaultyProxy[] = [];
  afterEach(async () => {
    await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
  });

  async function proxyOf(options: ProxyOptions = {}): Promise<FaultyProxy> {
    const proxy = await FaultyProxy.start(cluster().addresses[0]!, options);
    proxies.push(proxy);
    return proxy;
  }

  function through(
    { address }: FaultyProxy,
    name: string,
    options: Partial<OpenSearchOptions> = {},
  ): OpenSearchIndex {
    return new OpenSearchIndex({ address: { nodes: [address], name }, patienceMs: 0, ...options });
  }

  const rejects = (promise: Promise<unknown>, rule: ClusterRule, message: RegExp): Promise<void> =>
    assert.rejects(promise, (error: unknown) => {
      assert.ok(error instanceof ClusterError, String(error));
      assert.equal(error.rule, rule, error.message);
      assert.match(error.message, message);
      return true;
    });

  /** A corpus of one batch, as another process left it. */
  async function corpusOfOneBatch(): Promise<string> {
    const index = await newCorpus();
    await index.apply({ ...batchOf(0), isComplete: true });
    return index.store.cluster.address.name;
  }

  it('waits for answers that are held back, and gives up on them when that is too long', async () => {
    const proxy = await proxyOf();
    const name = await corpusOfOneBatch();
    proxy.set({ kind: 'slow', ms: 5000 });
    assert.match((await through(proxy, name).text('0/3.txt')) ?? '', /avis 3/);
    await rejects(through(proxy, name, { timeoutMs: 500 }).text('0/3.txt'), 'slow', /did not answer in time/);
  });

  it('ends the requests of a question that is given up, and of no other', async () => {
    const proxy = await proxyOf();
    const name = await corpusOfOneBatch();
    const { index, clear } = cachedIndex(through(proxy, name));
    const page = { limit: 5 };
    const [entity] = (await index.facet({}, 'ORG', page)).items;
    proxy.set({ kind: 'slow', ms: 3000 });
    clear();
    const [one, other] = [new AbortController(), new AbortController()];
    const filter = { entities: [entity!.value] };
    const ask = ({ signal }: AbortController) => askUntil(signal, () => index.facet(filter, 'ORG', page));
    const before = proxy.seen.length;
    const [first, second] = [ask(one), ask(other)];
    const documents = index.documents(filter, 'date', page);
    while (proxy.seen.length < before + 2) await new Promise(setImmediate);
    one.abort(new Error('enough'));
    await assert.rejects(first, /enough/);
    // Somebody waits for the answer to the same question.
    assert.deepEqual(proxy.givenUp, []);
    other.abort(new Error('enough'));
    await assert.rejects(second, /enough/);
    while (proxy.givenUp.length === 0) await new Promise(setImmediate);
    assert.equal((await documents).total, 6);
    assert.equal(proxy.givenUp.length, 1);
  });

  it('says when an answer broke off, and reads it whole the next time', async () => {
    const proxy = await proxyOf();
    const index = through(proxy, await corpusOfOneBatch());
    proxy.set({ kind: 'half' });
    await rejects(index.status(), 'cut', /broke off.*Try again/);
    proxy.set({ kind: 'none' });
    assert.equal((await index.status()).articles, 40);
  });

  it('loses nothing and counts nothing twice through refusals, answers that break off, and a cut', async () => {
    const proxy = await proxyOf();
    const name = newName();
    const index = through(proxy, name, { isFilling: true, patienceMs: 120_000 });
    await index.init({ shards: 2, replicas: 0 });
    const faults = ['busy', 'half', 'cut'] as const;
    for (const [n, kind] of faults.entries()) {
      await index.apply(batchOf(2 * n));
      proxy.set(kind === 'busy' ? { kind, status: 429 } : { kind });
      const applied = index.apply(batchOf(2 * n + 1));
      const refused = proxy.seen.length;
      while (proxy.seen.length < refused + 2 && kind !== 'cut')
        await new Promise((resolve) => setTimeout(resolve, 50));
      if (kind === 'cut') await new Promise((resolve) => setTimeout(resolve, 1000));
      proxy.set({ kind: 'none' });
      await applied;
    }
    await index.apply({ files: [], removedPaths: [], isComplete: true });
    assert.deepEqual(await index.articlesOfPart(), { held: 240, read: 240 });
    const sums = (await index.facet({}, 'ORG', { limit: 10 })).items.map(({ mentions }) => mentions ?? 0);
    assert.equal(
      sums.reduce((sum, n) => sum + n, 0),
      240,
    );
  });

  it('fills and is browsed through a minute of refusals, and says so once', async () => {
    const proxy = await proxyOf();
    const told: string[] = [];
    // Waiting passes sixty times as fast: a minute is a second.
    const clock: Clock = {
      now: () => performance.now() * 60,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 60)),
    };
    const patient = {
      clock,
      patienceMs: 100 * 60_000,
      onWaiting: ({ failure }: Waiting) => void told.push(failure.happened),
    };
    const name = await corpusOfOneBatch();
    const index = through(proxy, name, { ...patient, isFilling: true });
    const reader = through(proxy, name, patient);
    const since = clock.now();
    proxy.set({ kind: 'busy', status: 429, retryAfterS: 5 });
    const asked = [index.apply(batchOf(1)), reader.text('0/3.txt')] as const;
    while (proxy.seen.length < 2) await new Promise(setImmediate);
    await clock.sleep(30_000, []);
    proxy.set({ kind: 'busy', status: 503, retryAfterS: 5 });
    await clock.sleep(30_000, []);
    const [tries, waitedMs] = [proxy.seen.length, clock.now() - since];
    proxy.set({ kind: 'none' });
    await asked[0];
    assert.match((await asked[1]) ?? '', /avis 3/);
    // Who fills asks two things at once.
    assert.ok(
      tries <= 3 * (1 + waitedMs / 5000),
      `${tries} tries in ${waitedMs} ms, each to be after five seconds`,
    );
    await index.apply({ files: [], removedPaths: [], isComplete: true });
    assert.deepEqual(await index.articlesOfPart(), { held: 80, read: 80 });
    // One line for who fills, one for who reads.
    assert.equal(told.filter((line) => line.endsWith('is too busy (HTTP 429).')).length, 2, told.join('\n'));
    assert.equal(told.filter((line) => line.includes('503')).length, 0);
  });

  it('is shown in VS Code as too busy, and is read again when it is not', async () => {
    const proxy = await proxyOf();
    const root = `${proxy.address}/${await corpusOfOneBatch()}`;
    const told: string[] = [];
    const corpora = new ClusterCorpora(
      (_, state) => {
        const said = state.kind === 'lost' ? state.rule : state.kind;
        // A busy machine may be slow in between.
        if (said !== 'slow' && said !== told.at(-1)) told.push(said);
      },
      () => undefined,
      500,
    );
    corpora.connect({ root });
    try {
      proxy.set({ kind: 'busy', status: 429 });
      await rejects(corpora.open(root), 'busy', /too busy/);
      proxy.set({ kind: 'none' });
      assert.equal((await corpora.open(root)).status.articles, 40);
      assert.deepEqual(told, ['busy', 'connected']);
    } finally {
      await corpora.closeAll();
    }
  });

  it('says who is not let in, and lets in who is', async () => {
    const name = await corpusOfOneBatch();
    const authorization = authorizationOf({ apiKey: 'of a test' });
    const proxy = await proxyOf({ authorization });
    const wrong = authorizationOf({ apiKey: 'guessed' });
    await rejects(
      through(proxy, name, { authorization: wrong }).status(),
      'unauthorized',
      /does not accept the user and password, key or token/,
    );
    assert.equal((await through(proxy, name, { authorization }).status()).articles, 40);
  });

  it('is read by who may only read, and says that it cannot be written to', async () => {
    const proxy = await proxyOf();
    const name = await corpusOfOneBatch();
    proxy.set({ kind: 'readOnly' });
    const address = { nodes: [proxy.address], name };
    const { preset, documents } = await inspectCluster({ address });
    assert.deepEqual([preset, documents], ['corpusExplorer', 40]);
    const index = await openReader({ address, patienceMs: 0 });
    const page = { limit: 5 };
    const [entity] = (await index.facet({}, 'ORG', page)).items;
    assert.equal((await index.status()).articles, 40);
    assert.equal((await index.documents({ entities: [entity!.value] }, 'date', page)).total, 6);
    assert.equal((await index.entity(entity!.value))?.articles, 6);
    assert.equal((await index.kwic({ words: 'avis' }, {}, page)).items.length, 5);
    assert.equal((await index.cooccurrence({}, pairs, page)).items.length, 0);
    assert.equal((await index.sources()).formats.length, 1);
    assert.deepEqual(await index.skipped(), []);
    await rejects(
      through(proxy, name).apply(batchOf(1)),
      'forbidden',
      /does not let this user do that.*Ask for/,
    );
  });

  it('trusts no certificate that nobody has signed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-certificate-'));
    try {
      const proxy = await proxyOf({ tls: await selfSigned(folder) });
      await rejects(
        through(proxy, newName()).check(),
        'certificate',
        /cannot be trusted.*NODE_EXTRA_CA_CERTS/,
      );
      assert.deepEqual(proxy.seen, []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
