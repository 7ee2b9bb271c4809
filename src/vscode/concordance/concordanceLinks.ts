import { DocumentLink, Hover, languages, Location, Range, Uri, type TextDocument } from 'vscode';
import type { KwicLine } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { formatDate } from '../partialDates.ts';
import { plainTooltip } from '../plainTooltip.ts';
import { articleUri } from '../recordDocuments/articleUri.ts';
import type { Services } from '../services.ts';
import type { ConcordanceDocuments } from './concordanceDocuments.ts';
import { concordanceScheme } from './concordanceRequest.ts';

class LineLink extends DocumentLink {
  readonly root: string;
  readonly line: KwicLine;

  constructor(range: Range, root: string, line: KwicLine) {
    super(range);
    this.root = root;
    this.line = line;
  }
}

/** From the lines of a concordance to their places: links, Go to Definition, and a hover that says which article it is. */
export function registerConcordanceLinks(services: Services, documents: ConcordanceDocuments): Disposable {
  const store = new DisposableStore();
  const selector = { scheme: concordanceScheme };
  store.add(
    languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: (document) => linksOf(services, documents, document),
      // Many thousands of links: the command of each is made when it is followed.
      resolveDocumentLink: (link) => {
        if (link instanceof LineLink) link.target = openCommand(link);
        return link;
      },
    }),
  );
  store.add(
    languages.registerDefinitionProvider(selector, {
      provideDefinition: ({ uri }, { line }) => {
        const found = documents.lineAt(uri, line);
        const root = documents.at(uri)?.concordance.request.root;
        return found && root !== undefined ? placeOf(root, found) : undefined;
      },
    }),
  );
  store.add(
    languages.registerHoverProvider(selector, {
      provideHover: ({ uri }, { line }) => {
        const found = documents.lineAt(uri, line);
        return found && new Hover(describe(services, found));
      },
    }),
  );
  return store;
}

function linksOf(
  { l10n }: Services,
  documents: ConcordanceDocuments,
  { uri, lineCount }: TextDocument,
): DocumentLink[] {
  const shown = documents.at(uri);
  // The document is still the one before: it is asked again when it has changed.
  if (!shown || shown.text.text.split('\n').length !== lineCount) return [];
  const { links, keywords, firstLine, lines } = shown.text;
  const { root } = shown.concordance.request;
  const actions = links.map(({ line, start, end, action }) => {
    const args = encodeURIComponent(JSON.stringify([uri.toString()]));
    const target = Uri.parse(`command:corpusExplorer.concordance.${action}?${args}`);
    return new DocumentLink(new Range(line, start, line, end), target);
  });
  const places = keywords.map(({ start, end }, i) => {
    const link = new LineLink(new Range(firstLine + i, start, firstLine + i, end), root, lines[i]!);
    link.tooltip = l10n.t('Open Article');
    return link;
  });
  return [...actions, ...places];
}

function openCommand({ root, line: { article, start, end } }: LineLink): Uri {
  const place = { root, article: article.id, span: { start, end } };
  return Uri.parse(
    `command:corpusExplorer.openConcordanceLine?${encodeURIComponent(JSON.stringify([place]))}`,
  );
}

function placeOf(root: string, { article, from, to }: KwicLine): Location {
  const range = new Range(from.line, from.character, to.line, to.character);
  return new Location(articleUri(root, article), range);
}

function describe({ l10n }: Services, { article }: KwicLine): ReturnType<typeof plainTooltip> {
  const { title, outlet, aggregator, date, id } = article;
  const about = [outlet ?? aggregator ?? '', date === undefined ? l10n.t('undated') : formatDate(l10n, date)];
  return plainTooltip([title, about.filter((part) => part !== '').join(' · '), id]);
}
