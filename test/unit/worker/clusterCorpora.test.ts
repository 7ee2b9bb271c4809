import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClusterCorpora } from '../../../src/worker/clusterCorpora.ts';
import { datashare, ofDatashare } from '../engines/opensearch/foreign/datashareDocuments.ts';
import { ForeignServer } from '../engines/opensearch/foreign/foreignServer.ts';

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

  for (const status of [429, 503]) {
    it(`are lost while a server answers ${status}, which is told once, and there again with its next answer`, async () => {
      const server = await ForeignServer.start(datashare(), [ofDatashare('quai', 'Le quai rouvre.')]);
      const root = `${server.node}/presse`;
      const told: string[] = [];
      const corpora = new ClusterCorpora(
        (_, state) => {
          // A busy machine may be slow in between.
          if (state.kind !== 'slow') told.push(state.kind === 'lost' ? state.rule : state.kind);
        },
        () => undefined,
        300,
      );
      try {
        corpora.connect({ root, dateField: 'none' });
        assert.equal((await corpora.open(root)).status.articles, 1);
        server.instead = { status, body: '{}' };
        await assert.rejects(corpora.open(root), /too busy/);
        for (const year of ['2020', '2021'])
          await assert.rejects(corpora.of(root)!.documents({ from: year }, 'date', { limit: 5 }), /too busy/);
        await assert.rejects(corpora.open(root), /too busy/);
        server.instead = undefined;
        assert.equal((await corpora.of(root)!.documents({}, 'date', { limit: 5 })).total, 1);
        assert.deepEqual(told, ['connected', 'busy', 'connected']);
      } finally {
        await corpora.closeAll();
        server.close();
      }
    });
  }
});
