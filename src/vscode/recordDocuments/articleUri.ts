import { Uri } from 'vscode';
import { isClusterAddress, isReadApart, type ArticleId, type ArticleRow } from '../../core/index.ts';
import { sourceFileOf } from '../corpusPaths.ts';
import type { Services } from '../services.ts';
import { recordPath, recordQuery, recordScheme } from './recordAddress.ts';

/** The document that shows an article: its source file, or a read-only document with its title. */
export function articleUri(root: string, { id, title }: Pick<ArticleRow, 'id' | 'title'>): Uri {
  if (!hasOwnDocument(root, id)) return Uri.file(sourceFileOf(root, id));
  const query = recordQuery({ root, article: id });
  return Uri.from({ scheme: recordScheme, path: recordPath(title, id), query });
}

/** The same for an article of which only the id is at hand. */
export async function uriOfArticle({ corpora }: Services, root: string, article: ArticleId): Promise<Uri> {
  if (!hasOwnDocument(root, article)) return articleUri(root, { id: article, title: '' });
  const corpus = corpora.at(root);
  const row = corpus?.isOpen ? await corpus.index.article(article) : undefined;
  return articleUri(root, { id: article, title: row?.title ?? '' });
}

/** Whether an article is shown in a document of its own, not in a file. */
export function hasOwnDocument(root: string, article: ArticleId): boolean {
  return isClusterAddress(root) || isReadApart(article);
}
