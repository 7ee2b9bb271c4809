/** A client to be killed while its worker indexes: `node indexingClient.ts ROOT STORAGE` prints the worker's process id. */
import { createWorkerClient } from '../../../src/worker/client.ts';
import { quietOptions } from './quietOptions.ts';

const [root = '', storageDir = ''] = process.argv.slice(2);
let isTold = false;
const client = createWorkerClient({
  ...quietOptions(storageDir),
  onChanged: () => {
    if (isTold) return;
    isTold = true;
    console.log(processId);
  },
});
const { processId } = await client.initialize();
await client.open(root);
await client.indexCorpus(root);
