/**
 * `npm run cluster`: three real OpenSearch nodes on this machine, to try a corpus in a cluster on. Their data are gone when it ends,
 * by Ctrl+C. `-- --nodes N --heap MB` for other sizes, `-- --server elasticsearch` for the other server.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from './cluster/testCluster.ts';
import { root } from './vscodeHost/paths.ts';
import { must } from './vscodeHost/process.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '3' },
    heap: { type: 'string', default: '1024' },
    server: { type: 'string', default: 'opensearch' },
  },
});
if (values.server !== 'opensearch' && values.server !== 'elasticsearch') {
  console.error(`--server wants opensearch or elasticsearch, not "${values.server}".`);
  process.exit(2);
}
const cli = path.join(root, 'dist', 'cli.js');
if (!existsSync(cli)) {
  console.log('Building the command line …');
  await must(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root });
}
const cluster = await startCluster({
  server: values.server,
  nodes: Number(values.nodes),
  heapMb: Number(values.heap),
  say: console.log,
});
if ('problem' in cluster) {
  console.error(`No cluster can be started: ${cluster.problem}.`);
  process.exit(1);
}
const address = `${cluster.addresses.join(',')}/my-corpus`;
console.log(`Fill it, from another terminal:  node dist/cli.js index sample-corpus --engine ${address}`);
console.log(`Ask it:                          node dist/cli.js entities ${address}`);
console.log(`In VS Code:                      Connect to Cluster…, with the server ${cluster.addresses[0]!}`);
console.log('Stop it by Ctrl+C.');
await new Promise((resolve) => {
  process.once('SIGINT', resolve).once('SIGTERM', resolve);
});
await cluster.stop();
process.exit(0);
