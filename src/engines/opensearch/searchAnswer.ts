import type { Cluster } from './cluster.ts';
import { ClusterError } from './clusterError.ts';

/**
 * The answer to a search, looked at before anybody counts on it. Throws `foreign` when it is none: a gateway may answer for the
 * server, in JSON and without a word of failure, when nobody is signed in any more.
 */
export function searchAnswer<T extends { readonly hits: { readonly hits: readonly unknown[] } }>(
  { server }: Cluster,
  answer: T,
): T {
  const { hits } = answer as { readonly hits?: { readonly hits?: unknown } | null };
  if (!Array.isArray(hits?.hits)) throw new ClusterError('foreign', server);
  return answer;
}
