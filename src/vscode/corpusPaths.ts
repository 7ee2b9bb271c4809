import { homedir } from 'node:os';
import * as path from 'node:path';
import { articleSource, isClusterAddress, type ArticleId } from '../core/index.ts';
import { readRecordQuery, recordScheme } from './recordDocuments/recordAddress.ts';

/** The source file of an article: `folder/file.jsonl#12` is a record of `folder/file.jsonl`. */
export function sourceFileOf(root: string, article: ArticleId): string {
  return path.join(root, ...articleSource(article).file.split('/'));
}

/** What of a URI says which article it is of. */
export interface ArticleUri {
  readonly scheme: string;
  readonly fsPath: string;
  readonly query: string;
}

/** The id of the article that a document of the corpus shows. Undefined outside the root. */
export function articleIdOf(root: string, uri: ArticleUri): ArticleId | undefined {
  if (uri.scheme !== recordScheme) return relativeTo(root, uri.fsPath);
  const address = readRecordQuery(uri.query);
  return address?.root === root ? address.article : undefined;
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

/** Where files about a corpus are offered to be written: not in it, where they would be read as articles. */
export function besideCorpus(root: string): string {
  return isClusterAddress(root) ? homedir() : path.dirname(root);
}

/** Files of the tools that live in a folder, not of the corpus: dot-folders, dot-files and installed packages. */
export function isOutsideCorpus(relativePath: string): boolean {
  return relativePath.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
}
