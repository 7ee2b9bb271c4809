import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ArticleId, CorpusIndex, KnownPlace } from '../core/index.ts';
import { probeSqlite } from '../engines/sqlite/probeSqlite.ts';
import { createThreadPool, type AnalysisPool } from '../indexer/analysisPool.ts';
import { indexCorpus, type IndexingReport } from '../indexer/indexCorpus.ts';
import { analyserVersion, takeAnalyser } from '../indexer/indexAnalyser.ts';
import { modelsVersion } from '../indexer/modelsVersion.ts';
import { indexFile } from '../indexer/location.ts';
import { createTextReader } from '../indexer/textReader.ts';
import { SharedIndex } from '../indexer/sharedIndex.ts';
import { noteCurationProblems } from './curationOfFile.ts';
import { CliError, exitCodes, note, write, type CliIo } from './io.ts';

/** What a question needs: of a folder's index, or of a corpus in a cluster. */
export interface AskedSession {
  readonly io: CliIo;
  /** The absolute path of the folder, or the address in a cluster. */
  readonly root: string;
  readonly index: CorpusIndex;
  /** The text of an article as it was indexed; undefined when that cannot be had any more. */
  readonly readText: (id: ArticleId, place?: KnownPlace) => Promise<string | undefined>;
}

export interface CorpusSession extends AskedSession {
  readonly pool: AnalysisPool;
  /** What bringing the index up to date did, just now. Undefined where another process was at it. */
  readonly report: IndexingReport | undefined;
}

export interface CorpusSessionOptions {
  readonly io: CliIo;
  readonly installDir: string;
  /** Absolute. */
  readonly root: string;
  readonly storage?: string;
  /** Waits for as long as another process writes the index. Else it is soon read as it is. */
  readonly mustBeWhole?: boolean;
  /** Folder with a model of the user's own, which finds the names then. */
  readonly model?: string;
}

/** Most windows write for a moment only: a saved file, a correction. */
const waitMs = 2000;

/**
 * Opens the index of a folder, brings it up to date with progress on stderr, runs, closes. While a window or another
 * command writes the index, it is read as it is, which is said on stderr; an answer from half a corpus ends with `partial`.
 */
export async function withCorpus(
  { io, installDir, root, storage, model, mustBeWhole = false }: CorpusSessionOptions,
  run: (session: CorpusSession) => Promise<number>,
): Promise<number> {
  requireFolder(root);
  requireEngine();
  const file = indexFile(storage === undefined ? defaultStorage(io) : path.resolve(io.cwd, storage), root);
  const ownModel = ownModelFolder(io, model);
  const version = await analyserVersion(modelsVersion(path.join(installDir, 'models')), ownModel);
  const shared = new SharedIndex({ file, root });
  const pool = createThreadPool({
    entry: path.join(installDir, 'dist', 'thread.js'),
    modelsDir: path.join(installDir, 'models'),
    ownModel,
  });
  try {
    const startAnew = async (): Promise<void> => {
      await note(
        io,
        'The index is made anew: it was made by another version, or with another model for names.',
      );
      await shared.startAnew();
    };
    const bringUpToDate = async (signal: AbortSignal): Promise<IndexingReport> => {
      if (!signal.aborted) await takeAnalyser({ index: shared.index, file, version, pool, startAnew });
      return indexCorpus({ root, index: shared.index, pool, signal, onProgress: progressLine(io) });
    };
    const written = await shared.write(() => bringUpToDate(io.signal), {
      signal: io.signal,
      ...(mustBeWhole ? { onWaiting: () => void note(io, waitingNote) } : { waitMs }),
    });
    await clearProgress(io);
    await noteCurationProblems(io, root);
    const asked = { io, root, index: shared.index, readText: createTextReader(root), pool };
    const report = written?.done ?? (io.signal.aborted ? await bringUpToDate(io.signal) : undefined);
    if (report) return await run({ ...asked, report });
    const { articles, isComplete } = await shared.index.status();
    await note(io, readingNote(articles, isComplete));
    const code = await run({ ...asked, report });
    return isComplete || code !== exitCodes.ok ? code : exitCodes.partial;
  } finally {
    await pool.close();
    await shared.close();
  }
}

const waitingNote = 'A window or another command is writing the index of this folder: waiting for it to end.';

function readingNote(articles: number, isComplete: boolean): string {
  const state = isComplete ? 'what changes just now may be missing' : 'not all of the folder is read yet';
  return (
    `A window or another command is writing the index of this folder: answered from the ` +
    `${articles} article${articles === 1 ? '' : 's'} in it, ${state}.`
  );
}

/** The folder of a model that a command is told of, or all commands are; absolute. */
export function ownModelFolder({ cwd, env }: CliIo, model?: string): string | undefined {
  const folder = model ?? env.CORPUS_EXPLORER_MODEL;
  return folder ? path.resolve(cwd, folder) : undefined;
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

export function defaultStorage({ env }: CliIo): string {
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
