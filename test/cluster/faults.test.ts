import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askUntil } from '../../src/engines/askUntil.ts';
import { authorizationOf } from '../../src/engines/opensearch/cluster.ts';
import { ClusterError, type ClusterRule } from '../../src/engines/opensearch/clusterError.ts';
import { OpenSearchIndex, type OpenSearchOptions } from '../../src/engines/opensearch/openSearchIndex.ts';
import { cachedIndex } from '../../src/worker/cachedIndex.ts';
import { batchOf } from './support/batches.ts';
import { FaultyProxy, type ProxyOptions } from './support/faultyProxy.ts';
import { newCorpus, newName } from './support/openIndex.ts';
import { selfSigned } from './support/selfSigned.ts';
import { cluster } from './support/sharedCluster.ts';

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
      proxy.set({ kind });
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
