import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isWorkBegun, tryWriterLock } from '../../../src/engines/sqlite/writerLock.ts';
import { withFolder } from '../indexer/folder.ts';

const script = fileURLToPath(new URL('./lockHolder.ts', import.meta.url));

describe('writerLock', () => {
  it('is had by one at a time, and is free again after it was given back', () =>
    withFolder((folder) => {
      const file = join(folder, 'a', 'index.sqlite');
      const first = tryWriterLock(file)!;
      assert.equal(first.isAfterDeath, false);
      assert.equal(tryWriterLock(file), undefined);
      first.beginWork();
      assert.equal(isWorkBegun(file), true);
      first.release();
      assert.equal(isWorkBegun(file), false);
      const second = tryWriterLock(file)!;
      assert.equal(second.isAfterDeath, false);
      second.release();
      return Promise.resolve();
    }));

  it('is taken back from a process that is killed, and tells the next one', function () {
    this.timeout(30_000);
    return withFolder(async (folder) => {
      const file = join(folder, 'index.sqlite');
      const holder = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(holder.stdout, 'data');
      assert.equal(tryWriterLock(file, 200), undefined);
      holder.kill('SIGKILL');
      await once(holder, 'exit');
      const lock = tryWriterLock(file, 5000)!;
      assert.equal(lock.isAfterDeath, true);
      lock.release();
      assert.equal(isWorkBegun(file), true, 'whoever only looked has finished nothing');
      const worker = tryWriterLock(file)!;
      worker.beginWork();
      worker.release();
      assert.equal(isWorkBegun(file), false);
    });
  });
});
