import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { writeBulk } from '../../../../src/engines/opensearch/bulk.ts';
import { Cluster, type ClusterOptions } from '../../../../src/engines/opensearch/cluster.ts';
import { ClusterError } from '../../../../src/engines/opensearch/clusterError.ts';
import { CorpusStore } from '../../../../src/engines/opensearch/corpusStore.ts';
import type { Clock, Waiting } from '../../../../src/engines/opensearch/patience.ts';

const minute = 60_000;

/** Time passes when somebody waits, and at no other time. */
class WaitedTime implements Clock {
  readonly waits: number[] = [];

  now(): number {
    return this.waits.reduce((sum, ms) => sum + ms, 0);
  }

  sleep(ms: number): Promise<void> {
    this.waits.push(ms);
    return Promise.resolve();
  }
}

describe('waiting for a server that has too much to do', () => {
  let clock: WaitedTime;
  let server: Server;
  let node: string;
  /** When a request came. */
  let asked: number[];
  let told: Waiting[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  beforeEach(async () => {
    clock = new WaitedTime();
    asked = [];
    told = [];
    server = createServer((request, response) => {
      asked.push(clock.now());
      void answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    node = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.close().closeAllConnections();
  });

  const options = (more: Partial<ClusterOptions> = {}): ClusterOptions => ({
    address: { nodes: [node], name: 'presse' },
    patienceMs: 10 * minute,
    onWaiting: (waiting) => told.push(waiting),
    clock,
    ...more,
  });
  const ask = (cluster: Cluster) => cluster.ask({ method: 'GET', path: '/' });
  const isBusy = (error: unknown): boolean => error instanceof ClusterError && error.rule === 'busy';

  /** For a minute it refuses everything, with these headers. */
  const refusing =
    (status: number, headers: () => Record<string, string> = () => ({})): typeof answer =>
    (request, response) => {
      request.resume();
      const isOver = clock.now() >= minute;
      response.writeHead(isOver ? 200 : status, isOver ? {} : headers()).end('{}');
    };

  for (const status of [429, 503]) {
    it(`goes on through a minute of ${status}, asks less and less often, and says so once`, async () => {
      answer = refusing(status);
      assert.equal((await ask(new Cluster(options()))).status, 200);
      assert.ok(asked.length < 60, `${asked.length} requests`);
      assert.equal(new Set(clock.waits).size, clock.waits.length, 'of random length');
      assert.ok(Math.max(...clock.waits.slice(0, 3)) < 1000 && Math.max(...clock.waits) < 15_000);
      assert.deepEqual(
        told.map(({ failure, patienceMs }) => [failure.happened, patienceMs]),
        [[`${new URL(node).host} is too busy (HTTP ${status}).`, 10 * minute]],
      );
    });
  }

  // A date is a while ahead of a clock that goes on while a busy machine reads it.
  for (const [form, retryAfter, leastMs] of [
    ['seconds', () => '25', 25_000],
    ['a date', () => new Date(Date.now() + 26_000).toUTCString(), 10_000],
  ] as const) {
    it(`does not come back before the time that it is told in ${form}`, async () => {
      answer = refusing(429, () => ({ 'retry-after': retryAfter() }));
      await ask(new Cluster(options()));
      assert.ok(asked.length <= 1 + Math.ceil(minute / leastMs), String(asked));
      for (const [i, at] of asked.slice(1).entries()) assert.ok(at - asked[i]! >= leastMs, String(asked));
    });
  }

  it('asks a node nothing that has said when to come back, whoever asks', async () => {
    answer = refusing(429, () => ({ 'retry-after': '25' }));
    const cluster = new Cluster(options({ patienceMs: 0 }));
    for (let i = 0; i < 3; i++) await assert.rejects(ask(cluster), isBusy);
    assert.equal(asked.length, 1);
    await clock.sleep(minute);
    await ask(cluster);
    assert.equal(asked.length, 2);
  });

  it('gives up at once when it is to come back later than its patience lasts', async () => {
    answer = refusing(429, () => ({ 'retry-after': '3600' }));
    await assert.rejects(ask(new Cluster(options())), isBusy);
    assert.deepEqual([asked.length, clock.waits, told], [1, [], []]);
  });

  it('has another patience for another failure', async () => {
    answer = refusing(429);
    const patienceMs: ClusterOptions['patienceMs'] = (rule) => (rule === 'busy' ? 2 * minute : 0);
    await ask(new Cluster(options({ patienceMs })));
    answer = (_, response) => {
      response.destroy();
    };
    const before = asked.length;
    await assert.rejects(ask(new Cluster(options({ patienceMs }))));
    assert.equal(asked.length, before + 1);
  });

  it('tries nothing again when it is to hurry', async () => {
    answer = refusing(429);
    const hurry = new AbortController();
    const waiting = ask(
      new Cluster(
        options({
          hurry: hurry.signal,
          onWaiting: () => {
            hurry.abort();
          },
        }),
      ),
    );
    await assert.rejects(waiting, isBusy);
    assert.ok(clock.now() < minute);
  });

  it('fills through a minute of refusals, of requests and then of single articles: each is taken once', async () => {
    const taken: string[] = [];
    answer = async (request, response) => {
      const ids = idsIn(await text(request));
      if (clock.now() < minute / 2) {
        response.writeHead(429).end('{}');
        return;
      }
      const takes = (i: number): boolean => clock.now() >= minute || i % 3 === 0;
      taken.push(...ids.filter((_, i) => takes(i)));
      const refused = { status: 429, error: { type: 'rejected_execution_exception', reason: 'queue full' } };
      const items = ids.map((_, i) => ({ index: takes(i) ? { status: 201 } : refused }));
      response.end(JSON.stringify({ errors: items.some(({ index }) => 'error' in index), items }));
    };
    await writeBulk(new CorpusStore(options()), 'articles', articles);
    assert.ok(clock.now() >= minute / 2);
    assert.deepEqual(taken.sort(), articles.map(({ id }) => id).sort());
    assert.equal(told.length, 1);
  });

  it('sends less at once where a gateway takes no more, and remembers', async () => {
    const taken: string[] = [];
    answer = async (request, response) => {
      const body = await text(request);
      const isTooLarge = body.length > 400;
      if (!isTooLarge) taken.push(...idsIn(body));
      response
        .writeHead(isTooLarge ? 413 : 200)
        .end(isTooLarge ? '<html>Request Entity Too Large</html>' : '{"errors":false}');
    };
    const store = new CorpusStore(options());
    await writeBulk(store, 'articles', articles);
    assert.deepEqual(
      taken,
      articles.map(({ id }) => id),
    );
    const before = asked.length;
    asked = [];
    await writeBulk(store, 'articles', articles);
    assert.ok(
      asked.length < before && taken.length === 2 * articles.length,
      `${before}, then ${asked.length}`,
    );
    const large = { kind: 'index', id: 'large', document: { text: 'x'.repeat(500) } } as const;
    await assert.rejects(writeBulk(store, 'articles', [large]), /an article is larger than it takes/);
  });
});

const articles = Array.from({ length: 20 }, (_, i) => ({
  kind: 'index' as const,
  id: `${i}.txt`,
  document: { text: 'Un avis aux navigateurs.' },
}));

function idsIn(body: string): string[] {
  return [...body.matchAll(/"_id":"([^"]*)"/g)].map(([, id]) => id!);
}
