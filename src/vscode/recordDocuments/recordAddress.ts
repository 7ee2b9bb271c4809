import type { ArticleId } from '../../core/index.ts';

/**
 * The scheme of documents that show an article whose source file cannot be opened as its text: a record of a file of many,
 * or a page. Nobody can write there.
 */
export const recordScheme = 'corpus';

/** Which article a document shows. */
export interface RecordAddress {
  readonly root: string;
  readonly article: ArticleId;
}

/** The part of a URI that says which article it is of. */
export function recordQuery({ root, article }: RecordAddress): string {
  return `${encodeURIComponent(root)}&${encodeURIComponent(article)}`;
}

/** Undefined for what `recordQuery` did not make. */
export function readRecordQuery(query: string): RecordAddress | undefined {
  try {
    const [root = '', article = '', ...more] = query.split('&').map(decodeURIComponent);
    return root === '' || article === '' || more.length > 0 ? undefined : { root, article };
  } catch {
    return undefined;
  }
}

/** Characters that a tab can show; longer titles are cut between words. */
const longestLabel = 80;

/**
 * The title of an article as the last part of a path, which is what a tab shows: without what parts paths, breaks lines or
 * turns the direction of writing, and without an ending that VS Code would take for that of a language.
 */
export function recordPath(title: string, article: ArticleId): string {
  const shown = title
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ')
    .replace(/[\\/]+/g, '∕')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = shown.length <= longestLabel ? shown : `${shown.slice(0, longestLabel).replace(/\s\S*$/, '')}…`;
  const label = cut
    .replace(/^\.+/, '')
    .replace(/\.(?=[^.\s]*$)/, '․')
    .replace(/[\ud800-\udbff]…?$/, '');
  return `/${label === '' ? article.slice(article.lastIndexOf('/') + 1).replace(/\./g, '․') : label}`;
}
