/** A request as it was sent, with the time between which it was under way. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly contentType: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What some work sends by `fetch`, and how long it takes. Nothing else may be sent meanwhile. */
export async function recordRequests(
  work: () => Promise<unknown>,
): Promise<{ readonly requests: readonly SentRequest[]; readonly ms: number }> {
  const requests: SentRequest[] = [];
  const { fetch: send } = globalThis;
  globalThis.fetch = async (input, init) => {
    const startMs = performance.now();
    const answer = await send(input, init);
    const url = new URL(input instanceof Request ? input.url : input);
    requests.push({
      method: init?.method ?? 'GET',
      path: url.pathname + url.search,
      body: init?.body as string | undefined,
      contentType: new Headers(init?.headers).get('content-type') ?? 'application/json',
      startMs,
      endMs: performance.now(),
    });
    return answer;
  };
  const started = performance.now();
  try {
    await work();
    return { requests, ms: performance.now() - started };
  } finally {
    globalThis.fetch = send;
  }
}

/** Sends requests again and reads their answers: those that were under way together, together. Milliseconds. */
export async function replay(node: string, requests: readonly SentRequest[]): Promise<number> {
  const started = performance.now();
  let wave: Promise<unknown>[] = [];
  let endMs = 0;
  for (const request of [...requests].sort((a, b) => a.startMs - b.startMs)) {
    if (request.startMs >= endMs) await Promise.all(wave.splice(0));
    wave = [...wave, sendBare(node, request)];
    endMs = Math.max(endMs, request.endMs);
  }
  await Promise.all(wave);
  return performance.now() - started;
}

/** As many at once as a fill has under way. */
const atOnce = 3;

/** A bare loop: each request as soon as there is room for it. Milliseconds. */
export async function sendInTurn(
  node: string,
  requests: readonly SentRequest[],
  toPath: (path: string) => string,
): Promise<number> {
  const started = performance.now();
  const waiting = [...requests];
  const send = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await sendBare(node, { ...next, path: toPath(next.path) });
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  return performance.now() - started;
}

/** What a server answers that has too much to do. */
const busy = 429;
const busyWaitMs = 1000;

/** Sends it again while the server is too busy: what a loop has to deliver it has to wait for. */
async function sendBare(node: string, request: SentRequest): Promise<void> {
  const { method, path, body, contentType } = request;
  const headers = { 'content-type': contentType };
  const answer = await fetch(`${node}${path}`, { method, headers, ...(body !== undefined && { body }) });
  const told = (await answer.json()) as BulkAnswer;
  const refused =
    told.errors === true ? (told.items ?? []).flatMap(Object.values<BulkItem>).filter(isRefused) : [];
  if (answer.ok && refused.length === 0) return;
  if (answer.status !== busy && !refused.some(({ status }) => status === busy))
    throw new Error(`${path}: HTTP ${answer.status} ${JSON.stringify(refused[0] ?? told)}`);
  await new Promise((resolve) => setTimeout(resolve, busyWaitMs));
  return sendBare(node, request);
}

interface BulkItem {
  readonly status: number;
}

interface BulkAnswer {
  readonly errors?: boolean;
  readonly items?: readonly Readonly<Record<string, BulkItem>>[];
}

const isRefused = ({ status }: BulkItem): boolean => status >= 400;

/** Requests that make the entities, from taking the lock of that to giving it back, apart from the others; nothing else is sent meanwhile. */
export function withoutSettling(requests: readonly SentRequest[]): {
  readonly others: readonly SentRequest[];
  readonly settlings: number;
  readonly settlingMs: number;
} {
  const ofLock = requests.filter(({ path }) => path.includes('/_doc/.settling'));
  const taken = ofLock.filter(({ path }) => path.endsWith('op_type=create'));
  const given = ofLock.filter(({ method }) => method === 'DELETE');
  const spans = taken.map(({ startMs }, i) => ({ startMs, endMs: given[i]?.endMs ?? startMs }));
  return {
    others: requests.filter(
      ({ startMs }) => !spans.some((span) => startMs >= span.startMs && startMs < span.endMs),
    ),
    settlings: spans.length,
    settlingMs: spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
  };
}
