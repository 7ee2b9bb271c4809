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
import { escapeMarkdown, type ArticleAnalysis, type Found, type FoundDate } from '../../core/index.ts';
import { articleDocuments } from '../articleDocuments.ts';
import type { Disposable } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import { formatDate } from '../partialDates.ts';
import type { Services } from '../services.ts';
import { readingText, surenessText } from './dateText.ts';

/** The only commands the hover may run: its text comes from the web. */
const enabledCommands = [
  'corpusExplorer.openPassage',
  'corpusExplorer.whyThisDate',
  'corpusExplorer.setPublicationDate',
];

/** So many of the dates that were not taken are named; the command shows all. */
const namedDates = 4;

/** Over the words by which title, date or byline were read: what was read, and by which evidence. */
export function registerDateHover(services: Services): Disposable {
  return languages.registerHoverProvider(articleDocuments, {
    provideHover: (document, position, token) => provideHover(services, document, position, token),
  });
}

async function provideHover(
  { analyses, corpora, l10n }: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const shown = workspace.getConfiguration('corpusExplorer', document).get<string>('hover.enabled', 'all');
  if (shown === 'off') return undefined;
  const analysis = await analyses.tryOf(document, token);
  const found = analysis && readAt(analysis, document.offsetAt(position));
  if (!analysis || !found?.value.span) return undefined;
  const { start, end } = found.value.span;
  const uri = document.uri.toString();
  const links = { uri, canSet: corpora.of(document.uri) !== undefined };
  const lines =
    found.kind === 'date'
      ? dateLines(l10n, found.value, analysis, links)
      : valueLines(l10n, found.kind, found.value);
  const markdown = new MarkdownString(lines.filter((line) => line !== '').join('  \n'), true);
  markdown.isTrusted = { enabledCommands };
  return new Hover(markdown, new Range(document.positionAt(start), document.positionAt(end)));
}

type ReadValue =
  | { readonly kind: 'date'; readonly value: FoundDate }
  | { readonly kind: 'title' | 'byline'; readonly value: Found<string> };

/** What was read at an offset of the document. */
function readAt({ metadata }: ArticleAnalysis, offset: number): ReadValue | undefined {
  const { date, title, authors } = metadata;
  const isAt = (value: Found<string> | undefined): value is Found<string> =>
    value?.span !== undefined && value.span.start <= offset && offset <= value.span.end;
  if (date && isAt(date)) return { kind: 'date', value: date };
  const author = authors.find(isAt);
  if (author) return { kind: 'byline', value: author };
  return isAt(title) ? { kind: 'title', value: title } : undefined;
}

interface DateLinks {
  readonly uri: string;
  readonly canSet: boolean;
}

function dateLines(
  l10n: L10n,
  date: FoundDate,
  { metadata: { rejectedDates } }: ArticleAnalysis,
  { uri, canSet }: DateLinks,
): string[] {
  const others = rejectedDates.slice(0, namedDates).map(({ value, span, evidence }) => {
    const shown = escapeMarkdown(formatDate(l10n, value));
    const link = span ? `[${shown}](${command('openPassage', { uri, ...span })})` : shown;
    return `${link} ${escapeMarkdown(readingText(l10n, 'rejected', evidence))}`;
  });
  const left = rejectedDates.length - others.length;
  const actions = [
    `[${escapeMarkdown(l10n.t('Why This Date?'))}](${command('whyThisDate', { uri })})`,
    ...(canSet
      ? [`[${escapeMarkdown(l10n.t('Set Publication Date…'))}](${command('setPublicationDate', { uri })})`]
      : []),
  ];
  return [
    `$(calendar) **${escapeMarkdown(formatDate(l10n, date.value))}** · ${escapeMarkdown(l10n.t('date of publication'))}, ${escapeMarkdown(surenessText(l10n, date.confidence))}`,
    escapeMarkdown(readingText(l10n, 'taken', date.evidence)),
    others.length === 0
      ? ''
      : `${escapeMarkdown(l10n.t('Not taken:'))} ${others.join(' · ')}${left > 0 ? ` · +${String(left)}` : ''}`,
    actions.join('&nbsp;&nbsp;|&nbsp;&nbsp;'),
  ];
}

function valueLines(
  l10n: L10n,
  kind: 'title' | 'byline',
  { value, confidence, evidence }: Found<string>,
): string[] {
  const [icon, name] = kind === 'title' ? ['book', l10n.t('title')] : ['person', l10n.t('byline')];
  return [
    `$(${icon}) **${escapeMarkdown(value)}** · ${escapeMarkdown(name)}, ${escapeMarkdown(surenessText(l10n, confidence))}`,
    escapeMarkdown(readingText(l10n, 'taken', evidence)),
  ];
}

const command = (name: string, argument: unknown): string =>
  `command:corpusExplorer.${name}?${encodeURIComponent(JSON.stringify([argument]))}`;
