import { realpath, readdir, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileStamp, SkippedFile } from '../core/index.ts';
import { inTime } from '../formats/inTime.ts';
import { readingProblem } from '../formats/readSourceFile.ts';
import { isSourceFile } from '../formats/sourceFormat.ts';

/** One thing that a walk came upon: a source file, or something that could not be followed. */
export type Walked =
  | { readonly kind: 'file'; readonly stamp: FileStamp }
  | { readonly kind: 'skipped'; readonly skipped: SkippedFile };

export interface WalkOptions {
  /** Only this folder of the corpus and all below it; relative to the root with `/`. */
  readonly below?: string;
  readonly signal?: AbortSignal | undefined;
  /** Whether links may lead out of the corpus; they may by default. */
  readonly followsLinksOut?: boolean | undefined;
}

/** System calls at once: more do not make a local disk faster, and a network share needs some. */
const statsAtOnce = 64;

/**
 * Finds the source files of a corpus, folder by folder, in the order of names. Hidden folders and files and
 * `node_modules` are left aside. Links are followed when they lead out of the corpus, unless that is forbidden; what they
 * lead to inside it is read in its own place. Throws when the root itself cannot be read: nothing can be said of its files then.
 */
export async function* walkCorpus(
  root: string,
  { below, signal, followsLinksOut = true }: WalkOptions = {},
): AsyncGenerator<Walked> {
  const realRoot = await inTime(realpath(root));
  const folders = [below ?? ''];
  const walk: Walk = { root, realRoot, followsLinksOut, seen: new Map([[realRoot, '']]), folders };
  if (below === undefined) await inTime(readdir(root));
  for (let folder = walk.folders.pop(); folder !== undefined; folder = walk.folders.pop()) {
    if (signal?.aborted) return;
    yield* walkFolder(walk, folder, signal);
  }
}

/** Whether a path, relative to the root with `/`, is one that a walk looks at. */
export function isWalkedPath(path: string): boolean {
  return !path.split('/').some(isLeftAside);
}

/** Whether a path, relative to the root with `/`, lies in the corpus once all links on the way are followed. */
export async function isReallyInside(root: string, path: string): Promise<boolean> {
  try {
    return isWithin(await realpath(join(root, path)), await realpath(root));
  } catch {
    // What is gone leads nowhere.
    return true;
  }
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly followsLinksOut: boolean;
  /** Real paths of the root and of folders outside it that were followed, with their places in the corpus. */
  readonly seen: Map<string, string>;
  /** Still to be walked, last first. */
  readonly folders: string[];
}

async function* walkFolder(walk: Walk, folder: string, signal?: AbortSignal): AsyncGenerator<Walked> {
  let entries: Dirent[];
  try {
    entries = await inTime(readdir(join(walk.root, folder), { withFileTypes: true }));
  } catch (error) {
    yield { kind: 'skipped', skipped: { path: folder, evidence: readingProblem(error) } };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inside = folder === '' ? '' : `${folder}/`;
  const folders: string[] = [];
  const files: string[] = [];
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    if (isLeftAside(entry.name) || isPartOfPage(entry, names)) continue;
    const path = inside + entry.name;
    if (entry.isSymbolicLink()) {
      const target = await followLink(walk, path);
      if (target === 'folder') folders.push(path);
      else if (target === 'file') files.push(path);
      else if (target) yield { kind: 'skipped', skipped: target };
    } else if (entry.isDirectory()) folders.push(path);
    else if (isSourceFile(entry.name)) files.push(path);
  }
  walk.folders.push(...folders.reverse());
  for (let i = 0; i < files.length && !signal?.aborted; i += statsAtOnce) {
    yield* await Promise.all(files.slice(i, i + statsAtOnce).map((path) => statFile(walk.root, path)));
  }
}

async function statFile(root: string, path: string): Promise<Walked> {
  try {
    const { mtimeMs, size } = await inTime(stat(join(root, path)));
    return { kind: 'file', stamp: { path, modifiedMs: mtimeMs, size } };
  } catch (error) {
    return { kind: 'skipped', skipped: { path, evidence: readingProblem(error) } };
  }
}

/** What a link leads to, if it is to be followed; what to report of it otherwise; nothing for links to other files. */
async function followLink(
  { root, realRoot, followsLinksOut, seen }: Walk,
  path: string,
): Promise<'folder' | 'file' | SkippedFile | undefined> {
  let target: string;
  let isFolder: boolean;
  try {
    target = await inTime(realpath(join(root, path)));
    isFolder = (await inTime(stat(target))).isDirectory();
  } catch (error) {
    const evidence = readingProblem(error);
    if (evidence.rule === 'linkLoop') return { path, evidence, isRead: true };
    const isMissing = evidence.rule === 'vanished';
    if (isMissing && !isSourceFile(path)) return undefined;
    return { path, evidence: isMissing ? { rule: 'brokenLink' } : evidence };
  }
  if (!isFolder && !isSourceFile(path)) return undefined;
  const place = placeOf(target, seen);
  const isAbove = path.startsWith(`${place ?? ''}/`) || place === '';
  if (isFolder && (isAbove || isWithin(realRoot, target)))
    return { path, evidence: { rule: 'linkLoop' }, isRead: true };
  // A hidden folder is not walked, so what a link shows of it is read nowhere else.
  if (place !== undefined && isWalkedPath(place)) {
    return { path, evidence: { rule: 'linkInside', values: { target: place } }, isRead: true };
  }
  if (!followsLinksOut && !isWithin(target, realRoot))
    return { path, evidence: { rule: 'linkOutside' }, isRead: true };
  if (isFolder) seen.set(target, path);
  return isFolder ? 'folder' : 'file';
}

/** Where in the corpus a real path is read, if it is. */
function placeOf(target: string, seen: ReadonlyMap<string, string>): string | undefined {
  for (const [real, place] of seen) {
    if (!isWithin(target, real)) continue;
    const below = relative(real, target).split(sep).join('/');
    return [place, below].filter((part) => part !== '').join('/');
  }
  return undefined;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A browser saves what a page is made of in a folder beside it: scripts, pictures, frames with a page of their own. */
function isPartOfPage(entry: Dirent, names: ReadonlySet<string>): boolean {
  const page = /^(.+)(?:_files|_fichiers|_archivos|_ficheiros|_bestanden|-Dateien|\.files)$/.exec(
    entry.name,
  )?.[1];
  return page !== undefined && entry.isDirectory() && (names.has(`${page}.html`) || names.has(`${page}.htm`));
}

function isLeftAside(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
