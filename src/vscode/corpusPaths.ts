import * as path from 'node:path';
import type { ArticleId } from '../core/index.ts';

/** The source file of an article: `folder/file.jsonl#12` is a record of `folder/file.jsonl`. */
export function sourceFileOf(root: string, article: ArticleId): string {
  return path.join(root, ...article.replace(/(\.[^./]+)#\d+$/, '$1').split('/'));
}

/** The path below the root with `/`, as ids have it. Undefined outside the root. */
export function relativeTo(root: string, file: string): string | undefined {
  const relative = path.relative(root, file);
  if (
    relative === '' ||
    relative === '..' ||
    relative.startsWith(`..${path.sep}`) ||
    path.isAbsolute(relative)
  ) {
    return undefined;
  }
  return relative.split(path.sep).join('/');
}

/** Files of the tools that live in a folder, not of the corpus: dot-folders, dot-files and installed packages. */
export function isOutsideCorpus(relativePath: string): boolean {
  return relativePath.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
}
