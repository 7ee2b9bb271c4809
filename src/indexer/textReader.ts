import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleId } from '../core/index.ts';
import { decodeBytes } from '../formats/encoding.ts';

/** Texts of the files last asked for: a page of a concordance reads one article several times. */
const cachedTexts = 50;

/**
 * Reads the original text of an article from its source file, for excerpts. `undefined` when the file is gone or no
 * longer text. An id that would lead out of the corpus is not followed.
 */
export function createTextReader(root: string): (id: ArticleId) => Promise<string | undefined> {
  const cache = new Map<ArticleId, string>();
  return async (id) => {
    const known = cache.get(id);
    if (known !== undefined) return known;
    const text = await readText(root, id);
    if (text === undefined) return undefined;
    cache.set(id, text);
    const oldest = cache.keys().next();
    if (cache.size > cachedTexts && !oldest.done) cache.delete(oldest.value);
    return text;
  };
}

async function readText(root: string, id: ArticleId): Promise<string | undefined> {
  const file = path.resolve(root, id);
  const fromRoot = path.relative(root, file);
  if (fromRoot.startsWith('..') || path.isAbsolute(fromRoot)) return undefined;
  try {
    const decoded = decodeBytes(await readFile(file));
    return 'reason' in decoded ? undefined : decoded.text;
  } catch {
    return undefined;
  }
}
