import { Cluster } from './cluster.ts';
import { ClusterError } from './clusterError.ts';
import type { ClusterReader } from './clusterReader.ts';
import { ForeignIndex } from './foreign/foreignIndex.ts';
import { presetOf, readMapping, type ForeignPlace } from './foreign/foreignMapping.ts';
import { OpenSearchIndex, type OpenSearchOptions } from './openSearchIndex.ts';

export type ReaderOptions = OpenSearchOptions & Pick<ForeignPlace, 'dateField'>;

/** Looks whose index lies at an address, and opens it. Rejects with `ClusterError`: `refused` for an index of fields that we do not know. */
export async function openReader(options: ReaderOptions): Promise<ClusterReader> {
  const cluster = new Cluster(options);
  const { name } = options.address;
  const fields = await readMapping(cluster, name);
  if (fields === undefined) {
    const own = new OpenSearchIndex(options);
    await own.check();
    return own;
  }
  const preset = presetOf(fields);
  if (preset === undefined)
    throw new ClusterError('refused', cluster.server, `“${name}” is an index of fields that are not known`);
  const { dateField } = options;
  return new ForeignIndex(cluster, { preset, name, fields, ...(dateField !== undefined && { dateField }) });
}

/** A reader that is opened when something is first asked of it; when that fails, with the next question again. */
export function readerWhenAsked(open: () => Promise<ClusterReader>): ClusterReader {
  let opened: Promise<ClusterReader> | undefined;
  const reader = (): Promise<ClusterReader> => {
    if (opened) return opened;
    const opening = open();
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
    return opening;
  };
  const isAsked = (): boolean => opened !== undefined;
  return new Proxy({} as ClusterReader, {
    get: (_, name: keyof ClusterReader) => {
      if (name === 'close') return async () => (isAsked() ? (await reader()).close() : undefined);
      return async (...args: readonly unknown[]) => {
        const index = await reader();
        return (index[name] as (...given: readonly unknown[]) => unknown).apply(index, [...args]);
      };
    },
  });
}
