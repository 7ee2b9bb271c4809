import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInMemory } from './runInMemory.ts';

describe('a corpus in a cluster, on the command line', () => {
  it('says where user and password are read from when the server does not know who asks', async () => {
    const server = createServer((_, response) => response.writeHead(401).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/presse`;
    try {
      const { code, stdout, stderr } = await runInMemory(['entities', address]);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /does not accept the user and password, key or token/);
      assert.match(stderr, /CORPUS_EXPLORER_USER and CORPUS_EXPLORER_PASSWORD/);
    } finally {
      server.close().closeAllConnections();
    }
  });
});
