/**
 * Runs `test/vscode/<launch>/*.test.ts` in the extension host of a real VS Code, one start of it per launch (`test/vscode/launches.ts`).
 * `node scripts/testVscode.ts [launch…]`; the exit code is 0 only when all passed.
 */
import path from 'node:path';
import { launches } from '../test/vscode/launches.ts';
import { reportTally } from './tally.ts';
import { root } from './vscodeHost/paths.ts';
import { must } from './vscodeHost/process.ts';
import { runLaunches } from './vscodeHost/runLaunches.ts';

const asked = process.argv.slice(2);
const chosen = launches.filter(({ name }) => asked.length === 0 || asked.includes(name));
await must(process.execPath, [path.join(root, 'scripts', 'build.ts')], { cwd: root });
process.exit(reportTally('vscode', await runLaunches(chosen)));
