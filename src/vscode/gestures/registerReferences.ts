import {
  commands,
  languages,
  Location,
  Range,
  window,
  type CancellationToken,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Filter, KwicLine, KwicQuery } from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import type { Corpus } from '../corpus.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { formatNumber } from '../l10n.ts';
import { openArticle } from '../openArticle.ts';
import { canAnswer } from '../patiently.ts';
import { articleUri } from '../recordDocuments/articleUri.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { queryAt } from './queryAt.ts';

/** VS Code draws every reference at once; a list beyond this is for the concordance, not for that view. */
const mostReferences = 1000;
/** Asked for at once: a list that is not wanted any more ends soon. */
const pageSize = 100;

/**
 * Find All References on a name: its mentions in the corpus; on any other word or selection: its occurrences. Show All
 * Mentions is the same from tree and card.
 */
export function registerReferences(services: Services): Disposable {
  const store = new DisposableStore();
  store.add(
    languages.registerReferenceProvider(articleDocuments, {
      provideReferences: (document, position, _context, token) =>
        provideReferences(services, document, position, token),
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.showMentions', (argument?: TreeNode | EntityReference) =>
      showMentions(services, entityReferenceOf(argument)),
    ),
  );
  return store;
}

/** Opens the first mention and lists all of them in VS Code's own References view. */
async function showMentions(services: Services, reference: EntityReference | undefined): Promise<void> {
  if (reference === undefined) return;
  const corpus = services.corpora.at(reference.root);
  if (corpus === undefined) return;
  const { items } = await corpus.index.kwic({ entity: reference.entity }, services.filter.current, {
    limit: 1,
  });
  const [first] = items;
  if (first === undefined) return;
  const { start, end } = first;
  await openArticle(
    services,
    { root: corpus.root, article: first.article.id, span: { start, end } },
    { preview: true },
  );
  await commands.executeCommand('references-view.findReferences');
}

async function provideReferences(
  services: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const corpus = services.corpora.of(document.uri);
  if (corpus === undefined) return undefined;
  if (!(await canAnswer(corpus, token))) return undefined;
  const query = await queryAt(services, corpus, document, position, token);
  if (query === undefined || token.isCancellationRequested) return undefined;
  const filter = services.filter.current;
  const found = await collect(corpus, query, filter, token);
  if (found === undefined) return undefined;
  if (found.isCut) void sayCut(services, corpus, query, found.total);
  return found.lines.map((line) => locationOf(corpus, line));
}

async function collect(
  corpus: Corpus,
  query: KwicQuery,
  filter: Filter,
  token: CancellationToken,
): Promise<{ lines: readonly KwicLine[]; isCut: boolean; total: number | undefined } | undefined> {
  const index = corpus.indexUntil(token);
  const lines: KwicLine[] = [];
  let cursor: string | undefined;
  for (;;) {
    const limit = Math.min(pageSize, mostReferences - lines.length);
    const page = await index.kwic(query, filter, { limit, ...(cursor !== undefined && { cursor }) });
    if (token.isCancellationRequested) return undefined;
    lines.push(...page.items);
    ({ cursor } = page);
    const isCut = cursor !== undefined;
    if (!isCut || lines.length >= mostReferences)
      return { lines, isCut, total: page.isApproximate ? undefined : page.total };
  }
}

/** The References view has no place to say that there are more. */
async function sayCut(
  { l10n }: Services,
  { root }: Corpus,
  query: KwicQuery,
  total: number | undefined,
): Promise<void> {
  const shown = formatNumber(l10n, mostReferences);
  const message =
    total === undefined
      ? l10n.t('The first {0} places are listed; there are more.', shown)
      : l10n.t('The first {0} of {1} places are listed.', shown, formatNumber(l10n, total));
  const all = l10n.t('Show Concordance');
  if ((await window.showInformationMessage(message, all)) !== all) return;
  await commands.executeCommand('corpusExplorer.showConcordance', { root, ...query });
}

/** The place of a line, in the document that shows its article. */
function locationOf({ root }: Corpus, { article, from, to }: KwicLine): Location {
  return new Location(articleUri(root, article), new Range(from.line, from.character, to.line, to.character));
}
