/** What takes too long for every change: five hundred kills of an indexing process, a hundred thousand files in one folder, a million inputs for everything that reads. */
import { spawnSync } from 'node:child_process';

const runs = [
  {
    args: ['node_modules/mocha/bin/mocha.js', 'test/unit/indexer/killed.test.ts'],
    env: { CORPUS_EXPLORER_KILLS: '500' },
  },
  {
    args: ['node_modules/mocha/bin/mocha.js', 'test/unit/indexer/oddPlaces.test.ts'],
    env: { CORPUS_EXPLORER_FILES: '100000' },
  },
  { args: ['test/fuzz/fuzz.ts', '--inputs', '1000000'], env: {} },
];
const outcomes = runs.map(({ args, env }) => {
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status;
});
process.exitCode = outcomes.every((status) => status === 0) ? 0 : 1;
