import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inTime } from '../inTime.ts';
import { curationPath } from './curationFile.ts';
import { applyEdits, editCuration, type CurationEdit, type CurationUndo } from './editCuration.ts';

/** What became of edits of the file. */
export type CurationWriting =
  | { readonly isDone: true; readonly undo: CurationUndo }
  | {
      readonly isDone: false;
      readonly reason: 'notReadable' | 'notEditable' | 'changedSince' | 'noRights' | 'busy' | 'failed';
    };

/** The text of the curation file of a corpus; `undefined` when there is none. Rejects when it cannot be read. */
export async function loadCurationText(root: string): Promise<string | undefined> {
  try {
    return await readWhole(join(root, curationPath));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** A pipe in the place of the file would be waited for without end, and nobody writes so many choices. */
async function readWhole(file: string): Promise<string> {
  const found = await inTime(stat(file));
  if (!found.isFile() || found.size > largestFile) throw new Error(`${file} is no file of choices.`);
  return inTime(readFile(file, 'utf8'));
}

/** Bytes. */
const largestFile = 50_000_000;

/** How long a writer waits for another one, and after how long a lock is one that nobody holds any more. */
const patienceMs = 5000;
const abandonedMs = 10_000;
const retryMs = 25;

/**
 * Makes the curation file of a corpus say some choices, or say them no more, all of them or none; with `after` only
 * where it still says that. Two writers, in two windows, wait for each other; a reader sees the file as it was or as it
 * is then. Never rejects.
 */
export async function writeCuration(
  root: string,
  edits: readonly CurationEdit[],
  after?: readonly CurationEdit[],
): Promise<CurationWriting> {
  try {
    await mkdir(dirname(join(root, curationPath)), { recursive: true });
    // A link is followed: the file itself is replaced, not the link.
    const file = await realpath(join(root, curationPath)).catch(() => join(root, curationPath));
    return await withLock(`${file}.lock`, () => rewrite(file, edits, after));
  } catch (error) {
    const code = codeOf(error);
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return { isDone: false, reason: 'noRights' };
    return { isDone: false, reason: code === 'EBUSY' ? 'busy' : 'failed' };
  }
}

async function rewrite(
  file: string,
  edits: readonly CurationEdit[],
  after: readonly CurationEdit[] | undefined,
): Promise<CurationWriting> {
  const before = await readWhole(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  const editing = editCuration(before ?? '', edits, after);
  if ('refusal' in editing) return { isDone: false, reason: editing.refusal };
  if (editing.edits.length > 0) await replaceFile(file, applyEdits(before ?? '', editing.edits));
  return { isDone: true, undo: editing.undo };
}

/** The file is the old one or the new one at every moment, even when the machine stops. */
async function replaceFile(file: string, text: string): Promise<void> {
  const mode = await stat(file).then(
    (found) => found.mode,
    () => undefined,
  );
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, text, { flush: true });
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  for (;;) {
    try {
      await (await open(lock, 'wx')).close();
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      await removeAbandoned(lock);
      if (Date.now() - since > patienceMs) throw Object.assign(new Error('locked'), { code: 'EBUSY' });
      await wait(retryMs);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Whoever held it was ended in the middle: writing takes milliseconds. */
async function removeAbandoned(lock: string): Promise<void> {
  const found = await stat(lock).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(lock, { force: true });
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : '';
}
