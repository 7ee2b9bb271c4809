import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { processorMs } from '../support/busyStretch.ts';
import { extension, folder } from '../support/extension.ts';

const readers = ['readdir', 'readdirSync', 'opendir', 'opendirSync', 'readFile', 'readFileSync'];

describe('Activation', () => {
  const seen: string[] = [];
  const restore: (() => void)[] = [];
  let elapsedMs = 0;
  const ownCode = path.join(extension().extensionPath, 'dist');

  before(async () => {
    assert.equal(extension().isActive, false, 'nothing has asked for the extension yet');
    for (const name of readers) watch(fs, name);
    for (const name of readers.filter((reader) => !reader.endsWith('Sync'))) watch(fs.promises, name);
    for (const name of ['spawn', 'fork', 'exec', 'execFile']) watch(childProcess, name);
    // VS Code's own extensions have their start first.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const started = processorMs();
    await extension().activate();
    elapsedMs = processorMs() - started;
    console.log(`extension host: activation ${elapsedMs.toFixed(1)} ms`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  after(() => {
    for (const put of restore) put();
  });

  it('reads no folder and no file, and starts no process', () => {
    assert.deepEqual(seen, []);
  });

  /** Notes calls from now on that the extension makes, or that go to the open folder; VS Code's own extensions start now too. */
  function watch(module: object, name: string): void {
    const functions = module as Record<string, (...values: unknown[]) => unknown>;
    const original = functions[name]!;
    functions[name] = (...values) => {
      const call = `${name}(${String(values[0])})`;
      const isOwn = new Error().stack?.includes(ownCode) === true;
      if (isOwn || call.includes(folder().fsPath)) seen.push(call);
      return original.apply(module, values);
    };
    restore.push(() => {
      functions[name] = original;
    });
  }
});
