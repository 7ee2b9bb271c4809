import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** One start of VS Code with tests in its extension host. */
export interface HostRun {
  /** The extension's folder. */
  readonly extension: string;
  /** A folder of its own with `tests.cjs`, whose `run()` writes `output.txt` and `result.json` beside it, or `unopened`. */
  readonly folder: string;
  /** A folder, a `.code-workspace` file, or nothing. */
  readonly open?: string;
  readonly timeoutMs: number;
}

/**
 * 0 passed, 1 failed, 97 VS Code ended, 98 its page crashed, 99 the extension host ended before the tests did, 124 too long.
 */
export type HostRunCode = 0 | 1 | 97 | 98 | 99 | 124;

export const testModule = (run: HostRun): string => path.join(run.folder, 'tests.cjs');

/** Prints what the tests write, while they write it. Returns a function that prints the rest and stops. */
export function followOutput(run: HostRun): () => void {
  const file = path.join(run.folder, 'output.txt');
  let printed = 0;
  const print = (): void => {
    if (!existsSync(file)) return;
    const bytes = readFileSync(file);
    process.stdout.write(bytes.subarray(printed));
    printed = bytes.length;
  };
  const timer = setInterval(print, 200);
  return () => {
    clearInterval(timer);
    print();
  };
}

export function clearResults(run: HostRun): void {
  for (const name of ['output.txt', 'result.json', 'unopened'])
    rmSync(path.join(run.folder, name), { force: true });
}

/** VS Code reports success when its extension host dies; only a written result counts. */
export function checkedCode(run: HostRun, code: HostRunCode): HostRunCode {
  if (code !== 0 && code !== 1) return code;
  return existsSync(path.join(run.folder, 'result.json')) ? code : 99;
}
