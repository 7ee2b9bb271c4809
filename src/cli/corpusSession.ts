import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { CorpusIndex } from '../core/index.ts';
import { openSqliteIndex } from '../engines/sqlite/sqliteIndex.ts';
import { probeSqlite } from '../engines/sqlite/probeSqlite.ts';
import { createThreadPool, type AnalysisPool } from '../indexer/analysisPool.ts';
import { indexCorpus, type IndexingReport } from '../indexer/indexCorpus.ts';
import { indexFile } from '../indexer/location.ts';
import { createTextReader } from '../indexer/textReader.ts';
import { CliError, exitCodes, write, type CliIo } from './io.ts';

export interface CorpusSession {
  readonly io: CliIo;
  /** Absolute. */
  readonly root: string;
  readonly index: CorpusIndex;
  readonly pool: AnalysisPool;
  /** What bringing the index up to date did, just now. */
  readonly report: IndexingReport;
}

export interface CorpusSessionOptions {
  readonly io: CliIo;
  readonly installDir: string;
  /** Absolute. */
  readonly root: string;
  readonly storage?: string;
}

/** Opens the index of a folder, brings it up to date with progress on stderr, runs, closes. */
export async function withCorpus<T>(
  { io, installDir, root, storage }: CorpusSessionOptions,
  run: (session: CorpusSession) => Promise<T>,
): Promise<T> {
  requireFolder(root);
  requireEngine();
  const file = indexFile(storage === undefined ? defaultStorage(io) : path.resolve(io.cwd, storage), root);
  mkdirSync(path.dirname(file), { recursive: true });
  const { index } = openSqliteIndex(file, { readText: createTextReader(root) });
  const pool = createThreadPool({
    entry: path.join(installDir, 'dist', 'thread.js'),
    modelsDir: path.join(installDir, 'models'),
  });
  try {
    const report = await indexCorpus({ root, index, pool, signal: io.signal, onProgress: progressLine(io) });
    await clearProgress(io);
    return await run({ io, root, index, pool, report });
  } finally {
    await pool.close();
    await index.close();
  }
}

function requireFolder(root: string): void {
  let isFolder = false;
  try {
    isFolder = statSync(root).isDirectory();
  } catch {
    // Reported below: a missing folder and a file in its place are one mistake.
  }
  if (!isFolder) throw new CliError(`${root} is not a folder.`, exitCodes.usage);
}

function requireEngine(): void {
  const engine = probeSqlite();
  if (engine.ok) return;
  throw new CliError(`${engine.reason} “analyze” and “clean” work without it.`, exitCodes.engineMissing);
}

function defaultStorage({ env }: CliIo): string {
  if (env.CORPUS_EXPLORER_HOME) return env.CORPUS_EXPLORER_HOME;
  if (process.platform === 'win32' && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, 'corpus-explorer');
  if (process.platform === 'darwin')
    return path.join(homedir(), 'Library', 'Application Support', 'corpus-explorer');
  return path.join(env.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'corpus-explorer');
}

const clearedLine = '\r\u001b[K';

const isTerminal = ({ stderr }: CliIo): boolean => (stderr as { isTTY?: boolean }).isTTY === true;

/** Takes the line of `progressLine` away. */
export async function clearProgress(io: CliIo): Promise<void> {
  if (isTerminal(io)) await write(io.stderr, clearedLine);
}

/** One line that overwrites itself on a terminal; nothing where the output is kept. */
export function progressLine(io: CliIo): (progress: { phase: string; done: number; total: number }) => void {
  return ({ phase, done, total }) => {
    if (isTerminal(io))
      void write(io.stderr, `${clearedLine}${phase} ${done}${total > 0 ? ` of ${total}` : ''}`);
  };
}
