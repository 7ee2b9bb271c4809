import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { entryOf } from '../../src/core/index.ts';
import { generateCorpus } from './generateCorpus.ts';
import { startClock, type Elapsed } from './measure.ts';

export interface CorpusOnDisk {
  readonly files: readonly string[];
  readonly bytes: number;
}

/** Writes the generated articles, one file each. */
export function writeCorpus(root: string, count: number, seed: number): CorpusOnDisk {
  const files: string[] = [];
  const folders = new Set<string>();
  let bytes = 0;
  for (const { path, text } of generateCorpus(count, seed)) {
    const file = join(root, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
    files.push(file);
  }
  return { files, bytes };
}

/** The cheapest way that was found to read all of it: one file after the other into one buffer. */
export function readFloor(files: readonly string[]): Elapsed {
  const buffer = Buffer.alloc(65_536);
  const stop = startClock();
  for (const file of files) {
    const handle = openSync(file, 'r');
    readSync(handle, buffer, 0, buffer.length, 0);
    closeSync(handle);
  }
  return stop();
}

/** A bare walk: every folder listed, every file's stamp taken, 64 at once, nothing kept. */
export async function walkFloor(root: string): Promise<Elapsed> {
  const stop = startClock();
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const files: string[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      (entry.isDirectory() ? folders : files).push(join(folder, entry.name));
    }
    for (let i = 0; i < files.length; i += 64)
      await Promise.all(files.slice(i, i + 64).map((file) => stat(file)));
  }
  return stop();
}

/** Articles that tell what SQLite alone takes: it grows little with more. */
const bareArticles = 5000;

/** The same words into a full-text table of SQLite and nothing else, in milliseconds an article. */
export function bareSqlFloor(file: string, count: number, seed: number): Elapsed {
  const size = Math.min(count, bareArticles);
  const rows = [...generateCorpus(size, seed)].map(({ path, analysis }) => entryOf(path, analysis));
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', contentless_delete=1, tokenize='ascii')`);
  const insert = database.prepare('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)');
  const stop = startClock();
  for (let first = 0; first < size; first += 150) {
    database.exec('BEGIN');
    rows
      .slice(first, first + 150)
      .forEach(({ titleWords, words }, i) => insert.run(first + i + 1, titleWords, words));
    database.exec('COMMIT');
  }
  const { wallMs, cpuMs } = stop();
  database.close();
  return { wallMs: wallMs / size, cpuMs: cpuMs / size };
}
