import { Uri, workspace } from 'vscode';
import { removeSpans, spansToRemove, type ArticleRow } from '../../core/index.ts';
import type { Disposable } from '../disposableStore.ts';
import { readRecordQuery, recordPath, recordQuery } from '../recordDocuments/recordAddress.ts';
import type { Services } from '../services.ts';

const scheme = 'corpus-explorer-version';

/** The document with the text of an article without its boilerplate, so that two versions differ by their texts only. */
export function versionUri(root: string, { id, title }: ArticleRow): Uri {
  return Uri.from({ scheme, path: recordPath(title, id), query: recordQuery({ root, article: id }) });
}

export function registerVersionTexts(services: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => versionText(services, uri),
  });
}

async function versionText({ corpora, worker }: Services, uri: Uri): Promise<string> {
  const address = readRecordQuery(uri.query);
  const corpus = address && corpora.at(address.root);
  if (corpus === undefined) return '';
  const read = await worker.client.readArticle(corpus.root, address!.article);
  if ('missing' in read) return '';
  const { text } = read;
  const marks = await corpus.index.textMarks(address!.article);
  if (marks?.length !== text.length) return text;
  return `${removeSpans(text, spansToRemove(text, marks.boilerplate)).text.trim()}\n`;
}
