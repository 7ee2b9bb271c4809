import path from 'node:path';
import type { ArticleId } from '../core/index.ts';
import { readSourceFile } from '../formats/readSourceFile.ts';

/**
 * Reads the original text of an article from its source file as it is now, for excerpts. `undefined` when the file is
 * gone or no longer text. An id that would lead out of the corpus is not followed: an index may come from someone else.
 * Nothing is kept between two calls, since a file that was saved meanwhile would give excerpts of its old text.
 */
export function createTextReader(root: string): (id: ArticleId) => Promise<string | undefined> {
  return async (id) => {
    const place = sourcePath(id);
    const fromRoot = path.relative(root, path.resolve(root, place));
    if (fromRoot.split(path.sep)[0] === '..' || path.isAbsolute(fromRoot)) return undefined;
    const { records } = await readSourceFile(root, place);
    return records.find((record) => record.id === id)?.text;
  };
}

/** A file of many records gives its articles the ids `path#n`; a file name may hold such an ending itself. */
function sourcePath(id: ArticleId): string {
  return /\.txt$/i.test(id) ? id : id.replace(/#\d+$/, '');
}
