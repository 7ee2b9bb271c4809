import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { projectDir, runInMemory } from './runInMemory.ts';

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

  for (const args of [['entities'], ['index']]) {
    for (const status of [429, 503]) {
      it(`that has too much to do is waited for, with one line that says so: ${args[0]}, ${status}`, async () => {
        let asked = 0;
        server.on('request', (_, response) => {
          asked++;
          response.writeHead(status, { 'retry-after': '30' }).end('{}');
        });
        const interrupt = new AbortController();
        const folder = path.join(projectDir, 'sample-corpus');
        const call = args[0] === 'index' ? ['index', folder, '--engine', address] : ['entities', address];
        const options = {
          signal: interrupt.signal,
          onStderr: () => {
            interrupt.abort();
          },
        };
        const { code, stderr } = await runInMemory(call, options);
        assert.deepEqual([code, asked], [130, 1]);
        assert.match(
          stderr,
          /^127\.0\.0\.1:\d+ is too busy \(HTTP (429|503)\)\. It is asked again, for at most 2 minutes; Ctrl\+C ends that\.\n$/,
        );
      });
    }
  }

  it('says where user and password are read from when the server does not know who asks', async () => {
    server.on('request', (_, response) => response.writeHead(401).end('{}'));
    const { code, stdout, stderr } = await runInMemory(['entities', address]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /does not accept the user and password, key or token/);
    assert.match(stderr, /CORPUS_EXPLORER_USER and CORPUS_EXPLORER_PASSWORD/);
  });
});
