import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyLanguageTables } from '../../scripts/lazyLanguageTables.ts';
import { workerFlags } from '../../src/worker/client.ts';
import type { Serving } from './askStore.ts';
import type { Task } from './child.ts';
import type { Filling } from './fillStore.ts';
import type { Elapsed } from './measure.ts';

type Result<T extends Task> = T extends { kind: 'fill' }
  ? Filling
  : T extends { kind: 'analyze' }
    ? Elapsed
    : Serving;

/**
 * Runs a part of the benchmark in a process of its own, bundled as the extension is: nothing is warm, its memory is its own,
 * and no TypeScript is compiled in it.
 */
export async function inChild<T extends Task>(folder: string, task: T): Promise<Result<T>> {
  const script = join(folder, 'child.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./child.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [lazyLanguageTables],
    // Libraries that are CommonJS inside ask for `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const child = fork(script, [JSON.stringify(task)], { execArgv: [...workerFlags] });
  return new Promise((resolve, reject) => {
    child.on('message', (result) => {
      resolve(result as Result<T>);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(new Error(`A part of the benchmark ended with ${code ?? 'a signal'} and said nothing.`));
    });
  });
}
