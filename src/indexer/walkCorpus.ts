import { stat as askStat, type Dirent, type Stats } from 'node:fs';
import { realpath, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileStamp, SkippedFile } from '../core/index.ts';
import { allInTime, inTime } from '../formats/inTime.ts';
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

/** Files asked for at once: more do not make a local disk faster, and a network share needs some. */
const statsAtOnce = 64;
/** Folders that are listed while the one before them is looked at. */
const foldersAhead = 8;

/**
 * Finds the source files of a corpus, folder by folder, in the order of names, and gives them some at a time. Hidden folders and files and
 * `node_modules` are left aside. Links are followed when they lead out of the corpus, unless that is forbidden; what they
 * lead to inside it is read in its own place. Throws when the root itself cannot be read: nothing can be said of its files then.
 */
export async function* walkCorpus(
  root: string,
  { below, signal, followsLinksOut = true }: WalkOptions = {},
): AsyncGenerator<readonly Walked[]> {
  const realRoot = await inTime(realpath(root));
  const seen = new Map([[realRoot, '']]);
  const walk: Walk = { root, realRoot, followsLinksOut, seen, folders: [{ path: below ?? '' }] };
  if (below === undefined) await inTime(readdir(root));
  const underWay: FilesUnderWay[] = [];
  let asked = 0;
  for (let folder = walk.folders.pop(); folder && !signal?.aborted; folder = walk.folders.pop()) {
    const { skipped, files } = await lookInto(walk, folder);
    if (skipped.length > 0) underWay.push({ count: 0, walked: Promise.resolve(skipped) });
    for (let i = 0; i < files.length; i += statsAtOnce) {
      const some = files.slice(i, i + statsAtOnce);
      while (asked > 0 && asked + some.length > statsAtOnce) {
        const { count, walked } = underWay.shift()!;
        asked -= count;
        const first = await walked;
        if (signal?.aborted) return;
        yield first;
      }
      asked += some.length;
      underWay.push({ count: some.length, walked: statFiles(root, some) });
    }
  }
  for (const { walked } of underWay) {
    const next = await walked;
    if (signal?.aborted) return;
    yield next;
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
  readonly folders: Folder[];
}

interface Folder {
  readonly path: string;
  /** Once it was asked for. */
  entries?: Promise<Dirent[]>;
}

/** Files of which the stamps were asked for. */
interface FilesUnderWay {
  readonly count: number;
  readonly walked: Promise<readonly Walked[]>;
}

/** The files of a folder, and what of it cannot be followed. Its folders are to be walked next. */
async function lookInto(
  walk: Walk,
  folder: Folder,
): Promise<{ readonly files: readonly string[]; readonly skipped: readonly Walked[] }> {
  let entries: Dirent[];
  try {
    entries = await listed(walk, folder);
  } catch (error) {
    return { files: [], skipped: [skippedFor(folder.path, error)] };
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inside = folder.path === '' ? '' : `${folder.path}/`;
  const folders: Folder[] = [];
  const files: string[] = [];
  const skipped: Walked[] = [];
  const isOfPage = partOfPage(entries);
  for (const entry of entries) {
    if (isLeftAside(entry.name)) continue;
    const path = inside + entry.name;
    if (entry.isSymbolicLink()) {
      const target = await followLink(walk, path);
      if (target === 'folder') folders.push({ path });
      else if (target === 'file') files.push(path);
      else if (target) skipped.push({ kind: 'skipped', skipped: target });
    } else if (entry.isDirectory()) {
      if (!isOfPage(entry.name)) folders.push({ path });
    } else if (isSourceFile(entry.name)) files.push(path);
  }
  walk.folders.push(...folders.reverse());
  for (const next of walk.folders.slice(-foldersAhead)) void listed(walk, next).catch(() => undefined);
  return { files, skipped };
}

function listed({ root }: Walk, folder: Folder): Promise<Dirent[]> {
  return (folder.entries ??= inTime(readdir(join(root, folder.path), { withFileTypes: true })));
}

async function statFiles(root: string, paths: readonly string[]): Promise<readonly Walked[]> {
  const found = await allInTime<string, Stats>(paths, (path, answer) => {
    askStat(`${root}/${path}`, answer);
  });
  return found.map((each, i) => {
    const path = paths[i]!;
    if (each instanceof Error) return skippedFor(path, each);
    return { kind: 'file', stamp: { path, modifiedMs: each.mtimeMs, size: each.size } };
  });
}

function skippedFor(path: string, error: unknown): Walked {
  return { kind: 'skipped', skipped: { path, evidence: readingProblem(error) } };
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
function partOfPage(beside: readonly Dirent[]): (folder: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  return (folder) => {
    const page = /^(.+)(?:_files|_fichiers|_archivos|_ficheiros|_bestanden|-Dateien|\.files)$/.exec(
      folder,
    )?.[1];
    if (page === undefined) return false;
    names ??= new Set(beside.map(({ name }) => name));
    return names.has(`${page}.html`) || names.has(`${page}.htm`);
  };
}

function isLeftAside(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
