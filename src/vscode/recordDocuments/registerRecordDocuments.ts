import { commands, languages, Range, Uri, window, workspace, type TextDocument } from 'vscode';
import { articleSource, isClusterAddress, type ArticleId } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import { articleIdOf, sourceFileOf } from '../corpusPaths.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { readRecordQuery, recordScheme, type RecordAddress } from './recordAddress.ts';
import { RecordFileSystem } from './recordFileSystem.ts';

/** Records of larger files, and pages, as documents of their own; and the way from them to their source file. */
export function registerRecordDocuments(services: Services): Disposable {
  const store = new DisposableStore();
  const files = store.add(new RecordFileSystem(services));
  store.add(
    workspace.registerFileSystemProvider(recordScheme, files, { isReadonly: true, isCaseSensitive: true }),
  );
  const setLanguage = (document: TextDocument): void => {
    if (document.uri.scheme !== recordScheme || document.languageId === 'plaintext') return;
    void languages.setTextDocumentLanguage(document, 'plaintext');
  };
  workspace.textDocuments.forEach(setLanguage);
  store.add(workspace.onDidOpenTextDocument(setLanguage));
  store.add(
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === recordScheme) files.forget(uri);
    }),
  );
  // While files are read one after the other, each batch would be asked for every open document.
  const waiting = new Set<Corpus>();
  store.add(
    services.corpora.onDidChangeContents((corpus) => {
      if (corpus.state === 'indexing') waiting.add(corpus);
      else void refreshOpen(services, files, corpus);
    }),
  );
  store.add(
    services.corpora.onDidChangeState(() => {
      for (const corpus of waiting) {
        if (corpus.state === 'indexing') continue;
        waiting.delete(corpus);
        void refreshOpen(services, files, corpus);
      }
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.openSourceFile', (argument?: TreeNode | Uri) => {
      const address = addressOf(services, argument);
      return address && openSourceFile(services, address);
    }),
  );
  return store;
}

async function refreshOpen(services: Services, files: RecordFileSystem, corpus: Corpus): Promise<void> {
  const { l10n } = services;
  for (const { uri } of workspace.textDocuments) {
    const article = uri.scheme === recordScheme ? articleIdOf(corpus.root, uri) : undefined;
    const now = article === undefined ? 'same' : await files.refresh(uri);
    if (article === undefined || now === 'same') continue;
    const { file, record } = articleSource(article);
    const message =
      now === 'gone'
        ? l10n.t('“{0}” cannot be opened any more.', article)
        : record === undefined
          ? l10n.t('“{0}” has changed: the article is shown as it is now.', file)
          : l10n.t('“{0}” has changed: record {1} is shown as it is now.', file, record);
    void window.showInformationMessage(message);
  }
}

/** The article of a tree item, of a document that is named, or of the one in front. */
function addressOf({ corpora }: Services, argument: TreeNode | Uri | undefined): RecordAddress | undefined {
  if (argument && 'kind' in argument) {
    return argument.kind === 'article'
      ? { root: argument.corpus.root, article: argument.article.id }
      : undefined;
  }
  const uri = argument ?? window.activeTextEditor?.document.uri;
  if (uri?.scheme === recordScheme) return readRecordQuery(uri.query);
  const corpus = uri && corpora.of(uri);
  const article = corpus && articleIdOf(corpus.root, uri);
  return article === undefined || corpus === undefined ? undefined : { root: corpus.root, article };
}

/** Opens the file that holds an article, at the line of its record. */
async function openSourceFile({ corpora, l10n }: Services, { root, article }: RecordAddress): Promise<void> {
  const corpus = corpora.at(root);
  if (!corpus) return;
  if (isClusterAddress(root)) {
    const message = l10n.t('This article lies in a cluster: there is no file of it here.');
    void window.showInformationMessage(message);
    return;
  }
  const uri = Uri.file(sourceFileOf(root, article));
  if (uri.path.toLowerCase().endsWith('.gz')) {
    const show = l10n.t('Show in Folder');
    const message = l10n.t('“{0}” is compressed: the editor cannot show it.', articleSource(article).file);
    if ((await window.showInformationMessage(message, show)) === show)
      await commands.executeCommand('revealFileInOS', uri);
    return;
  }
  const line = await lineOf(corpus, article);
  // A file too large for extensions to open is one that the editor opens all the same.
  await commands.executeCommand('vscode.open', uri, {
    preview: true,
    ...(line !== undefined && { selection: new Range(line, 0, line, 0) }),
  });
}

async function lineOf(corpus: Corpus, article: ArticleId): Promise<number | undefined> {
  const place = corpus.isOpen ? await corpus.index.place(article).catch(() => undefined) : undefined;
  return place && place.line - 1;
}
