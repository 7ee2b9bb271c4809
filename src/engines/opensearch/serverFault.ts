import type { ClusterRule } from './clusterError.ts';

/** An error as the server tells it in the body of an answer, or of one item of a bulk answer. */
export interface ServerError {
  readonly type?: string;
  readonly reason?: string;
  readonly root_cause?: readonly { readonly type?: string; readonly reason?: string }[];
  readonly caused_by?: { readonly type?: string };
  readonly failed_shards?: readonly {
    readonly reason?: { readonly type?: string; readonly reason?: string };
  }[];
}

/** The statuses that pass: too many requests, a bad or missing gateway, a node on its way. */
export const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Said by a gateway as well as by a server: who asks is not known or may not, a request is too large. */
export const gatewayStatuses: ReadonlySet<number> = new Set([401, 403, 413]);

/** The errors of a cluster that has just lost a node. The node that was asked tells some of them as its own failure (status 500). */
const passingTypes = new Set([
  'node_not_connected_exception',
  'node_disconnected_exception',
  'node_closed_exception',
  'connect_transport_exception',
  'receive_timeout_transport_exception',
  'send_request_transport_exception',
  'no_shard_available_action_exception',
  'unavailable_shards_exception',
  'master_not_discovered_exception',
  'cluster_manager_not_discovered_exception',
  'not_master_exception',
  'not_cluster_manager_exception',
  'failed_to_commit_cluster_state_exception',
  'process_cluster_event_timeout_exception',
  'shard_not_found_exception',
  'illegal_index_shard_state_exception',
  'index_shard_recovering_exception',
  'index_shard_not_started_exception',
  'index_shard_closed_exception',
  'already_closed_exception',
  'task_cancelled_exception',
]);

/** What an answer that is a failure means. */
export function ruleOf(status: number, answer: unknown): ClusterRule {
  const error = errorOf(answer);
  if (isDiskFull(error)) return 'full';
  if (passes(status, error)) return 'busy';
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  return error?.type === 'index_not_found_exception' ? 'missing' : 'refused';
}

/** The server has set its indexes to read-only, since a disk is nearly full. It lifts that by itself when there is room. */
export function isDiskFull(error: ServerError | undefined): boolean {
  return (
    error?.type === 'cluster_block_exception' && /read-only-allow-delete|flood.stage/.test(error.reason ?? '')
  );
}

/** Whether the same request may succeed a little later. */
export function passes(status: number, error: ServerError | undefined): boolean {
  const shards = error?.failed_shards?.map(({ reason }) => reason) ?? [];
  const all = [error, error?.caused_by, ...(error?.root_cause ?? []), ...shards];
  return passingStatuses.has(status) || all.some((each) => passingTypes.has(each?.type ?? ''));
}

/** Whether another node, or the same one later, may answer. */
export function canPass(rule: ClusterRule): boolean {
  return rule === 'unreachable' || rule === 'slow' || rule === 'busy' || rule === 'cut';
}

/** For how many milliseconds a server asks to be left alone, by seconds or a date; 0 when it says nothing that can be read. */
export function restAskedFor(headers: Headers): number {
  const said = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** The server's own words. */
export function reasonOf(answer: unknown): string {
  const error = errorOf(answer);
  const shard = error?.failed_shards?.[0]?.reason?.reason;
  return [error?.reason, shard].filter((each) => each !== undefined).join(': ');
}

function errorOf(answer: unknown): ServerError | undefined {
  const error = (answer as { error?: ServerError | string }).error;
  return typeof error === 'string' ? { reason: error } : error;
}
