import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClusterCorpora } from '../../../src/worker/clusterCorpora.ts';

describe('corpora in clusters', () => {
  it('ask a server that is gone once and not for long, until somebody tries whether it is back', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.writeHead(503).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/presse`;
    const told: string[] = [];
    const corpora = new ClusterCorpora(
      (_, { kind }) => told.push(kind),
      () => undefined,
      2000,
    );
    const asked = async (question: () => Promise<unknown>): Promise<number> => {
      const before = requests;
      await assert.rejects(question());
      return requests - before;
    };
    const page = { limit: 5 };
    try {
      corpora.connect({ root });
      const first = await asked(() => corpora.of(root)!.facet({}, 'ORG', page));
      assert.ok(first > 1, 'it may be busy for a moment');
      assert.deepEqual(told, ['lost']);
      for (const year of ['2020', '2021', '2022'])
        assert.equal(await asked(() => corpora.of(root)!.documents({ from: year }, 'date', page)), 1);
      assert.ok((await asked(() => corpora.open(root))) > 1);
      assert.equal(await asked(() => corpora.of(root)!.facet({}, 'PER', page)), 1);
    } finally {
      await corpora.closeAll();
      server.close().closeAllConnections();
    }
  });
});
