import { randomBytes } from 'node:crypto';
import type { WritableCorpusIndex } from '../../../src/core/index.ts';
import { OpenSearchIndex, type OpenSearchOptions } from '../../../src/engines/opensearch/openSearchIndex.ts';
import { cluster } from './sharedCluster.ts';

/** Three parts, each on two of the three nodes: what one node takes with it is there. */
export const shape = { shards: 3, replicas: 1 };

/** A name that no other test uses. */
export function newName(): string {
  return `test-${randomBytes(6).toString('hex')}`;
}

/** A new, empty corpus. */
export async function newCorpus(options: Partial<OpenSearchOptions> = {}): Promise<OpenSearchIndex> {
  const index = openCorpus(newName(), options);
  await index.init(shape);
  return index;
}

export function openCorpus(name: string, options: Partial<OpenSearchOptions> = {}): OpenSearchIndex {
  return new OpenSearchIndex({
    address: { nodes: cluster().addresses, name },
    // A cluster that has lost a node on a busy machine takes its time.
    patienceMs: 240_000,
    ...options,
  });
}

/** An index that is made when it is first asked for something. */
export function whenAsked(open: () => Promise<WritableCorpusIndex>): WritableCorpusIndex {
  let opened: Promise<WritableCorpusIndex> | undefined;
  return new Proxy({} as WritableCorpusIndex, {
    get:
      (_, method: keyof WritableCorpusIndex) =>
      async (...args: readonly unknown[]) => {
        const index = await (opened ??= open());
        return (index[method] as (...args: readonly unknown[]) => Promise<unknown>).apply(index, [...args]);
      },
  });
}
