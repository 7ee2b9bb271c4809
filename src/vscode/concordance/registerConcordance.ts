import { commands, Uri, window } from 'vscode';
import { concordanceSorts, type KwicQuery } from '../../core/index.ts';
import { chooseCorpus } from '../chooseCorpus.ts';
import type { Corpus } from '../corpus.ts';
import { articleIdOf } from '../corpusPaths.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { phraseAt } from '../gestures/phraseAt.ts';
import { queryAt } from '../gestures/queryAt.ts';
import { openArticle, type ArticlePlace } from '../openArticle.ts';
import { queryProblemText } from '../queryProblemText.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { moreLines } from './concordance.ts';
import { ConcordanceDocuments } from './concordanceDocuments.ts';
import { registerConcordanceLinks } from './concordanceLinks.ts';
import { concordanceScheme, type ConcordanceRequest, type ConcordanceScope } from './concordanceRequest.ts';
import { sortText, type ConcordanceAction } from './concordanceText.ts';
import { registerKeywordDecoration } from './keywordDecoration.ts';

/** What a link, another command or a key binding may say. */
type Argument = TreeNode | EntityReference | Uri | { readonly root: string; readonly words: string };

/** Show Concordance, and what can be done in one. */
export function registerConcordance(services: Services): Disposable {
  const store = new DisposableStore();
  const documents = store.add(new ConcordanceDocuments(services));
  store.add(registerConcordanceLinks(services, documents));
  store.add(registerKeywordDecoration(documents));
  store.add(
    commands.registerCommand('corpusExplorer.showConcordance', async (argument?: Argument) => {
      const request = await requestOf(services, argument);
      return request && (await documents.open(request)).uri;
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.openConcordanceLine', (place: ArticlePlace) =>
      openArticle(services, place, { preview: true }),
    ),
  );
  const actions: Readonly<Record<ConcordanceAction, (uri: Uri, value?: unknown) => unknown>> = {
    changeQuery: (uri) => changeQuery(services, documents, uri),
    sort: (uri, value) => changeOrder(services, documents, uri, value),
    changeScope: (uri) => changeScope(services, documents, uri),
    export: (uri) => exportLines(services, documents, uri),
    loadMore: (uri) => {
      const shown = documents.at(uri)?.concordance;
      return shown?.load(shown.lines.length + moreLines);
    },
    loadAll: (uri) => documents.at(uri)?.concordance.load(Infinity),
    stop: (uri) => {
      documents.at(uri)?.concordance.stop();
    },
    refresh: (uri) => documents.at(uri)?.concordance.restart(),
  };
  for (const [name, run] of Object.entries(actions)) {
    store.add(
      commands.registerCommand(
        `corpusExplorer.concordance.${name}`,
        async (argument?: Uri | string, value?: unknown) => {
          const uri = typeof argument === 'string' ? Uri.parse(argument) : (argument ?? activeUri());
          if (uri?.scheme === concordanceScheme) await run(uri, value);
        },
      ),
    );
  }
  return store;
}

const activeUri = (): Uri | undefined => window.activeTextEditor?.document.uri;

/** From a tree or a card the entity; from the editor's menu what is under the cursor; from the palette what is typed. */
async function requestOf(services: Services, argument?: Argument): Promise<ConcordanceRequest | undefined> {
  const scope: ConcordanceScope = { kind: 'filter' };
  if (argument instanceof Uri) return requestOfEditor(services, argument);
  if (argument !== undefined && 'words' in argument) {
    const { root, words } = argument;
    return { root, query: { words }, label: words, scope };
  }
  const reference = entityReferenceOf(argument);
  if (reference) {
    const { root, entity } = reference;
    const corpus = services.corpora.at(root);
    return corpus && { root, query: { entity }, label: await labelOf(corpus, { entity }), scope };
  }
  const editor = window.activeTextEditor;
  const here = editor && services.corpora.of(editor.document.uri);
  const corpus = here ?? (await chooseCorpus(services, services.l10n.t('Show Concordance')));
  if (corpus === undefined) return undefined;
  await startUntilOpen(corpus);
  const typed = await askQuery(services, editor && phraseAt(editor.document, editor.selection.active)?.text);
  if (typed === undefined) return undefined;
  return {
    root: corpus.root,
    query: { words: typed },
    label: typed,
    scope,
    ...originOf(corpus, editor?.document.uri),
  };
}

async function requestOfEditor(services: Services, uri: Uri): Promise<ConcordanceRequest | undefined> {
  const editor = window.activeTextEditor;
  const corpus = services.corpora.of(uri);
  if (corpus === undefined || editor?.document.uri.toString() !== uri.toString()) return undefined;
  await startUntilOpen(corpus);
  const place = editor.selection.active;
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  const query = await queryAt(services, corpus, editor.document, place, token);
  if (query === undefined) return undefined;
  const label =
    'entity' in query
      ? await labelOf(corpus, query)
      : (phraseAt(editor.document, place)?.text ?? query.words);
  return { root: corpus.root, query, label, scope: { kind: 'filter' }, ...originOf(corpus, uri) };
}

/** While it is being indexed a corpus answers already. */
async function startUntilOpen(corpus: Corpus): Promise<void> {
  const started = corpus.start();
  if (!corpus.isOpen) await started;
}

async function labelOf({ index }: Corpus, query: KwicQuery): Promise<string> {
  if ('words' in query) return query.words;
  return (await index.entity(query.entity))?.name ?? query.entity.slice(4);
}

function originOf({ root }: Corpus, uri: Uri | undefined): Pick<ConcordanceRequest, 'origin'> {
  const article = uri && articleIdOf(root, uri);
  return article === undefined ? {} : { origin: { article, title: article.replace(/^.*\//, '') } };
}

function askQuery({ l10n }: Services, value = ''): Thenable<string | undefined> {
  return window
    .showInputBox({
      title: l10n.t('Show Concordance'),
      prompt: l10n.t('Words, "a phrase", prefix*, AND, OR, NOT or -word, NEAR(a b, 5), parentheses'),
      value,
      validateInput: (typed) => queryProblemText(l10n, typed),
    })
    .then((typed) => (typed === undefined || typed.trim() === '' ? undefined : typed.trim()));
}

async function changeQuery(services: Services, documents: ConcordanceDocuments, uri: Uri): Promise<void> {
  const shown = documents.at(uri)?.concordance;
  if (!shown) return;
  const { request } = shown;
  const typed = await askQuery(services, 'words' in request.query ? request.query.words : request.label);
  if (typed !== undefined)
    await documents.open({ ...request, query: { words: typed }, label: typed }, shown.sort);
}

async function changeOrder(
  { l10n }: Services,
  documents: ConcordanceDocuments,
  uri: Uri,
  value: unknown,
): Promise<void> {
  const said = concordanceSorts.find((sort) => sort === value);
  const choice =
    said === undefined
      ? await window.showQuickPick(
          concordanceSorts.map((sort) => ({ label: sortText(l10n, sort), sort })),
          { title: l10n.t('Sort By…') },
        )
      : { sort: said };
  if (choice) documents.sortBy(uri, choice.sort);
}

async function changeScope(
  { l10n, filter }: Services,
  documents: ConcordanceDocuments,
  uri: Uri,
): Promise<void> {
  const shown = documents.at(uri)?.concordance;
  if (!shown) return;
  const editor = window.activeTextEditor;
  const line = editor && documents.lineAt(editor.document.uri, editor.selection.active.line);
  const articles = [
    ...(shown.request.origin ? [shown.request.origin] : []),
    ...(line ? [{ article: line.article.id, title: line.article.title }] : []),
  ];
  const scopes: { label: string; scope: ConcordanceScope }[] = [
    { label: l10n.t('The whole corpus'), scope: { kind: 'corpus' } },
    ...(filter.isEmpty
      ? []
      : [{ label: l10n.t('The articles of the filter'), scope: { kind: 'filter' } as const }]),
    ...articles.map(({ article, title }) => ({
      label: l10n.t('The article “{0}”', title),
      scope: { kind: 'article', article, title } as const,
    })),
  ];
  const choice = await window.showQuickPick(scopes, { title: l10n.t('Change Scope…') });
  if (choice) await documents.open({ ...shown.request, scope: choice.scope }, shown.sort);
}

/** All lines, whether they are shown or not, in the form that is then chosen. */
async function exportLines({ filter }: Services, documents: ConcordanceDocuments, uri: Uri): Promise<void> {
  const request = documents.at(uri)?.concordance.request;
  if (!request) return;
  const { root, query, label, scope } = request;
  const narrowed =
    scope.kind === 'filter' ? filter.current : scope.kind === 'article' ? { articles: [scope.article] } : {};
  await commands.executeCommand('corpusExplorer.export', { root, query, label, filter: narrowed });
}
