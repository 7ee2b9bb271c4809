import type { TestCluster } from '../../../scripts/cluster/testCluster.ts';

let shared: TestCluster | undefined;

/** Every test uses the same three nodes; one that kills a node brings it back. */
export function shareCluster(cluster: TestCluster): void {
  shared = cluster;
}

export function cluster(): TestCluster {
  if (!shared) throw new Error('Run these tests by npm run test:cluster: it starts the cluster.');
  return shared;
}
