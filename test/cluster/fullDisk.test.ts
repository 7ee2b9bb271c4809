import assert from 'node:assert/strict';
import { ClusterError } from '../../src/engines/opensearch/clusterError.ts';
import type { OpenSearchIndex } from '../../src/engines/opensearch/openSearchIndex.ts';
import { batchOf } from './support/batches.ts';
import { newCorpus, openCorpus } from './support/openIndex.ts';

const disk = 'cluster.routing.allocation.disk';
const marks = ['low', 'high', 'flood_stage'].map((mark) => `${disk}.watermark.${mark}`);

describe('a cluster whose disks are full', function () {
  this.timeout(240_000);
  let index: OpenSearchIndex;
  before(async () => {
    index = await newCorpus();
  });
  after(makeRoom);

  it('says so, keeps what was written, and goes on when there is room', async () => {
    await index.apply(batchOf(0));
    await fillUp();
    await assert.rejects(index.apply(batchOf(1)), (error: unknown) => {
      assert.ok(error instanceof ClusterError, String(error));
      assert.equal(error.rule, 'full', error.message);
      assert.match(error.message, /nearly full.*kept; make room/);
      return true;
    });
    const reader = openCorpus(index.store.cluster.address.name);
    assert.equal((await reader.documents({}, 'date', { limit: 1 })).total, 40);
    await makeRoom();
    await index.apply({ ...batchOf(1), isComplete: true });
    assert.deepEqual(await index.articlesOfPart(), { held: 80, read: 80 });
  });

  const set = (settings: Readonly<Record<string, unknown>>, allowed: number[] = []): Promise<unknown> =>
    index.store.cluster.ask({
      method: 'PUT',
      path: '/_cluster/settings',
      body: { persistent: settings },
      timeoutMs: 60_000,
      allowed,
    });

  /** Says that whatever lies on the disks is too much, and waits until the server has looked. */
  async function fillUp(): Promise<void> {
    await set({
      'cluster.info.update.interval': '10s',
      [`${disk}.threshold_enabled`]: true,
      ...Object.fromEntries(marks.map((mark) => [mark, '0.01%'])),
    });
    for (let tries = 0; !(await isBlocked()); tries++) {
      assert.ok(tries < 600, 'the server did not look at its disks');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async function isBlocked(): Promise<boolean> {
    const { body } = await index.store.cluster.ask<
      Readonly<Record<string, { settings: { index: { blocks?: unknown } } }>>
    >({ method: 'GET', path: `/${index.store.names.articles}/_settings` });
    return Object.values(body)[0]!.settings.index.blocks !== undefined;
  }

  /** The next tests are to find the cluster as it was: with the watch on disks gone, nobody lifts what it has set. */
  async function makeRoom(): Promise<void> {
    await set({
      'cluster.info.update.interval': null,
      [`${disk}.threshold_enabled`]: null,
      ...Object.fromEntries(marks.map((mark) => [mark, null])),
    });
    // A look that was under way may set it once more. Elasticsearch 7.10 has no such block, and refuses to lift it.
    for (let tries = 0; tries < 100; tries++) {
      await set({ 'cluster.blocks.create_index': null }, [400]);
      await index.store.cluster.ask({
        method: 'PUT',
        path: '/_all/_settings',
        body: { 'index.blocks.read_only_allow_delete': null },
        timeoutMs: 60_000,
      });
      const canCreate = await newCorpus().then(
        () => true,
        () => false,
      );
      if (canCreate && !(await isBlocked())) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    assert.fail('the cluster is still blocked');
  }
});
