import type { JsonObject } from './cluster.ts';
import { ClusterError } from './clusterError.ts';
import type { CorpusStore } from './corpusStore.ts';
import type { IndexNames } from './mapping.ts';
import { isDiskFull, passes, type ServerError } from './serverFault.ts';

/** One change of a bulk request. `index` replaces the whole document, `update` some of its fields. */
export type BulkChange =
  | { readonly kind: 'index'; readonly id: string; readonly document: JsonObject }
  | { readonly kind: 'update'; readonly id: string; readonly fields: JsonObject }
  | { readonly kind: 'delete'; readonly id: string };

/** Requests this large are taken by every server, and larger ones are not faster. In characters. */
const requestLength = 4_000_000;

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly Readonly<
    Record<string, { readonly status: number; readonly error?: ServerError }>
  >[];
}

/**
 * Writes changes, in requests that any server takes. What a busy server refuses is sent again, and only that, after a pause; what is
 * wrong with a document rejects. A change that was acknowledged is never sent twice, and sent twice it would do nothing more.
 */
export async function writeBulk(
  store: CorpusStore,
  index: keyof IndexNames,
  changes: readonly BulkChange[],
  options: { readonly refresh?: boolean; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const lines = changes.map(bulkLines);
  for (let from = 0; from < lines.length;) {
    let to = from;
    for (
      let length = 0;
      to < lines.length && (to === from || length + lines[to]!.length <= requestLength);
      to++
    )
      length += lines[to]!.length;
    await send(store, index, lines.slice(from, to), {
      ...options,
      refresh: options.refresh === true && to === lines.length,
    });
    from = to;
  }
}

function bulkLines(change: BulkChange): string {
  const action = `${JSON.stringify({ [change.kind]: { _id: change.id } })}\n`;
  if (change.kind === 'delete') return action;
  const body = change.kind === 'index' ? change.document : { doc: change.fields };
  return `${action}${JSON.stringify(body)}\n`;
}

async function send(
  store: CorpusStore,
  index: keyof IndexNames,
  lines: readonly string[],
  { refresh, signal }: { readonly refresh: boolean; readonly signal?: AbortSignal },
): Promise<void> {
  let waiting = lines;
  const deadline = performance.now() + store.cluster.patienceMs;
  for (let round = 0; ; round++) {
    const { body } = await store.cluster.ask<BulkAnswer>({
      method: 'POST',
      path: `/${store.names[index]}/_bulk?filter_path=errors,items.*.status,items.*.error${refresh ? '&refresh=true' : ''}`,
      body: waiting.join(''),
      signal,
      timeoutMs: 120_000,
    });
    if (!body.errors) return;
    const left: string[] = [];
    let reason = '';
    for (const [i, item] of body.items.entries()) {
      const [kind, { status, error }] = Object.entries(item)[0]!;
      if (!error || (status === 404 && kind !== 'index')) continue;
      if (isDiskFull(error)) throw new ClusterError('full', store.cluster.server, error.reason);
      if (!passes(status, error))
        throw new ClusterError('refused', store.cluster.server, [error.type, error.reason].join(': '));
      reason = error.reason ?? '';
      left.push(waiting[i]!);
    }
    if (left.length === 0) return;
    if (performance.now() > deadline) throw new ClusterError('busy', store.cluster.server, reason);
    await store.cluster.rest(round, signal);
    waiting = left;
  }
}
