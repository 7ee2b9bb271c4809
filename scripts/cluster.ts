/**
 * `npm run cluster`: three real OpenSearch nodes on this machine, to try a corpus in a cluster on. Their data are gone when it ends,
 * by Ctrl+C. `-- --nodes N --heap MB` for other sizes, `-- --server elasticsearch` for the other server.
 */
import { parseArgs } from 'node:util';
import { startCluster } from './cluster/testCluster.ts';

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
console.log(`Fill it:  node dist/cli.js index FOLDER --engine ${cluster.addresses.join(',')}/my-corpus`);
console.log('Stop it by Ctrl+C.');
await new Promise((resolve) => {
  process.once('SIGINT', resolve).once('SIGTERM', resolve);
});
await cluster.stop();
process.exit(0);
