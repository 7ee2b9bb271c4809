import { currentSignal } from '../askUntil.ts';
import type { ClusterAddress } from './clusterAddress.ts';
import { ClusterError } from './clusterError.ts';
import { canPass, passingStatuses, reasonOf, ruleOf } from './serverFault.ts';

export interface ClusterOptions {
  readonly address: ClusterAddress;
  /** The `Authorization` header, as `authorizationOf` makes it. */
  readonly authorization?: string;
  /** How long one answer may take. */
  readonly timeoutMs?: number | (() => number);
  /** How long a request is tried again while no node answers or all are busy. */
  readonly patienceMs?: number | (() => number);
}

/** How one is let in: user and password, an API key, or a bearer token. */
export type Credentials =
  | { readonly user: string; readonly password: string }
  | { readonly apiKey: string }
  | { readonly token: string };

/** The `Authorization` header for credentials. */
export function authorizationOf(credentials: Credentials): string {
  if ('apiKey' in credentials) return `ApiKey ${credentials.apiKey}`;
  if ('token' in credentials) return `Bearer ${credentials.token}`;
  return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Ask<T = never> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** With the query, from `/` on. */
  readonly path: string;
  /** An object is sent as JSON; a string as lines of JSON. */
  readonly body?: JsonObject | string;
  /** These statuses are answers, not failures. */
  readonly allowed?: readonly number[];
  /** An answer that is not whole, because a part of the cluster is on its way, counts as that of a busy server. */
  readonly isWhole?: (body: T) => boolean;
  /** Ends it; that of the question it is made for (`askUntil`) when absent. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

const firstWaitMs = 200;
const longestWaitMs = 15_000;

/**
 * Speaks to the nodes of one cluster by plain `fetch`, in the API that OpenSearch 2 and 3 and Elasticsearch 8 and 9 share. A node
 * that does not answer is passed over for the next; while none does, or all are busy, the request is tried again, with
 * longer and longer pauses of random length, until the patience is over. Every request may therefore arrive twice: callers send
 * only what may. Rejects with `ClusterError`, or with the signal's reason when that is aborted.
 */
export class Cluster {
  readonly address: ClusterAddress;
  private readonly options: ClusterOptions;
  /** The node that answered last. */
  private node = 0;

  constructor(options: ClusterOptions) {
    this.address = options.address;
    this.options = options;
  }

  /** The server as messages name it. */
  get server(): string {
    return new URL(this.address.nodes[this.node]!).host;
  }

  /** How long a request is tried again, in milliseconds. */
  get patienceMs(): number {
    return timeOf(this.options.patienceMs, 10_000);
  }

  async ask<T = JsonObject>(request: Ask<T>): Promise<Answer<T>> {
    const ask = { ...request, signal: request.signal ?? currentSignal() };
    ask.signal?.throwIfAborted();
    const deadline = performance.now() + this.patienceMs;
    for (let attempt = 0; ; attempt++) {
      const failure = await this.askEveryNode<T>(ask);
      if (!(failure instanceof ClusterError)) return failure;
      const waitMs = restMs(attempt);
      if (!canPass(failure.rule) || performance.now() + waitMs > deadline) throw failure;
      await pause(waitMs, ask.signal);
    }
  }

  /** Leaves a busy cluster alone for a while, longer with every round. */
  rest(round: number, signal?: AbortSignal): Promise<void> {
    return pause(restMs(round), signal);
  }

  /** The first node that has an answer; else why the last one had none. */
  private async askEveryNode<T>(ask: Ask<T>): Promise<Answer<T> | ClusterError> {
    const { nodes } = this.address;
    let failure: ClusterError | undefined;
    for (let i = 0; i < nodes.length; i++) {
      try {
        return await this.askNode<T>(ask);
      } catch (error) {
        if (!(error instanceof ClusterError)) throw error;
        if (!canPass(error.rule)) return error;
        failure = error;
        this.node = (this.node + 1) % nodes.length;
      }
    }
    return failure!;
  }

  private async askNode<T>({
    method,
    path,
    body,
    allowed,
    isWhole,
    signal,
    timeoutMs,
  }: Ask<T>): Promise<Answer<T>> {
    const limit = AbortSignal.timeout(timeoutMs ?? timeOf(this.options.timeoutMs, 30_000));
    const { authorization } = this.options;
    const isLines = typeof body === 'string';
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.address.nodes[this.node]!}${path}`, {
        method,
        // A server that sends one elsewhere would be sent the credentials.
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && {
            'content-type': isLines ? 'application/x-ndjson' : 'application/json',
          }),
          ...(authorization !== undefined && { authorization }),
        },
        ...(body !== undefined && { body: isLines ? body : JSON.stringify(body) }),
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw limit.aborted ? new ClusterError('slow', this.server) : this.unreached(error);
    }
    try {
      text = await response.text();
    } catch {
      signal?.throwIfAborted();
      throw new ClusterError(limit.aborted ? 'slow' : 'cut', this.server);
    }
    const { status } = response;
    const answer = method === 'HEAD' ? {} : this.parse(text, status);
    if (response.ok || allowed?.includes(status)) {
      if (isWhole?.(answer as T) === false)
        throw new ClusterError('busy', this.server, 'not every part of it answers');
      return { status, body: answer as T };
    }
    throw new ClusterError(ruleOf(status, answer), this.server, reasonOf(answer) || `HTTP ${status}`);
  }

  private unreached(error: unknown): ClusterError {
    const cause = (error as { cause?: { code?: string; message?: string } }).cause;
    const code = cause?.code ?? '';
    const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(code);
    if (isCertificate) return new ClusterError('certificate', this.server, code);
    if (/^UND_ERR_(SOCKET|RES)|^HPE_/.test(code))
      return new ClusterError('cut', this.server, cause?.message ?? code);
    if (code === 'UND_ERR_HEADERS_TIMEOUT') return new ClusterError('slow', this.server);
    return new ClusterError('unreachable', this.server, code || (cause?.message ?? String(error)));
  }

  private parse(text: string, status: number): unknown {
    if (text === '') return {};
    try {
      return JSON.parse(text) as unknown;
    } catch {
      if (passingStatuses.has(status)) return {};
      throw new ClusterError(
        text.trimStart().startsWith('<') ? 'foreign' : 'cut',
        this.server,
        `HTTP ${status}`,
      );
    }
  }
}

/** A time that may be another one with every request. */
function timeOf(given: number | (() => number) | undefined, otherwise: number): number {
  return typeof given === 'function' ? given() : (given ?? otherwise);
}

/** Of random length, so that many machines do not come back all at once. */
function restMs(round: number): number {
  return Math.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** round);
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
  signal?.throwIfAborted();
}
