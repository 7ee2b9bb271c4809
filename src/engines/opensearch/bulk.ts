import type { JsonObject } from './cluster.ts';
import { ClusterError } from './clusterError.ts';
import type { CorpusStore, Hit } from './corpusStore.ts';
import type { IndexNames } from './mapping.ts';
import { isDiskFull, passes, type ServerError } from './serverFault.ts';

/**
 * One change of a bulk request. `index` replaces the whole document, `update` some of its fields: with `of`, of that document as it was
 * found; what has been written since is left as it is.
 */
export type BulkChange =
  | { readonly kind: 'index'; readonly id: string; readonly document: JsonObject }
  | { readonly kind: 'update'; readonly id: string; readonly fields: JsonObject; readonly of?: Hit<unknown> }
  | { readonly kind: 'delete'; readonly id: string };

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly Readonly<
    Record<string, { readonly status: number; readonly error?: ServerError }>
  >[];
}

/**
 * Writes changes, in requests that the server takes. What a busy server refuses is sent again, and only that, after a pause; what is
 * wrong with a document rejects. A change that was acknowledged is never sent twice, and sent twice it would do nothing more.
 */
export async function writeBulk(
  store: CorpusStore,
  index: keyof IndexNames,
  changes: readonly BulkChange[],
  options: { readonly refresh?: boolean; readonly signal?: AbortSignal } = {},
): Promise<void> {
  await sendInParts(store, index, changes.map(bulkLines), { ...options, refresh: options.refresh === true });
}

interface Sending {
  readonly refresh: boolean;
  readonly signal?: AbortSignal;
}

async function sendInParts(
  store: CorpusStore,
  index: keyof IndexNames,
  lines: readonly string[],
  options: Sending,
): Promise<void> {
  for (let from = 0; from < lines.length;) {
    let to = from;
    for (
      let length = 0;
      to < lines.length && (to === from || length + lines[to]!.length <= store.requestLength);
      to++
    )
      length += lines[to]!.length;
    const refresh = options.refresh && to === lines.length;
    await send(store, index, lines.slice(from, to), { ...options, refresh });
    from = to;
  }
}

function bulkLines(change: BulkChange): string {
  const found = change.kind === 'update' ? change.of : undefined;
  const condition = found && { if_seq_no: found._seq_no, if_primary_term: found._primary_term };
  const action = `${JSON.stringify({ [change.kind]: { _id: change.id, ...condition } })}\n`;
  if (change.kind === 'delete') return action;
  const body = change.kind === 'index' ? change.document : { doc: change.fields };
  return `${action}${JSON.stringify(body)}\n`;
}

async function send(
  store: CorpusStore,
  index: keyof IndexNames,
  lines: readonly string[],
  options: Sending,
): Promise<void> {
  const { refresh, signal } = options;
  let waiting = lines;
  const wait = store.cluster.waiting();
  for (;;) {
    const answer = await store.cluster.ask<BulkAnswer>({
      method: 'POST',
      path: `/${store.names[index]}/_bulk?filter_path=errors,items.*.status,items.*.error${refresh ? '&refresh=true' : ''}`,
      body: waiting.join(''),
      signal,
      timeoutMs: 120_000,
      allowed: [413],
    });
    const { server } = store.cluster;
    if (answer.status === 413) {
      if (waiting.length === 1)
        throw new ClusterError('refused', server, 'an article is larger than it takes');
      store.requestLength = Math.min(store.requestLength, Math.ceil(waiting.join('').length / 2));
      await sendInParts(store, index, waiting, options);
      return;
    }
    const { errors, items } = answer.body;
    if (!errors) return;
    const left: string[] = [];
    let reason = '';
    for (const [i, item] of items.entries()) {
      const [kind, { status, error }] = Object.entries(item)[0]!;
      // Gone, or written anew since it was found: by somebody who sees to it.
      if (!error || ((status === 404 || status === 409) && kind === 'update')) continue;
      if (status === 404 && kind === 'delete') continue;
      if (isDiskFull(error)) throw new ClusterError('full', server, error.reason);
      if (!passes(status, error))
        throw new ClusterError('refused', server, [error.type, error.reason].join(': '));
      reason = error.reason ?? '';
      left.push(waiting[i]!);
    }
    if (left.length === 0) return;
    await wait(new ClusterError('busy', server, reason), { signal });
    waiting = left;
  }
}
