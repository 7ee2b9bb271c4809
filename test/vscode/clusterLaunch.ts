import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Launch } from './launches.ts';

const outlet = path.join(import.meta.dirname, '..', '..', 'sample-corpus', 'strait-ledger');

/** A folder of one outlet, beside a cluster that holds the whole sample corpus. Not among `launches`: it needs the cluster. */
export function clusterLaunch(node: string, articles: number): Launch {
  return {
    name: 'cluster',
    description: 'a folder, and a corpus in a cluster',
    hasWorkspaceTrust: false,
    prepare(place) {
      const folder = path.join(place, 'folder');
      mkdirSync(folder);
      cpSync(outlet, folder, { recursive: true });
      writeFileSync(path.join(place, 'cluster.json'), JSON.stringify({ node, articles }));
      return folder;
    },
  };
}
