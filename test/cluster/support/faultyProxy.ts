import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** What the way to a server is like. */
export type Fault =
  | { readonly kind: 'none' }
  /** Every answer is held back. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Every request is refused as one too many, or because there is no server just now. */
  | { readonly kind: 'busy'; readonly status: number; readonly retryAfterS?: number }
  /** Whoever asks may read the indexes, and nothing else. */
  | { readonly kind: 'readOnly' }
  /** Every answer breaks off in the middle. */
  | { readonly kind: 'half' }
  /** Every connection is cut, those that are open too. */
  | { readonly kind: 'cut' };

export interface ProxyOptions {
  /** Only who sends this header is let in. */
  readonly authorization?: string;
  /** Speaks TLS with this certificate. */
  readonly tls?: { readonly pfx: Buffer; readonly passphrase: string };
}

/** What the right to read, and to look at mappings, is enough for. */
const isReading = /^(GET \/[^/]+\/|POST \/[^/]+\/_(search|mget|count)\b)/;

/** Stands between a test and a node, and does what networks and servers in trouble do. */
export class FaultyProxy {
  private readonly target: URL;
  private readonly options: ProxyOptions;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private fault: Fault = { kind: 'none' };
  /** Requests that came, by method and path. */
  readonly seen: string[] = [];
  /** Those of them whose sender went away before the answer. */
  readonly givenUp: string[] = [];

  private constructor(target: string, options: ProxyOptions) {
    this.target = new URL(target);
    this.options = options;
    const answer = (incoming: IncomingMessage, response: ServerResponse): void => {
      this.answer(incoming, response);
    };
    this.server = options.tls ? createTlsServer(options.tls, answer) : createServer(answer);
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      if (this.fault.kind === 'cut') socket.destroy();
    });
  }

  static async start(target: string, options: ProxyOptions = {}): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target, options);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `${this.options.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  }

  set(fault: Fault): void {
    this.fault = fault;
    if (fault.kind === 'cut') for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(incoming: IncomingMessage, response: ServerResponse): void {
    const what = `${incoming.method ?? ''} ${incoming.url ?? ''}`;
    this.seen.push(what);
    response.on('close', () => {
      if (!response.writableFinished) this.givenUp.push(what);
    });
    const { authorization } = this.options;
    if (authorization !== undefined && incoming.headers.authorization !== authorization) {
      refuse(incoming, response, 401);
      return;
    }
    if (this.fault.kind === 'busy') {
      const { status, retryAfterS } = this.fault;
      refuse(
        incoming,
        response,
        status,
        retryAfterS === undefined ? {} : { 'retry-after': `${retryAfterS}` },
      );
      return;
    }
    if (this.fault.kind === 'readOnly' && !isReading.test(what)) {
      refuse(incoming, response, 403);
      return;
    }
    const headers = without(incoming.headers, ['host']);
    const { hostname, port } = this.target;
    const onward = request(
      { hostname, port, method: incoming.method, path: incoming.url, headers },
      (answer) => {
        void this.passOn(answer, response);
      },
    );
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  }

  private async passOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const { fault } = this;
      if (fault.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
      response.writeHead(answer.statusCode ?? 502, {
        ...without(answer.headers, ['transfer-encoding', 'connection']),
        'content-length': body.length,
      });
      if (fault.kind === 'half') {
        response.write(body.subarray(0, Math.floor(body.length / 2)));
        setTimeout(() => response.destroy(), 20);
      } else response.end(body);
    } catch {
      response.destroy();
    }
  }
}

/** The request is read to its end first: a client that is cut off while it sends would hear of no status. */
function refuse(
  incoming: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  incoming.resume();
  incoming.once('end', () => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{}');
  });
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
