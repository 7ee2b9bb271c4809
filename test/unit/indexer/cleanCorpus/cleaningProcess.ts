/**
 * Cleans the folder `argv[2]` into `argv[3]` in the format `argv[4]`, with the stub finder, and says every phase that it
 * enters; a test kills it on the way.
 */
import { cleanFolder } from './cleaningFixture.ts';

const [root = '', target = '', format = 'txt'] = process.argv.slice(2);
let phaseNow = '';
const { outcome } = await cleanFolder(root, {
  target,
  format: format === 'jsonl' ? 'jsonl' : 'txt',
  withMap: true,
  onProgress: ({ phase }) => {
    if (phase !== phaseNow) process.stdout.write(`${phase}\n`);
    phaseNow = phase;
  },
});
process.stdout.write(`${outcome}\n`);
