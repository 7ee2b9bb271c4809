import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Database } from './database.ts';
import { probeSqlite, sqliteModule } from './probeSqlite.ts';
import { schema, schemaVersion } from './schema.ts';
import { tryWriterLock } from './writerLock.ts';

/** `rebuilt`: what was there could not be used (`reason`) and was deleted; the index is empty. */
export interface OpenedDatabase {
  readonly database: Database;
  readonly state: 'opened' | 'created' | 'rebuilt';
  readonly reason?: 'damaged' | 'olderVersion';
}

/** Nothing can be opened; the message says what happened and what to do. */
export class IndexUnavailable extends Error {
  override readonly name = 'IndexUnavailable';
  readonly rule:
    | 'noSqlite'
    | 'noFullTextSearch'
    | 'newerVersion'
    | 'notReadable'
    | 'notWritable'
    | 'damaged'
    | 'heldElsewhere';

  constructor(rule: IndexUnavailable['rule'], message: string) {
    super(message);
    this.rule = rule;
  }
}

/** How long a writer waits for another one. */
const busyTimeoutMs = 5000;
/** How long an index that another process is just making is waited for. */
const makingTimeoutMs = 2000;

export interface OpeningOptions {
  /** Nothing is written, not even a missing index created. */
  readonly isReadOnly?: boolean;
  /** The caller holds the writer's lock of this file. */
  readonly isWriter?: boolean;
}

/**
 * Opens an index file or creates it. A damaged or older one is deleted and made anew: all it held can be read from the
 * corpus again. One of a newer version is refused, so that two versions side by side do not destroy each other's work.
 * Only who may write to an index makes or deletes it.
 */
export function openDatabase(file: string, options: OpeningOptions = {}): OpenedDatabase {
  const probe = probeSqlite();
  if (!probe.ok) throw new IndexUnavailable(probe.rule, probe.reason);
  if (file === inMemory) return { database: create(file), state: 'created' };
  const found = find(file, options.isReadOnly === true);
  if (typeof found === 'object') return { database: found, state: 'opened' };
  if (options.isReadOnly) throw new IndexUnavailable('notReadable', unreadable(file, found));
  if (options.isWriter) return make(file, found);
  const lock = tryWriterLock(file, makingTimeoutMs);
  if (!lock) throw new IndexUnavailable('heldElsewhere', heldElsewhere(file));
  try {
    // Somebody else may have made it meanwhile.
    const foundThen = find(file, false);
    return typeof foundThen === 'object' ? { database: foundThen, state: 'opened' } : make(file, foundThen);
  } finally {
    lock.release();
  }
}

/** Deletes an index, with what SQLite keeps beside it. Throws `IndexUnavailable` where another process holds it open. */
export function deleteDatabase(file: string): void {
  try {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
  } catch (error) {
    // Windows deletes no file that is open somewhere.
    throw new IndexUnavailable('heldElsewhere', `${heldElsewhere(file)} (${(error as Error).message})`);
  }
}

const inMemory = ':memory:';

type Unusable = 'missing' | 'damaged' | 'olderVersion';

function find(file: string, isReadOnly: boolean): Database | Unusable {
  if (!existsSync(file)) return 'missing';
  const found = inspect(file, isReadOnly);
  if (found !== 'newerVersion') return found;
  const message =
    `The index ${file} was written by a newer version of Corpus Explorer. Update Corpus Explorer, or delete the file ` +
    'to build the index anew.';
  throw new IndexUnavailable('newerVersion', message);
}

function make(file: string, found: Unusable): OpenedDatabase {
  deleteDatabase(file);
  const database = create(file);
  return found === 'missing' ? { database, state: 'created' } : { database, state: 'rebuilt', reason: found };
}

function unreadable(file: string, found: Unusable): string {
  return found === 'missing'
    ? `There is no index at ${file}.`
    : `The index ${file} cannot be used: ${found}.`;
}

function heldElsewhere(file: string): string {
  return `The index ${file} has to be built anew, and another window or command holds it. Close that one, then try again.`;
}

function create(file: string): Database {
  if (file !== inMemory) mkdirSync(dirname(file), { recursive: true });
  const connection = connect(file, false);
  connection.exec(`BEGIN; ${schema} PRAGMA user_version = ${schemaVersion}; COMMIT`);
  return new Database(connection);
}

function inspect(file: string, isReadOnly: boolean): Database | 'damaged' | 'olderVersion' | 'newerVersion' {
  if (isTruncated(file)) return 'damaged';
  let connection: DatabaseSync | undefined;
  try {
    connection = connect(file, isReadOnly);
    const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version === schemaVersion) {
      connection.prepare('SELECT value FROM meta').all();
      return new Database(connection);
    }
    connection.close();
    if (version === 0) return 'damaged';
    return version > schemaVersion ? 'newerVersion' : 'olderVersion';
  } catch (error) {
    if (connection?.isOpen) connection.close();
    if (isUnusable(error)) return 'damaged';
    throw error;
  }
}

/** Whether opening failed because the file is not, or no longer, a sound database with our tables. */
function isUnusable(error: unknown): boolean {
  return isDamage(error) || resultCode(error) === resultCodes.error;
}

/** Whether an answer failed because the file is damaged: pages that nobody had looked at before. */
export function isDamage(error: unknown): boolean {
  return [resultCodes.corrupt, resultCodes.notADatabase].includes(resultCode(error));
}

/** Whether nothing could be written: the disk is full, or is not there any more. What was written before holds. */
export function isUnwritable(error: unknown): boolean {
  return [resultCodes.ioError, resultCodes.full].includes(resultCode(error));
}

/** Of SQLite, <https://www.sqlite.org/rescode.html>; `error` is what a missing table gives. */
const resultCodes = { error: 1, ioError: 10, corrupt: 11, full: 13, notADatabase: 26 };

function resultCode(error: unknown): number {
  const code = (error as { errcode?: unknown }).errcode;
  // Extended codes say more in their higher bits.
  return typeof code === 'number' ? code & 0xff : 0;
}

function connect(file: string, isReadOnly: boolean): DatabaseSync {
  const sqlite = sqliteModule()!;
  const connection = new sqlite.DatabaseSync(file, { readOnly: isReadOnly, timeout: busyTimeoutMs });
  try {
    // In WAL mode NORMAL loses no more than the last batches when the machine itself dies, and nothing on kill -9.
    if (!isReadOnly) connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    // In kibibytes. Twice as much made neither questions nor writing faster: the system keeps the file in memory, too.
    connection.exec('PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY');
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/**
 * A file shorter than its own header says: SQLite would find out only when it reaches the missing pages. With a log
 * beside it the header may be ahead of the file, and the log holds the rest.
 */
function isTruncated(file: string): boolean {
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return false;
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(100);
    const size = fstatSync(handle).size;
    if (size === 0) return false;
    if (readSync(handle, header, 0, 100, 0) < 100) return true;
    const pageSize = header.readUInt16BE(16);
    return size < header.readUInt32BE(28) * (pageSize === 1 ? 65536 : pageSize);
  } finally {
    closeSync(handle);
  }
}
