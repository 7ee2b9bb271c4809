import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { performance } from 'node:perf_hooks';
import { extension } from '../support/extension.ts';

describe('Activation', () => {
  const seen: string[] = [];
  const restore: (() => void)[] = [];
  let elapsedMs = 0;

  before(async () => {
    assert.equal(extension().isActive, false, 'nothing has asked for the extension yet');
    for (const name of [
      'readdir',
      'readdirSync',
      'opendir',
      'opendirSync',
      'readFile',
      'readFileSync',
    ] as const)
      watch(fs, name);
    for (const name of ['readdir', 'opendir', 'readFile'] as const) watch(fs.promises, name);
    for (const name of ['spawn', 'fork', 'exec', 'execFile'] as const) watch(childProcess, name);
    const started = performance.now();
    await extension().activate();
    elapsedMs = performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  after(() => {
    for (const put of restore) put();
  });

  it('takes less than 100 ms', () => {
    assert.ok(elapsedMs < 100, `${elapsedMs.toFixed(0)} ms`);
  });

  it('reads no folder and no file, and starts no process', () => {
    // Reading its own code is what activation is.
    const ownCode = /corpus-explorer.*\bdist\b|\/dist\/extension\.cjs/;
    assert.deepEqual(
      seen.filter((call) => !ownCode.test(call)),
      [],
    );
  });

  /** Notes every call from now on. */
  function watch(module: object, name: string): void {
    const functions = module as Record<string, (...values: unknown[]) => unknown>;
    const original = functions[name]!;
    functions[name] = (...values) => {
      seen.push(`${name}(${String(values[0])})`);
      return original.apply(module, values);
    };
    restore.push(() => {
      functions[name] = original;
    });
  }
});
