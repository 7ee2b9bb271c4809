import { isRecordFile, type FileStamp } from '../core/index.ts';
import { settingsPath } from '../formats/corpusSettings.ts';
import { isSideTable } from '../formats/sideTable.ts';

/** What of a corpus has to be read anew. */
export interface ChangedFiles {
  readonly stamps: readonly FileStamp[];
  /** Tables of metadata and settings: what they bear on is read before they count as read. */
  readonly lastStamps: readonly FileStamp[];
}

/**
 * The files whose stamps differ, and those that a changed table of metadata or changed settings bear on. `stamps` are all
 * source files (and the settings file, if there is one), `removedPaths` what the index knows and is gone.
 */
export function changedFiles(
  stamps: readonly FileStamp[],
  known: ReadonlyMap<string, FileStamp>,
  removedPaths: readonly string[],
): ChangedFiles {
  const changed = stamps.filter((stamp) => !isSameStamp(known.get(stamp.path), stamp));
  const last = changed.filter(({ path }) => bearsOnOthers(path));
  const causes = [...last.map(({ path }) => path), ...removedPaths.filter(bearsOnOthers)];
  const areSettingsChanged = causes.includes(settingsPath);
  const folders = causes.filter(isSideTable).map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  const isConcerned = ({ path }: FileStamp): boolean =>
    isRecordFile(path) ? areSettingsChanged : folders.some((folder) => path.startsWith(folder));
  const lastPaths = new Set(last.map(({ path }) => path));
  const own = new Set(changed.map(({ path }) => path));
  const isRead = (stamp: FileStamp): boolean => own.has(stamp.path) || isConcerned(stamp);
  const isLast = ({ path }: FileStamp): boolean =>
    lastPaths.has(path) || (areSettingsChanged && isSideTable(path));
  return {
    stamps: stamps.filter((stamp) => isRead(stamp) && !isLast(stamp) && stamp.path !== settingsPath),
    lastStamps: stamps.filter((stamp) => isRead(stamp) && isLast(stamp)),
  };
}

/** Equal stamps mean that there is nothing to read again. */
export function isSameStamp(a: FileStamp | undefined, b: FileStamp): boolean {
  return a?.modifiedMs === b.modifiedMs && a.size === b.size;
}

/** Whether what other files give depends on this one. */
export function bearsOnOthers(path: string): boolean {
  return path === settingsPath || isSideTable(path);
}

/** Whether the settings changed or went: every file of records is to be understood anew then. */
export function areSettingsAmong({ lastStamps }: ChangedFiles, removedPaths: readonly string[]): boolean {
  return removedPaths.includes(settingsPath) || lastStamps.some(({ path }) => path === settingsPath);
}
