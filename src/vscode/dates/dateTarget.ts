import { Uri, window, workspace, type TextDocument } from 'vscode';
import type { ArticleAnalysis, ArticleId } from '../../core/index.ts';
import { articleIdOf } from '../corpusPaths.ts';
import { uriOfArticle } from '../recordDocuments/articleUri.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';

/** An article as a link in a hover names it. */
export interface ArticleReference {
  readonly uri: string;
}

/** What a command on the date of an article may be given: a node of a tree, a link, a tab of an editor, or nothing. */
export type DateTarget = TreeNode | ArticleReference | Uri | undefined;

/** The article whose date is asked about, read as it stands. */
export interface DatedArticle {
  readonly document: TextDocument;
  readonly analysis: ArticleAnalysis;
  /** Undefined for a text of no corpus, of which nothing can be kept. */
  readonly place: { readonly root: string; readonly article: ArticleId } | undefined;
}

/** Undefined, with a word to the user, when there is no article or it cannot be read. */
export async function datedArticleOf(
  services: Services,
  target: DateTarget,
): Promise<DatedArticle | undefined> {
  const { analyses, corpora, l10n, log } = services;
  const uri = await uriOf(services, target);
  if (uri === undefined) {
    void window.showInformationMessage(l10n.t('Open an article first.'));
    return undefined;
  }
  try {
    const document = await workspace.openTextDocument(uri);
    const analysis = await analyses.of(document);
    if (analysis !== undefined) {
      const root = corpora.of(document.uri)?.root;
      const article = root === undefined ? undefined : articleIdOf(root, document.uri);
      const place = root !== undefined && article !== undefined ? { root, article } : undefined;
      return { document, analysis, place };
    }
  } catch (error) {
    log.warn(`${uri.toString()}: ${String(error)}`);
  }
  void window.showWarningMessage(l10n.t('This article cannot be read.'));
  return undefined;
}

async function uriOf(services: Services, target: DateTarget): Promise<Uri | undefined> {
  if (target === undefined) return window.activeTextEditor?.document.uri;
  if (target instanceof Uri) return target;
  if ('uri' in target) return Uri.parse(target.uri);
  return target.kind === 'article'
    ? uriOfArticle(services, target.corpus.root, target.article.id)
    : undefined;
}
