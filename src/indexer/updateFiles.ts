import { lstat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { FileStamp, SkippedFile, WritableCorpusIndex } from '../core/index.ts';
import { readSettings, settingsPath } from '../formats/corpusSettings.ts';
import { DriveStalled, inTime } from '../formats/inTime.ts';
import { isSourceFile } from '../formats/sourceFormat.ts';
import { analyzeFiles } from './analyzeFiles.ts';
import type { AnalysisPool } from './analysisPool.ts';
import {
  areSettingsAmong,
  bearsOnOthers,
  changedFiles,
  isSameStamp,
  type ChangedFiles,
} from './changedFiles.ts';
import { takeUpCuration } from './curation/applyCuration.ts';
import { grownFiles } from './grownFiles.ts';
import { changedSkips, underStalled } from './indexCorpus.ts';
import { surveyOf } from './surveyCorpus.ts';
import { isReallyInside, isWalkedPath, walkCorpus, type Walked } from './walkCorpus.ts';

export interface UpdateOptions {
  readonly root: string;
  readonly index: WritableCorpusIndex;
  readonly pool: AnalysisPool;
  /** Files or folders that were added, changed or removed: absolute, or relative to the root. */
  readonly paths: readonly string[];
  readonly signal?: AbortSignal;
  /** Whether links may lead out of the folder; they may by default. */
  readonly followsLinksOut?: boolean;
}

/**
 * Brings the index up to date with some paths of the corpus. What a folder held goes with the folder; paths outside the
 * corpus and files that hold no articles are ignored. Returns the new generation, or `undefined` when nothing changed.
 */
export async function updateFiles({
  root,
  index,
  pool,
  paths,
  signal,
  followsLinksOut = true,
}: UpdateOptions): Promise<number | undefined> {
  const changes: Changes = {
    followsLinksOut,
    known: new Map(),
    stamps: new Map(),
    skipped: [],
    removed: new Set(),
  };
  const wanted = new Set(paths.map((path) => corpusPath(root, path)));
  for (const path of wanted) if (path !== undefined) await lookAt(root, index, path, changes);
  if (changes.stamps.size + changes.skipped.length + changes.removed.size === 0) return undefined;
  const changed = await withConcerned(root, changes);
  const settings = await readSettings(root);
  const survey = await surveyOf(root, index);
  const curation = await takeUpCuration(root, index);
  const removedPaths = [...changes.removed];
  const grown = areSettingsAmong(changed, removedPaths)
    ? undefined
    : await grownFiles({ root, index, settings, stamps: changed.stamps, known: changes.known });
  let generation: number | undefined;
  await analyzeFiles({
    root,
    index,
    pool,
    survey,
    curation,
    settings,
    isAsked: true,
    ...changed,
    ...(grown && { grown }),
    skipped: changes.skipped,
    removedPaths,
    signal,
    onBatch: (reached) => (generation = reached),
  });
  return generation;
}

/** The changed files, and all that a changed table of metadata or changed settings bear on. */
async function withConcerned(
  root: string,
  { stamps, removed, followsLinksOut }: Changes,
): Promise<ChangedFiles> {
  const all = new Map<string, FileStamp>();
  const isWide = [...stamps.keys(), ...removed].some(bearsOnOthers);
  if (isWide)
    for await (const some of walkCorpus(root, { followsLinksOut }))
      for (const walked of some) if (walked.kind === 'file') all.set(walked.stamp.path, walked.stamp);
  // Files that changed beside are looked at when their own turn comes: here they count as known.
  const known = new Map(all);
  for (const stamp of stamps.values()) {
    all.set(stamp.path, stamp);
    known.delete(stamp.path);
  }
  return changedFiles([...all.values()], known, [...removed]);
}

interface Changes {
  readonly followsLinksOut: boolean;
  /** What the index knows of the paths that were looked at: all that it knows would take long to read. */
  readonly known: Map<string, FileStamp>;
  readonly stamps: Map<string, FileStamp>;
  readonly skipped: SkippedFile[];
  readonly removed: Set<string>;
}

/** Relative to the root with `/`; `undefined` for what a walk would not come upon. */
function corpusPath(root: string, path: string): string | undefined {
  const fromRoot = relative(root, isAbsolute(path) ? path : join(root, path));
  if (fromRoot === '' || isAbsolute(fromRoot) || fromRoot.split(sep)[0] === '..') return undefined;
  const walked = fromRoot.split(sep).join('/');
  return isWalkedPath(walked) || walked === settingsPath ? walked : undefined;
}

async function lookAt(
  root: string,
  index: WritableCorpusIndex,
  path: string,
  changes: Changes,
): Promise<void> {
  const known = await index.stamps(path);
  for (const stamp of known.values()) changes.known.set(stamp.path, stamp);
  const found = new Set<string>();
  const stat = await inTime(lstat(join(root, path))).catch((error: unknown) =>
    error instanceof DriveStalled ? error : undefined,
  );
  // What cannot be seen is not gone.
  if (stat instanceof DriveStalled) return;
  // What lies behind a link is looked at by the next walk, which knows where links lead.
  if (stat?.isSymbolicLink()) return;
  if (!changes.followsLinksOut && !(await isReallyInside(root, path))) return;
  if (stat?.isDirectory()) {
    await lookBelow(root, index, path, { known, found, changes });
  } else if (stat?.isFile() && (isSourceFile(path) || path === settingsPath)) {
    const stamp = { path, modifiedMs: stat.mtimeMs, size: stat.size };
    found.add(path);
    if (!isSameStamp(known.get(path), stamp)) changes.stamps.set(path, stamp);
  }
  const isUnseen = underStalled(changes.skipped);
  for (const each of known.keys()) if (!found.has(each) && !isUnseen(each)) changes.removed.add(each);
}

interface Below {
  readonly known: ReadonlyMap<string, FileStamp>;
  readonly found: Set<string>;
  readonly changes: Changes;
}

async function lookBelow(root: string, index: WritableCorpusIndex, below: string, at: Below): Promise<void> {
  const skipped: SkippedFile[] = [];
  const takeUp = (walked: Walked): void => {
    if (walked.kind === 'skipped') {
      skipped.push(walked.skipped);
      at.found.add(walked.skipped.path);
      return;
    }
    const { stamp } = walked;
    at.found.add(stamp.path);
    if (!isSameStamp(at.known.get(stamp.path), stamp)) at.changes.stamps.set(stamp.path, stamp);
  };
  const { followsLinksOut } = at.changes;
  for await (const some of walkCorpus(root, { below, followsLinksOut })) some.forEach(takeUp);
  at.changes.skipped.push(...(await changedSkips(index, at.known, skipped)));
}
