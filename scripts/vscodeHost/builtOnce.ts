import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A folder that is expensive to build and never changes afterwards. `build` fills a temporary folder beside it, which takes its
 * name only when complete. Callers in other processes wait for the one that builds; one that died is replaced.
 */
export async function builtOnce(
  folder: string,
  build: (temporary: string) => Promise<void>,
): Promise<string> {
  mkdirSync(path.dirname(folder), { recursive: true });
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (!take(lock)) {
      await sleep(500);
      continue;
    }
    const temporary = `${folder}.building`;
    try {
      if (existsSync(folder)) break;
      rmSync(temporary, { recursive: true, force: true });
      mkdirSync(temporary);
      await build(temporary);
      renameSync(temporary, folder);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
      rmSync(lock, { force: true });
    }
  }
  return folder;
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // An empty lock is one that is being written.
    if (pid !== 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, of another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
