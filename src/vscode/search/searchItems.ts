import { ThemeIcon, TreeItem, TreeItemCollapsibleState, type TreeItemLabel } from 'vscode';
import { type SearchSnippet } from '../../core/index.ts';
import { countArticles, formatNumber, type L10n } from '../l10n.ts';
import { formatDate } from '../partialDates.ts';
import { plainTooltip } from '../plainTooltip.ts';
import { articleUri, hasOwnDocument } from '../recordDocuments/articleUri.ts';
import type { HitNode, SavedNode, SearchGroupNode, SearchNode, SnippetNode } from './searchNodes.ts';
import { describeNarrowing } from './searchTexts.ts';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
/** As VS Code's own search has it: a match stands where a narrow view still shows it. */
const shownBefore = 26;

/** What VS Code shows of a node of the Search view. */
export function searchItemOf(l10n: L10n, node: SearchNode): TreeItem {
  const item = itemOf(l10n, node);
  item.id = node.id;
  item.contextValue = node.kind;
  // Where nothing else is to be said, the words that are seen.
  if (typeof item.label === 'string') item.accessibilityInformation ??= { label: item.label };
  return item;
}

function itemOf(l10n: L10n, node: SearchNode): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(l10n, node);
    case 'hit':
      return hitItem(l10n, node);
    case 'snippet':
      return snippetItem(l10n, node);
    case 'more': {
      const item = new TreeItem(l10n.t('{0} more…', formatNumber(l10n, node.left)), None);
      item.command = { command: 'corpusExplorer.moreResults', title: l10n.t('Show More'), arguments: [node] };
      return item;
    }
    case 'noHits':
      return new TreeItem(l10n.t('No article now'), None);
    case 'savedRoot':
      return new TreeItem(l10n.t('Saved Searches'), Collapsed);
    case 'saved':
      return savedItem(l10n, node);
  }
}

function groupItem(l10n: L10n, { by, value, articles }: SearchGroupNode): TreeItem {
  const empty = by === 'year' ? l10n.t('Undated') : l10n.t('No outlet known');
  const label = value === '' ? empty : value;
  const item = new TreeItem(label, by === 'folder' ? Expanded : Collapsed);
  item.description = formatNumber(l10n, articles);
  item.accessibilityInformation = { label: `${label}, ${countArticles(l10n, articles)}` };
  return item;
}

function hitItem(l10n: L10n, { corpus, hit: { article, snippets } }: HitNode): TreeItem {
  const item = new TreeItem(article.title, snippets.length > 0 ? Expanded : None);
  const date = article.date === undefined ? l10n.t('undated') : formatDate(l10n, article.date);
  const publisher = article.outlet ?? article.aggregator ?? '';
  item.description = [publisher, date].filter((part) => part !== '').join(' · ');
  if (!hasOwnDocument(corpus.root, article.id)) item.resourceUri = articleUri(corpus.root, article);
  item.iconPath = ThemeIcon.File;
  item.accessibilityInformation = { label: [article.title, publisher, date].filter(Boolean).join(', ') };
  item.tooltip = plainTooltip([article.title, item.description, article.id]);
  if (snippets.length === 0) item.command = openCommand(l10n, corpus.root, article.id, undefined);
  return item;
}

function snippetItem(l10n: L10n, { parent, snippet }: SnippetNode): TreeItem {
  const item = new TreeItem(snippetLabel(snippet), None);
  item.tooltip = plainTooltip([snippet.text]);
  item.accessibilityInformation = { label: snippet.text };
  item.command = openCommand(l10n, parent.corpus.root, parent.hit.article.id, snippet);
  return item;
}

/** The snippet from shortly before its first match on, the matches highlighted. */
export function snippetLabel({ text, matches }: Pick<SearchSnippet, 'text' | 'matches'>): TreeItemLabel {
  const first = matches[0]?.start ?? 0;
  const cut = first > shownBefore ? text.indexOf(' ', first - shownBefore) + 1 : 0;
  const from = cut > 0 && cut <= first ? cut : Math.max(0, first - shownBefore);
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    label: before + text.slice(from),
    highlights: matches.map(({ start, end }): [number, number] => [start + shift, end + shift]),
  };
}

function savedItem(l10n: L10n, { search }: SavedNode): TreeItem {
  const item = new TreeItem(search.name, Collapsed);
  const narrowing = describeNarrowing(l10n, search);
  item.description = [search.words === search.name ? '' : search.words, narrowing]
    .filter((part) => part !== '')
    .join(' · ');
  item.iconPath = new ThemeIcon('search');
  item.accessibilityInformation = {
    label: l10n.t(
      '{0}: {1}',
      l10n.t('Saved search'),
      [search.name, search.words, narrowing].filter(Boolean).join(', '),
    ),
  };
  item.tooltip = plainTooltip([[search.words, narrowing].filter(Boolean).join(' · ')]);
  return item;
}

function openCommand(
  l10n: L10n,
  root: string,
  article: string,
  span: { readonly start: number; readonly end: number } | undefined,
): NonNullable<TreeItem['command']> {
  const place = { root, article, ...(span && { span: { start: span.start, end: span.end } }) };
  return { command: 'corpusExplorer.openArticle', title: l10n.t('Open Article'), arguments: [place] };
}
