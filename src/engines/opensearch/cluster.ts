import { currentSignal } from '../askUntil.ts';
import type { ClusterAddress } from './clusterAddress.ts';
import { ClusterError } from './clusterError.ts';
import { Patience, type PatienceOptions, type WaitAfter } from './patience.ts';
import { canPass, gatewayStatuses, passingStatuses, reasonOf, restAskedFor, ruleOf } from './serverFault.ts';

/** `patienceMs` is for a request that no node answers, or that all are too busy for; ten seconds when absent. */
export interface ClusterOptions extends PatienceOptions {
  readonly address: ClusterAddress;
  /** The `Authorization` header, as `authorizationOf` makes it. */
  readonly authorization?: string;
  /** How long one answer may take. */
  readonly timeoutMs?: number | (() => number);
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

/** A node that asked to be left alone for longer is asked all the same after so long. */
const longestRestMs = 10 * 60_000;

/**
 * Speaks to the nodes of one cluster by plain `fetch`, in the API that OpenSearch 2 and 3 and Elasticsearch 8 and 9 share. A node
 * that does not answer is passed over for the next; while none does, or all are busy, the request is tried again, with
 * longer and longer pauses of random length, until the patience is over. One that says when to come back (`Retry-After`) is asked
 * nothing before. Every request may therefore arrive twice: callers send
 * only what may. Rejects with `ClusterError`, or with the signal's reason when that is aborted.
 */
export class Cluster {
  readonly address: ClusterAddress;
  private readonly options: ClusterOptions;
  private readonly patience: Patience;
  /** The node that answered last. */
  private node = 0;
  /** The nodes that asked to be left alone, until when, and what they said. */
  private readonly resting = new Map<number, { readonly until: number; readonly failure: ClusterError }>();

  constructor(options: ClusterOptions) {
    this.address = options.address;
    this.options = options;
    this.patience = new Patience(options);
  }

  /** The server as messages name it. */
  get server(): string {
    return this.hostOf(this.node);
  }

  async ask<T = JsonObject>(request: Ask<T>): Promise<Answer<T>> {
    const ask = { ...request, signal: request.signal ?? currentSignal() };
    const { signal } = ask;
    signal?.throwIfAborted();
    const wait = this.waiting();
    for (;;) {
      const failure = await this.askEveryNode<T>(ask);
      if (!(failure instanceof ClusterError)) return failure;
      await wait(failure, { leastMs: this.leastRestMs(), signal });
    }
  }

  /** For changes of which a busy server takes some at a time. */
  waiting(): WaitAfter {
    return this.patience.begin();
  }

  /** Leaves a busy cluster alone for a while, longer with every round. */
  rest(round: number, signal?: AbortSignal): Promise<void> {
    return this.patience.rest(round, signal);
  }

  /** The first node that has an answer; else why the last one had none. */
  private async askEveryNode<T>(ask: Ask<T>): Promise<Answer<T> | ClusterError> {
    const { nodes } = this.address;
    const first = this.node;
    let failure: ClusterError | undefined;
    for (let i = 0; i < nodes.length; i++) {
      const node = (first + i) % nodes.length;
      const rest = this.resting.get(node);
      if (rest && rest.until > this.patience.clock.now()) {
        failure ??= rest.failure;
        continue;
      }
      try {
        const answer = await this.askNode<T>(node, ask);
        this.node = node;
        this.resting.delete(node);
        return answer;
      } catch (error) {
        if (!(error instanceof ClusterError)) throw error;
        if (!canPass(error.rule)) return error;
        failure = error;
        this.letRest(node, error);
        if (this.node === node) this.node = (node + 1) % nodes.length;
      }
    }
    return failure!;
  }

  private letRest(node: number, failure: ClusterError): void {
    if (failure.retryAfterMs <= 0) return;
    const until = this.patience.clock.now() + Math.min(failure.retryAfterMs, longestRestMs);
    this.resting.set(node, { until, failure });
  }

  /** After how many milliseconds a node may be asked again. */
  private leastRestMs(): number {
    const untils = this.address.nodes.map((_, node) => this.resting.get(node)?.until ?? 0);
    return Math.max(0, Math.min(...untils) - this.patience.clock.now());
  }

  private async askNode<T>(
    node: number,
    { method, path, body, allowed, isWhole, signal, timeoutMs }: Ask<T>,
  ): Promise<Answer<T>> {
    const server = this.hostOf(node);
    const limit = AbortSignal.timeout(timeoutMs ?? timeOf(this.options.timeoutMs, 30_000));
    const { authorization } = this.options;
    const isLines = typeof body === 'string';
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.address.nodes[node]!}${path}`, {
        method,
        // Where a server sends one is not followed: it would be sent the credentials.
        redirect: 'manual',
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
      throw limit.aborted ? new ClusterError('slow', server) : unreached(server, error);
    }
    try {
      text = await response.text();
    } catch {
      signal?.throwIfAborted();
      throw new ClusterError(limit.aborted ? 'slow' : 'cut', server);
    }
    const { status } = response;
    if (status >= 300 && status < 400) throw new ClusterError('moved', server, targetOf(response));
    const answer = method === 'HEAD' ? {} : parse(server, text, status);
    if (response.ok || allowed?.includes(status)) {
      if (isWhole?.(answer as T) === false)
        throw new ClusterError('busy', server, 'not every part of it answers');
      return { status, body: answer as T };
    }
    const detail = reasonOf(answer) || `HTTP ${status}`;
    throw new ClusterError(ruleOf(status, answer), server, detail, restAskedFor(response.headers));
  }

  private hostOf(node: number): string {
    return new URL(this.address.nodes[node]!).host;
  }
}

function unreached(server: string, error: unknown): ClusterError {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  const code = cause?.code ?? '';
  if (/ALTNAME/.test(code)) return new ClusterError('otherName', server, code);
  if (/EXPIRED/.test(code)) return new ClusterError('expired', server, code);
  if (/CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(code))
    return new ClusterError('certificate', server, code);
  if (/^ERR_SSL|^EPROTO$/.test(code)) return new ClusterError('noHttps', server, code);
  if (/^UND_ERR_(SOCKET|RES)|^HPE_/.test(code))
    return new ClusterError('cut', server, cause?.message ?? code);
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return new ClusterError('slow', server);
  return new ClusterError('unreachable', server, code || (cause?.message ?? String(error)));
}

/** The server that one is sent on to; empty when that cannot be read. */
function targetOf({ headers, url }: Response): string {
  const said = headers.get('location') ?? '';
  return URL.canParse(said, url) ? new URL(said, url).origin : '';
}

function parse(server: string, text: string, status: number): unknown {
  if (text === '') return {};
  const answer = readJson(text);
  if (typeof answer === 'object' && answer !== null) return answer;
  // A gateway before the server tells these in pages of its own.
  if (passingStatuses.has(status) || gatewayStatuses.has(status)) return {};
  const isOther = answer !== undefined || text.trimStart().startsWith('<');
  throw new ClusterError(isOther ? 'foreign' : 'cut', server, `HTTP ${status}`);
}

/** Undefined when it is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A time that may be another one with every request. */
function timeOf(given: number | (() => number) | undefined, otherwise: number): number {
  return typeof given === 'function' ? given() : (given ?? otherwise);
}
