/** A client to be killed while its worker indexes: `node indexingClient.ts ROOT STORAGE` prints the worker's process id. */
import path from 'node:path';
import { createWorkerClient } from '../../../src/worker/client.ts';

const [root = '', storageDir = ''] = process.argv.slice(2);
const projectDir = path.resolve(import.meta.dirname, '../../..');
let isTold = false;
const client = createWorkerClient({
  entry: path.join(projectDir, 'dist', 'worker.js'),
  modelsDir: path.join(projectDir, 'models'),
  storageDir,
  onProgress: () => undefined,
  onChanged: () => {
    if (isTold) return;
    isTold = true;
    console.log(processId);
  },
  onCleaning: () => undefined,
  onExporting: () => undefined,
  onLog: () => undefined,
  onExit: () => undefined,
});
const { processId } = await client.initialize();
await client.open(root);
await client.indexCorpus(root);
