import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { Cluster, authorizationOf } from '../../../src/engines/opensearch/cluster.ts';
import { formatClusterAddress, parseClusterAddress } from '../../../src/engines/opensearch/clusterAddress.ts';
import { ClusterError } from '../../../src/engines/opensearch/clusterError.ts';
import { CorpusStore } from '../../../src/engines/opensearch/corpusStore.ts';

/** A server that answers as a cluster in trouble does. */
async function serving(answer: RequestListener): Promise<{ node: string; server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { node: `http://127.0.0.1:${(server.address() as { port: number }).port}`, server };
}

describe('Cluster', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  async function clusterOf(
    answer: RequestListener,
    options: {
      readonly timeoutMs?: number;
      readonly patienceMs?: number;
      readonly authorization?: string;
    } = {},
  ): Promise<Cluster> {
    const { node, server } = await serving(answer);
    servers.push(server);
    return new Cluster({ address: { nodes: [node], name: 'x' }, patienceMs: 0, ...options });
  }

  const ask = (cluster: Cluster): Promise<unknown> => cluster.ask({ method: 'GET', path: '/' });
  const fails = (cluster: Cluster, rule: ClusterError['rule'], message: RegExp): Promise<void> =>
    assert.rejects(ask(cluster), (error: unknown) => {
      return error instanceof ClusterError && error.rule === rule && message.test(error.message);
    });

  it('says what is wrong with each answer, and what to do', async () => {
    const answering = (status: number, body: string) =>
      clusterOf((_, response) => response.writeHead(status).end(body), { authorization: 'Basic c2VjcmV0' });
    await fails(await answering(401, '{}'), 'unauthorized', /does not accept the user and password/);
    await fails(await answering(403, '{"error":{"reason":"no rights"}}'), 'forbidden', /no rights.*Ask for/s);
    await fails(await answering(429, '{}'), 'busy', /too busy/);
    await fails(await answering(200, '<html>portal</html>'), 'foreign', /is not an OpenSearch/);
    await fails(await answering(200, '"signed out"'), 'foreign', /is not an OpenSearch/);
    // A gateway before the server says so in a page of its own.
    await fails(await answering(401, '<html>401</html>'), 'unauthorized', /does not accept/);
    await fails(await answering(403, '<html>403</html>'), 'forbidden', /does not let this user/);
    await fails(await answering(200, '{"half":'), 'cut', /broke off/);
    const missing = { error: { type: 'index_not_found_exception', reason: 'no such index [x]' } };
    await fails(await answering(404, JSON.stringify(missing)), 'missing', /no corpus of this name/);
    const lost = { type: 'node_not_connected_exception', reason: 'Node not connected' };
    const atOnce = await answering(500, JSON.stringify({ error: { ...lost, root_cause: [lost] } }));
    await fails(atOnce, 'busy', /Node not connected/);
    const inside = { type: 'exception', reason: 'failed', root_cause: [lost], caused_by: lost };
    await fails(await answering(500, JSON.stringify({ error: inside })), 'busy', /too busy/);
    const unknown = await answering(400, '{"error":{"reason":"unknown field [q]"}}');
    await fails(unknown, 'refused', /refused: unknown field \[q\]/);
  });

  it('counts nothing in an answer that a gateway gave for the server', async () => {
    const { address } = await clusterOf((_, response) => response.end('{"login":"https://sso.example"}'));
    const counted = new CorpusStore({ address }).count('articles', { match_all: {} });
    await assert.rejects(counted, (error: unknown) => {
      return error instanceof ClusterError && error.rule === 'foreign';
    });
  });

  it('never tells a password, and sends it nowhere else', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serving((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    servers.push(other.server);
    const authorization = authorizationOf({ user: 'nour', password: 'très secret' });
    const cluster = await clusterOf(
      (_, response) => response.writeHead(302, { location: `${other.node}/x` }).end(),
      {
        authorization,
      },
    );
    await assert.rejects(
      ask(cluster),
      (error: Error) =>
        !JSON.stringify([error.message, error]).includes('secret') &&
        error.message.endsWith(
          `redirects to another address (${other.node}). Write that one, if you trust it.`,
        ),
    );
    assert.deepEqual(seen, []);
    assert.equal(Buffer.from(authorization.slice(6), 'base64').toString(), 'nour:très secret');
  });

  it('waits for a server that is busy for a while', async () => {
    let asked = 0;
    const cluster = await clusterOf(
      (_, response) => response.writeHead(++asked < 4 ? 429 : 200).end('{"ok":1}'),
      {
        patienceMs: 20_000,
      },
    );
    assert.deepEqual((await cluster.ask({ method: 'GET', path: '/' })).body, { ok: 1 });
    assert.equal(asked, 4);
  });

  it('does not take an answer for whole that says it is not', async () => {
    let asked = 0;
    const cluster = await clusterOf(
      (_, response) => response.end(JSON.stringify({ _shards: { failed: ++asked < 3 ? 1 : 0 } })),
      { patienceMs: 20_000 },
    );
    const isWhole = ({ _shards }: { _shards: { failed: number } }): boolean => _shards.failed === 0;
    await cluster.ask({ method: 'POST', path: '/_refresh', isWhole });
    assert.equal(asked, 3);
  });

  it('says that a disk is full, and does not ask again and again', async () => {
    let asked = 0;
    const reason = 'index [x] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark];';
    const cluster = await clusterOf(
      (_, response) => {
        asked++;
        response.writeHead(429).end(JSON.stringify({ error: { type: 'cluster_block_exception', reason } }));
      },
      { patienceMs: 20_000 },
    );
    await fails(cluster, 'full', /nearly full.*make room/s);
    assert.equal(asked, 1);
  });

  it('gives up on an answer that does not come, and on one that breaks off', async () => {
    await fails(await clusterOf(() => undefined, { timeoutMs: 100 }), 'slow', /in time/);
    const half = await clusterOf((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"a":1');
      setTimeout(() => response.destroy(), 20);
    });
    await fails(half, 'cut', /broke off/);
  });

  it('asks the next node when one is gone, and stays with it', async () => {
    const gone = await serving(() => undefined);
    gone.server.close();
    let asked = 0;
    const there = await serving((_, response) => {
      asked++;
      response.end('{}');
    });
    servers.push(there.server);
    const cluster = new Cluster({ address: { nodes: [gone.node, there.node], name: 'x' } });
    await ask(cluster);
    await ask(cluster);
    assert.equal(asked, 2);
    assert.equal(cluster.server, new URL(there.node).host);
    await fails(
      new Cluster({ address: { nodes: [gone.node], name: 'x' }, patienceMs: 0 }),
      'unreachable',
      /ECONNREFUSED/,
    );
    const tls = new Cluster({ address: { nodes: [there.node.replace('http:', 'https:')], name: 'x' } });
    await fails(tls, 'noHttps', /does not speak https.*should begin with http\./);
  });

  it('stops at once when it is told to', async () => {
    const controller = new AbortController();
    const cluster = await clusterOf(() => {
      controller.abort(new Error('enough'));
    });
    const asking = cluster.ask({ method: 'GET', path: '/', signal: controller.signal });
    await assert.rejects(asking, /enough/);
  });
});

describe('parseClusterAddress', () => {
  it('reads one node or several, and the name', () => {
    const address = { nodes: ['https://a.example:9200', 'https://b.example:9201'], name: 'presse-2024' };
    assert.deepEqual(
      parseClusterAddress('https://a.example:9200, https://b.example:9201/presse-2024'),
      address,
    );
    assert.deepEqual(parseClusterAddress(formatClusterAddress(address)), address);
  });

  it('says what is wrong', () => {
    assert.throws(() => parseClusterAddress('a.example/x'), /Not an address like/);
    assert.throws(() => parseClusterAddress('https://a.example:9200'), /must end with the corpus's name/);
    assert.throws(() => parseClusterAddress('https://a.example:9200/Presse'), /small letters/);
    assert.throws(() => parseClusterAddress('https://u:p@a.example:9200/x'), /user and password out/);
  });
});
