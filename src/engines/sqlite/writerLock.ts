import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sqliteModule } from './probeSqlite.ts';

/** The right to write to one index. */
export interface WriterLock {
  /** The last one who had it ended, or was killed, in the middle of its work. */
  readonly isAfterDeath: boolean;
  /** To be called when work begins: whoever has the right after this process dies is told so. */
  beginWork(): void;
  release(): void;
}

/**
 * Takes the right to write to an index file, unless another process has it: `undefined` then. Waits for it up to `waitMs`,
 * in which nothing else runs.
 *
 * The right is an exclusive transaction on an empty database beside the index. So it is the operating system that keeps
 * it, on every platform, and that takes it back from a process that dies, in whatever way: there is no process id to go
 * stale. A small file says that work was begun; the next writer finds it when nobody took it away.
 */
export function tryWriterLock(file: string, waitMs = 0): WriterLock | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new (sqliteModule()!.DatabaseSync)(`${file}-writer`, { timeout: waitMs });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if ((error as { errcode?: unknown }).errcode === busy) return undefined;
    throw error;
  }
  held.add(connection);
  const mark = markOf(file);
  let hasBegun = false;
  return {
    isAfterDeath: existsSync(mark),
    beginWork() {
      hasBegun = true;
      try {
        writeFileSync(mark, '');
      } catch {
        // A full disk: without the mark, a death is found out when a folder is next read as a whole.
      }
    },
    release() {
      if (hasBegun) rmSync(mark, { force: true });
      if (held.delete(connection)) connection.close();
    },
  };
}

/** Whether somebody is at work on an index, or died of it. */
export function isWorkBegun(file: string): boolean {
  return existsSync(markOf(file));
}

/** A connection that nobody refers to any more is collected and closed, and the right would be lost with it. */
const held = new Set<DatabaseSync>();

/** <https://www.sqlite.org/rescode.html#busy> */
const busy = 5;

function markOf(file: string): string {
  return `${file}-writing`;
}
