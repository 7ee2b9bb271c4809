import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClusterError } from '../../../../src/engines/opensearch/clusterError.ts';
import { CorpusStore } from '../../../../src/engines/opensearch/corpusStore.ts';
import { initCorpus } from '../../../../src/engines/opensearch/initCorpus.ts';

const older = { x: { mappings: { _meta: { 'corpus-explorer': 0.5 } } } };
const task = { task: 'node:7' };

/** Upgrades a corpus on a server that answers about its copying what it is told to; what was asked of it, and how it ended. */
async function upgraded(told: { readonly tasks: readonly unknown[]; readonly counts: readonly number[] }) {
  const asked: string[] = [];
  const tasks = [...told.tasks];
  const counts = [...told.counts];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0]!;
    asked.push(`${request.method ?? ''} ${path}`);
    const answers: readonly (readonly [RegExp, () => unknown])[] = [
      [/\/_mapping$/, () => older],
      [/\/_reindex$/, () => task],
      [/\/_tasks\/node:7$/, () => (tasks.length > 1 ? tasks.shift() : tasks[0])],
      [/\/_search$/, () => ({ hits: { total: { value: counts.shift() ?? 0 }, hits: [] } })],
    ];
    const answer = answers.find(([pattern]) => pattern.test(path))?.[1]() ?? {};
    request.resume().once('end', () => response.end(JSON.stringify(answer)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const node = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const store = new CorpusStore({ address: { nodes: [node], name: 'presse' } });
    const error = await initCorpus(store, { shards: 1, replicas: 0 }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return { asked, error };
  } finally {
    server.close().closeAllConnections();
  }
}

const isExchanged = (asked: readonly string[]): boolean =>
  asked.some((what) => /_aliases|^DELETE/.test(what));

describe('bringing a corpus in a cluster to a new version', () => {
  const done = { completed: true, response: { failures: [] } };

  it('waits until the server has copied it, and exchanges it then', async () => {
    const { asked, error } = await upgraded({
      tasks: [{ completed: false }, { completed: false }, done],
      counts: Array.from({ length: 6 }, () => 40),
    });
    assert.equal(error, undefined);
    assert.ok(asked.filter((what) => what.includes('_tasks')).length > 3);
    assert.deepEqual(
      asked.filter((what) => /_aliases|^DELETE|_search/.test(what)).map((what) => what.replace(/.*\/_/, '_')),
      ['articles', 'entities', 'files'].flatMap(() => ['_search', '_search', '_aliases', 'DELETE /x']),
    );
  });

  it('takes nothing away when not all was copied, and says so', async () => {
    const { asked, error } = await upgraded({ tasks: [done], counts: [40, 39] });
    assert.ok(error instanceof ClusterError);
    assert.match(error.message, /refused: only 39 of 40 documents of x were copied; nothing was exchanged/);
    assert.equal(isExchanged(asked), false);
  });

  it('takes nothing away when the server could not copy a document, or gave up', async () => {
    const failures = [{ cause: { reason: 'failed to parse field [date]' } }];
    const refused = await upgraded({ tasks: [{ completed: true, response: { failures } }], counts: [] });
    assert.match(String(refused.error), /refused: failed to parse field \[date\]/);
    assert.equal(isExchanged(refused.asked), false);
    const gone = await upgraded({ tasks: [{ completed: true, error: { reason: 'no room' } }], counts: [] });
    assert.match(String(gone.error), /refused: no room/);
    assert.equal(isExchanged(gone.asked), false);
  });
});
