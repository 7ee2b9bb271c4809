import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { workspace } from 'vscode';
import { resultOf, type MochaResult } from '../../../scripts/mochaResult.ts';

/**
 * Runs in the extension host: what `load` defines with `describe` and `it`. Lines go to `output.txt` and the counts to
 * `result.json` in `folder`; a host that dies leaves no result, whatever VS Code then says of its exit code.
 */
export async function runInHost(folder: string, opensFolder: boolean, load: () => void): Promise<void> {
  const print = (...values: readonly unknown[]): void => {
    appendFileSync(path.join(folder, 'output.txt'), `${format(...values)}\n`);
  };
  // The host's console methods are accessors that ignore an assignment.
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    Object.defineProperty(console, method, { value: print, configurable: true, writable: true });
  }
  if (opensFolder && !(await workspaceIsOpen())) {
    writeFileSync(path.join(folder, 'unopened'), '');
    throw new Error('VS Code opened its window without the folder');
  }
  const result = await runMocha(load).catch((error: unknown) => {
    print(error);
    throw error;
  });
  writeFileSync(path.join(folder, 'result.json'), JSON.stringify(result));
  if (result.stats.failures > 0) throw new Error(`${result.stats.failures} failed`);
}

/** VS Code in a browser starts the extension host before it has read a `.code-workspace` file. */
async function workspaceIsOpen(): Promise<boolean> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    if ((workspace.workspaceFolders?.length ?? 0) > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function runMocha(load: () => void): Promise<MochaResult> {
  // Mocha keeps the console's methods when it is loaded, hence not before now.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  load();
  return resultOf(mocha);
}
