import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Launch } from './launches.ts';

const outlet = path.join(import.meta.dirname, '..', '..', 'sample-corpus', 'strait-ledger');

/** Beside a cluster that holds the whole sample corpus. Not among `launches`: they need the cluster, and are told of it by `givenCluster`. */
export const clusterLaunches: readonly Launch[] = [
  {
    name: 'cluster',
    description: 'a folder of one outlet, and a corpus in a cluster',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'folder');
      mkdirSync(folder);
      cpSync(outlet, folder, { recursive: true });
      return folder;
    },
  },
  {
    name: 'clusterAlone',
    description: 'no folder, and a corpus in a cluster',
    hasWorkspaceTrust: false,
    prepare: () => undefined,
  },
];
