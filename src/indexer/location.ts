import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Where the index of a corpus lies: under the storage folder, keyed by the corpus root, so that two workspaces on one
 * folder share it and nothing is written into the user's folder.
 */
export function indexFile(storageDir: string, root: string): string {
  const key = createHash('sha256').update(canonical(root)).digest('hex').slice(0, 32);
  return path.join(storageDir, 'corpora', key, 'index.sqlite');
}

function canonical(root: string): string {
  try {
    return realpathSync.native(root);
  } catch {
    return path.resolve(root);
  }
}
