import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInMemory } from './runInMemory.ts';

describe('a question to a cluster', () => {
  let server: Server;
  let address = '';
  beforeEach(async () => {
    server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/presse`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const args of [['entities'], ['kwic', 'quai'], ['mcp']]) {
    it(`that does not answer is given up by Ctrl+C: ${args[0]}`, async () => {
      const interrupt = new AbortController();
      const [command = '', ...more] = args;
      const running = runInMemory([command, address, ...more], { signal: interrupt.signal });
      const [, response] = (await once(server, 'request')) as [unknown, NodeJS.EventEmitter];
      const ended = once(response, 'close');
      interrupt.abort();
      const { code, stdout, stderr } = await running;
      await ended;
      assert.deepEqual([code, stdout, stderr], [130, '', '']);
    });
  }

  it('says where user and password are read from when the server does not know who asks', async () => {
    server.on('request', (_, response) => response.writeHead(401).end('{}'));
    const { code, stdout, stderr } = await runInMemory(['entities', address]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /does not accept the user and password, key or token/);
    assert.match(stderr, /CORPUS_EXPLORER_USER and CORPUS_EXPLORER_PASSWORD/);
  });
});
