import type { ClusterOptions, JsonObject } from './cluster.ts';
import { CorpusStore } from './corpusStore.ts';

/** Whose indexes a corpus lies in: ours, or those that another program keeps. */
export type ClusterPreset = 'corpusExplorer' | 'datashare' | 'openaleph';

/** What is found at an address. */
export interface ClusterFinding {
  /** Undefined when an index of this name is there that none of the presets can be. */
  readonly preset: ClusterPreset | undefined;
  /** Of what an index of this name holds; 0 where the preset is not known. */
  readonly documents: number;
  /** The server and its version, as it calls itself: `opensearch 3.8.0`. */
  readonly server: string;
}

type Mappings = Readonly<
  Record<string, { readonly mappings: { readonly properties?: Readonly<Record<string, JsonObject>> } }>
>;

/** Looks what lies at an address. Rejects with `ClusterError`: `missing` when there is nothing of this name. */
export async function inspectCluster(options: ClusterOptions): Promise<ClusterFinding> {
  const store = new CorpusStore(options);
  const { cluster } = store;
  const { name } = options.address;
  const { body: self } = await cluster.ask<{
    readonly version?: { readonly number?: string; readonly distribution?: string };
  }>({ method: 'GET', path: '/' });
  const { number = '', distribution = 'elasticsearch' } = self.version ?? {};
  const server = `${distribution} ${number}`.trim();
  const { status, body } = await cluster.ask<Mappings>({
    method: 'GET',
    path: `/${name}/_mapping`,
    allowed: [404],
  });
  const found = status === 404 ? undefined : Object.values(body)[0]?.mappings.properties;
  const preset = found && presetOf(found);
  if (found && preset) {
    // Beside its documents Datashare keeps one for each name that was found in them.
    const which = preset === 'datashare' ? '?q=type:Document' : '';
    const path = `/${name}/_count${which}`;
    const { body: counted } = await cluster.ask<{ count: number }>({ method: 'GET', path });
    return { preset, documents: counted.count, server };
  }
  if (found) return { preset: undefined, documents: 0, server };
  await store.check();
  return { preset: 'corpusExplorer', documents: await store.count('articles', { match_all: {} }), server };
}

/** By fields that nobody else has together. */
function presetOf(fields: Readonly<Record<string, unknown>>): ClusterPreset | undefined {
  const has = (...names: readonly string[]): boolean => names.every((name) => name in fields);
  if (has('join', 'mentionNorm', 'extractionDate')) return 'datashare';
  if (has('schema', 'schemata', 'properties')) return 'openaleph';
  return undefined;
}
