import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isClusterAddress, isFolderFormat, type Evidence, type ExportFormat } from '../../core/index.ts';
import { isWalkedPath } from '../walkCorpus.ts';

/**
 * Why an export cannot be written to a place; undefined when it can. Nothing is written into a corpus where it would be read as
 * articles, nor over a file of it. An existing file of another place is the caller's to ask about, by `mayReplace`.
 */
export async function exportProblem(
  root: string,
  target: string,
  format: ExportFormat,
  mayReplace: boolean,
): Promise<Evidence | undefined> {
  const real = await realPlace(path.resolve(target));
  // A corpus in a cluster has no files that could be read.
  const fromRoot = isClusterAddress(root) ? '..' : path.relative(await realpath(root), real);
  const isInside = fromRoot.split(path.sep)[0] !== '..' && !path.isAbsolute(fromRoot);
  const kind = await kindOf(real);
  if (isInside && isWalkedPath(fromRoot.split(path.sep).join('/'))) {
    if (kind === 'file') return { rule: 'isSource' };
    // Files that are not read as articles do no harm there.
    if (isFolderFormat(format) || !notRead.test(real)) return { rule: 'insideCorpus' };
  }
  if (isFolderFormat(format)) {
    if (kind === 'file') return { rule: 'notAFolder' };
    if (kind === 'folder' && (await readdir(real)).length > 0) return { rule: 'notEmpty' };
    return undefined;
  }
  if (kind === 'folder') return { rule: 'isAFolder' };
  return kind === 'file' && !mayReplace ? { rule: 'exists' } : undefined;
}

/** A corpus has no articles in files of this ending. */
const notRead = /\.bib$/i;

async function kindOf(place: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await lstat(place)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Where a path leads, links followed, whether it exists or not. */
async function realPlace(place: string): Promise<string> {
  try {
    return await realpath(place);
  } catch {
    const parent = path.dirname(place);
    return parent === place ? place : path.join(await realPlace(parent), path.basename(place));
  }
}
