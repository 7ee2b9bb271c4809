import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Evidence } from '../../core/index.ts';
import { isWalkedPath } from '../walkCorpus.ts';

/** One file a copy, or all of them as lines of one file. */
export type CopyFormat = 'txt' | 'jsonl';

/** The names of what lies in a folder of copies, beside the copies. */
export const targetNames = {
  articles: 'articles.jsonl',
  report: 'loss-report.md',
  articleTable: 'loss-report.csv',
  passageTable: 'loss-passages.csv',
  /** Where a run keeps how far it is. */
  state: '.corpus-explorer',
} as const;

/** What the folder of copies says of the run that made them. */
export interface RunState {
  readonly root: string;
  readonly format: CopyFormat;
  readonly withMap: boolean;
  readonly removesDoubtful: boolean;
  readonly isFinished: boolean;
  /** Articles done, as the last run left them. A run that was killed says what the run before it said. */
  readonly articles: number;
}

/** A path inside the state folder. */
export function statePath(target: string, name: string): string {
  return path.join(target, targetNames.state, name);
}

/** The run that a folder holds; undefined when it holds none. */
export async function readRunState(target: string): Promise<RunState | undefined> {
  try {
    const state = JSON.parse(await readFile(statePath(target, 'run.json'), 'utf8')) as Partial<RunState>;
    const { root, format, isFinished = false, articles = 0 } = state;
    if (typeof root !== 'string' || (format !== 'txt' && format !== 'jsonl')) return undefined;
    const { withMap = false, removesDoubtful = false } = state;
    return { root, format, withMap, removesDoubtful, isFinished, articles };
  } catch {
    return undefined;
  }
}

export async function writeRunState(target: string, state: RunState): Promise<void> {
  await mkdir(statePath(target, ''), { recursive: true });
  await writeWhole(target, statePath(target, 'run.json'), `${JSON.stringify(state, null, 2)}\n`);
}

/**
 * Why a corpus cannot be cleaned into a folder; undefined when it can. The folder may be missing, empty, or hold an
 * earlier run of the same corpus and format. A folder that would be read as part of the corpus is none.
 */
export async function targetProblem(
  root: string,
  target: string,
  format: CopyFormat,
): Promise<Evidence | undefined> {
  const realRoot = await realpath(root);
  const fromRoot = path.relative(realRoot, await realPlace(target));
  const isInside = fromRoot.split(path.sep)[0] !== '..' && !path.isAbsolute(fromRoot);
  if (isInside && isWalkedPath(fromRoot.split(path.sep).join('/'))) return { rule: 'insideCorpus' };
  let names: string[];
  try {
    names = await readdir(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : code === 'ENOTDIR' ? { rule: 'notAFolder' } : writeProblem(error);
  }
  const state = await readRunState(target);
  if (state === undefined) {
    const foreign = names.filter((name) => name !== targetNames.state && !systemFiles.test(name));
    return foreign.length === 0 ? undefined : { rule: 'notEmpty' };
  }
  if (state.root !== realRoot) return { rule: 'otherCorpus', values: { root: state.root } };
  return state.format === format ? undefined : { rule: 'otherFormat' };
}

/** What file managers leave in every folder. */
const systemFiles = /^(\.DS_Store|desktop\.ini|Thumbs\.db|\.directory)$/i;

/** Where a path leads, links followed, whether it exists or not. */
async function realPlace(place: string): Promise<string> {
  try {
    return await realpath(place);
  } catch {
    const parent = path.dirname(place);
    return parent === place ? place : path.join(await realPlace(parent), path.basename(place));
  }
}

/** The copies cannot be written any further. */
export class CopyingStopped extends Error {
  override readonly name = 'CopyingStopped';
  readonly evidence: Evidence;

  constructor(evidence: Evidence) {
    super(evidence.rule);
    this.evidence = evidence;
  }
}

/** What a failed system call says of a folder of copies. */
export function writeProblem(error: unknown): Evidence {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { rule: 'diskFull' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { rule: 'noRights' };
  if (['ENOENT', 'ENOTDIR', 'ENXIO', 'ENODEV', 'ESTALE', 'EHOSTDOWN'].includes(code))
    return { rule: 'targetGone' };
  return { rule: 'cannotWrite', values: { code } };
}

/** Makes an error of the file system one that says what to do; others are passed on. */
export function stopped(error: unknown): unknown {
  const isOfSystem =
    typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in (error as object);
  return isOfSystem ? new CopyingStopped(writeProblem(error)) : error;
}

/** Writes beside and renames: whoever is killed leaves the old file or the new one. */
export async function writeWhole(target: string, file: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryFile(target);
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

let temporaryCount = 0;

/** A new name in the state folder, which is on the disk of the copies. What a killed run left there is swept away. */
export function temporaryFile(target: string): string {
  return statePath(target, `${process.pid}-${temporaryCount++}.tmp`);
}

/** Sweeps away what a killed run left, except for what it has done. */
export async function sweepState(target: string): Promise<void> {
  for (const name of await readdir(statePath(target, '')))
    if (name.endsWith('.tmp')) await rm(statePath(target, name), { force: true });
}

/** Takes the folder for one run; returns how to give it back. Throws `CopyingStopped` while another process has it. */
export async function lockTarget(target: string): Promise<() => Promise<void>> {
  const file = statePath(target, 'lock');
  const take = (): Promise<void> => writeFile(file, String(process.pid), { flag: 'wx' });
  try {
    await take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (isRunning(owner)) throw new CopyingStopped({ rule: 'busy', values: { process: String(owner) } });
    await rm(file, { force: true });
    await take();
  }
  return () => rm(file, { force: true }).catch(() => undefined);
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether something stands at a path. */
export async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}
