import type { ClusterOptions } from './cluster.ts';
import { CorpusStore } from './corpusStore.ts';
import {
  articlesQuery,
  dateFieldsOf,
  presetOf,
  readMapping,
  type ForeignPreset,
} from './foreign/foreignMapping.ts';

/** Whose indexes a corpus lies in: ours, or those that another program keeps. */
export type ClusterPreset = 'corpusExplorer' | ForeignPreset;

/** What is found at an address. */
export interface ClusterFinding {
  /** Undefined when an index of this name is there that none of the presets can be. */
  readonly preset: ClusterPreset | undefined;
  /** Articles there; 0 where the preset is not known. */
  readonly documents: number;
  /** The server and its version, as it calls itself: `opensearch 3.8.0`; its address where it does not tell this user. */
  readonly server: string;
  /** Of another program's index: fields that may say when an article was published, the likeliest first. */
  readonly dateFields?: readonly string[];
}

/** Looks what lies at an address. Rejects with `ClusterError`: `missing` when there is nothing of this name. */
export async function inspectCluster(options: ClusterOptions): Promise<ClusterFinding> {
  const store = new CorpusStore(options);
  const { cluster } = store;
  const { name } = options.address;
  const { body: self } = await cluster.ask<{
    readonly version?: { readonly number?: string; readonly distribution?: string };
  }>({ method: 'GET', path: '/', allowed: [403] });
  const { number, distribution = 'elasticsearch' } = self.version ?? {};
  const server = number === undefined ? cluster.server : `${distribution} ${number}`;
  const found = await readMapping(cluster, name);
  const preset = found && presetOf(found);
  if (found && preset) {
    const { body: counted } = await cluster.ask<{ count: number }>({
      method: 'POST',
      path: `/${name}/_count`,
      body: { query: articlesQuery(preset) },
    });
    return { preset, documents: counted.count, server, dateFields: dateFieldsOf(found) };
  }
  if (found) return { preset: undefined, documents: 0, server };
  await store.check();
  return { preset: 'corpusExplorer', documents: await store.count('articles', { match_all: {} }), server };
}
