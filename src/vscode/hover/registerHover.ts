import {
  Hover,
  languages,
  MarkdownString,
  Range,
  workspace,
  type CancellationToken,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Disposable } from '../disposableStore.ts';
import {
  renderCard,
  type ArticleAnalysis,
  type CardTarget,
  type EntityCard,
  type Mention,
} from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import { cardLanguageOf } from '../cardLanguage.ts';
import type { Corpus } from '../corpus.ts';
import { articleIdOf } from '../corpusPaths.ts';
import { noteCard } from '../firstSteps.ts';
import { patiently } from '../patiently.ts';
import type { Services } from '../services.ts';
import { cardMarkdown, type LinkOf } from './cardMarkdown.ts';
import { cardOfDocument } from './cardOfDocument.ts';

/** The only commands a card may run: its text comes from the web. */
const enabledCommands = [
  'corpusExplorer.openArticle',
  'corpusExplorer.openPassage',
  'corpusExplorer.showInTree',
  'corpusExplorer.showMentions',
  'corpusExplorer.showConcordance',
  'corpusExplorer.filterByThis',
  'corpusExplorer.openDossier',
  'corpusExplorer.putRight',
];

/** How long a card waits for a corpus that is being indexed for the first time; then the document speaks alone. */
const firstIndexPatienceMs = 1500;

export function registerHover(services: Services): Disposable {
  return languages.registerHoverProvider(articleDocuments, {
    provideHover: (document, position, token) => provideHover(services, document, position, token),
  });
}

async function provideHover(
  services: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const shown = workspace.getConfiguration('corpusExplorer', document).get<string>('hover.enabled', 'all');
  if (shown === 'off') return undefined;
  const analysis = await services.analyses.tryOf(document, token);
  if (analysis === undefined) return undefined;
  const mention = mentionAt(analysis, document.offsetAt(position));
  if (mention === undefined || (shown === 'organizations' && mention.type !== 'ORG')) return undefined;
  // Only a name on show starts the indexing: a list of requirements is plain text too.
  const corpus = services.corpora.of(document.uri);
  const known = corpus && (await cardOfCorpus(corpus, analysis, mention, token));
  const card = known ?? cardOfDocument(analysis, mention.entity);
  if (card === undefined || token.isCancellationRequested) return undefined;
  noteCard();
  const range = new Range(document.positionAt(mention.start), document.positionAt(mention.end));
  const article = corpus && articleIdOf(corpus.root, document.uri);
  const lines = renderCard(card, {
    language: cardLanguageOf(services.l10n),
    ...(article !== undefined && { article }),
  });
  const linkOf = known ? corpusLinks(corpus, known) : documentLinks(document, corpus, card);
  return new Hover(markdownOf(cardMarkdown(lines, linkOf)), range);
}

function mentionAt({ linked }: ArticleAnalysis, offset: number): Mention | undefined {
  return linked.mentions.find(({ start, end }) => start <= offset && offset <= end);
}

/** Undefined when the index does not know the name, or cannot say in time. */
async function cardOfCorpus(
  corpus: Corpus,
  { linked }: ArticleAnalysis,
  mention: Mention,
  token: CancellationToken,
): Promise<EntityCard | undefined> {
  if (corpus.status?.isComplete !== true) await patiently(corpus.start(), firstIndexPatienceMs, token);
  if (!corpus.isOpen || token.isCancellationRequested) return undefined;
  const entity = linked.entities[mention.entity];
  try {
    const index = corpus.indexUntil(token);
    const id = entity && (await index.resolve(entity.type, entity.key));
    return id === undefined ? undefined : await index.entity(id);
  } catch {
    return undefined;
  }
}

function corpusLinks({ root }: Corpus, { name }: EntityCard): LinkOf {
  return (target: CardTarget) => {
    switch (target.kind) {
      case 'passage':
        return commandLink('corpusExplorer.openArticle', {
          root,
          article: target.article,
          span: { start: target.start, end: target.end },
        });
      case 'entity':
        return commandLink('corpusExplorer.showInTree', { root, entity: target.entity });
      case 'action': {
        const command = {
          showInTree: 'corpusExplorer.showInTree',
          showAllMentions: 'corpusExplorer.showMentions',
          showConcordance: 'corpusExplorer.showConcordance',
          filterByThis: 'corpusExplorer.filterByThis',
          openDossier: 'corpusExplorer.openDossier',
          putRight: 'corpusExplorer.putRight',
        }[target.action];
        return commandLink(command, { root, entity: target.entity, name });
      }
    }
  };
}

/** What the index does not know can be gone to in its document, and put right where the document belongs to a corpus. */
function documentLinks({ uri }: TextDocument, corpus: Corpus | undefined, card: EntityCard): LinkOf {
  return (target) => {
    if (target.kind === 'passage') {
      const { start, end } = target;
      return commandLink('corpusExplorer.openPassage', { uri: uri.toString(), start, end });
    }
    if (target.kind !== 'action' || target.action !== 'putRight' || !corpus) return undefined;
    return commandLink('corpusExplorer.putRight', { root: corpus.root, entity: card.id, name: card.name });
  };
}

function commandLink(command: string, argument: unknown): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

function markdownOf(value: string): MarkdownString {
  const markdown = new MarkdownString(value, true);
  markdown.isTrusted = { enabledCommands };
  return markdown;
}
