import { homedir } from 'node:os';
import * as path from 'node:path';

/**
 * The folder that a setting names: `~` is the user's own, and what is relative lies in the workspace's first folder.
 * Undefined when the setting is empty, or names a place in a workspace that has none.
 */
export function ownModelFolder(setting: string, workspaceFolder: string | undefined): string | undefined {
  const given = setting.trim();
  if (given === '') return undefined;
  const named = /^~(?=[\\/]|$)/.test(given) ? path.join(homedir(), given.slice(1)) : given;
  if (path.isAbsolute(named)) return path.normalize(named);
  return workspaceFolder === undefined ? undefined : path.resolve(workspaceFolder, named);
}
