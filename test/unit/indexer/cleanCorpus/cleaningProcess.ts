/** Cleans the folder `argv[2]` into `argv[3]` in the format `argv[4]`, with the stub finder; a test kills it on the way. */
import { cleanFolder } from './cleaningFixture.ts';

const [root = '', target = '', format = 'txt'] = process.argv.slice(2);
let isStarted = false;
const { outcome } = await cleanFolder(root, {
  target,
  format: format === 'jsonl' ? 'jsonl' : 'txt',
  withMap: true,
  onProgress: ({ phase }) => {
    if (!isStarted && phase !== 'listing') process.stdout.write('started\n');
    isStarted ||= phase !== 'listing';
  },
});
process.stdout.write(`${outcome}\n`);
