import type { FileStamp } from '../../core/index.ts';
import type { Cell, Database, Tuple } from './database.ts';

const columns = 'path, modified_ms, iif(is_partial, -1, size)';
/** `0` is the character after `/`: the range holds all paths that begin with `under/`. */
const below = `SELECT ${columns} FROM file WHERE path = ? OR (path > ? || '/' AND path < ? || '0')`;
const after = `SELECT ${columns}, id FROM file WHERE id > ? ORDER BY id LIMIT ?`;
/** Rows in memory beside what is made of them. */
const rowsAtOnce = 4096;

/** The files that an index knows, as they were when they were read. One that was not read to its end has a size that no file has. */
export function allStamps(database: Database): ReadonlyMap<string, FileStamp> {
  const stamps = new Map<string, FileStamp>();
  let rows: readonly Tuple[];
  let last: Cell = 0;
  do {
    rows = database.tuples(after, last, rowsAtOnce);
    for (const row of rows) take(stamps, row);
    last = rows.at(-1)?.[3] ?? last;
  } while (rows.length === rowsAtOnce);
  return stamps;
}

/** A file, or all files of a folder and below it. */
export function stampsBelow(database: Database, path: string): ReadonlyMap<string, FileStamp> {
  const stamps = new Map<string, FileStamp>();
  for (const row of database.tuples(below, path, path, path)) take(stamps, row);
  return stamps;
}

function take(stamps: Map<string, FileStamp>, row: Tuple): void {
  const path = String(row[0]);
  stamps.set(path, { path, modifiedMs: Number(row[1]), size: Number(row[2]) });
}
