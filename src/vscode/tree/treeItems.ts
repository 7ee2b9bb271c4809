import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { isClusterAddress, type ArticleRow, type DateMark } from '../../core/index.ts';
import { markSentence, markText, sourceName } from '../dates/dateText.ts';
import { allOfType, typeIcons, typeWord } from '../entityTypes.ts';
import { countArticles, countMentions, countVersions, formatNumber, type L10n } from '../l10n.ts';
import { formatDate, formatDateInYear, formatMonth } from '../partialDates.ts';
import { plainTooltip } from '../plainTooltip.ts';
import { articleUri, hasOwnDocument } from '../recordDocuments/articleUri.ts';
import type { ArticleNode, FolderNode, MonthNode, ReviewNode, TreeNode } from './nodes.ts';

/** What VS Code shows of a node: everything but the tooltip, which is made when it is asked for. */
export function treeItemOf(l10n: L10n, node: TreeNode): TreeItem {
  const item = new TreeItem(labelOf(l10n, node), collapsibleStateOf(node));
  item.id = node.id;
  item.contextValue = contextOf(node);
  const description = descriptionOf(l10n, node);
  if (description !== '') item.description = description;
  item.accessibilityInformation = { label: spokenLabelOf(l10n, node) };
  // Of what it is taken for nobody has said that it is right.
  if (node.kind === 'entity' && node.isUnsure) item.iconPath = new ThemeIcon(typeIcons[node.type]);
  if (node.kind === 'type') item.iconPath = new ThemeIcon(typeIcons[node.type]);
  if (node.kind === 'folder')
    item.iconPath = isClusterAddress(node.corpus.root) ? new ThemeIcon('server') : ThemeIcon.Folder;
  if (node.kind === 'article') {
    // A record has no file of its own: that of its document would give every row a lock, and that of its source braces.
    if (!hasOwnDocument(node.corpus.root, node.article.id))
      item.resourceUri = articleUri(node.corpus.root, node.article);
    item.iconPath = markIcon(node.article) ?? ThemeIcon.File;
    item.command = {
      command: 'corpusExplorer.openArticle',
      title: l10n.t('Open Article'),
      arguments: [
        {
          root: node.corpus.root,
          article: node.article.id,
          ...(node.entity && { entity: node.entity }),
          ...(node.place === 'review' && { isAtDate: true }),
        },
      ],
    };
  }
  if (node.kind === 'review') item.iconPath = new ThemeIcon(reviewIcons[node.group]);
  if (node.kind === 'more') {
    item.command = { command: 'corpusExplorer.loadMore', title: l10n.t('Show More'), arguments: [node] };
  }
  return item;
}

/** What the menus of the views tell nodes by. */
function contextOf(node: TreeNode): string {
  if (node.kind === 'folder') return isClusterAddress(node.corpus.root) ? 'cluster' : 'folder';
  if (node.kind === 'article') return node.place === 'version' ? 'version' : 'article';
  if (node.kind !== 'entity') return node.kind;
  return node.isCurated ? 'entity.curated' : node.isUnsure ? 'entity.unsure' : 'entity';
}

/** Adds the tooltip: the whole of what label and description may have cut off. */
export function withTooltip(l10n: L10n, node: TreeNode, item: TreeItem): TreeItem {
  if (node.kind === 'article') item.tooltip = articleTooltip(l10n, node.article);
  else item.tooltip = [spokenLabelOf(l10n, node), ...hintOf(l10n, node)].join('\n\n');
  return item;
}

/** What is to be known of a node before one judges it. */
function hintOf(l10n: L10n, node: TreeNode): readonly string[] {
  const isList = node.kind === 'type' && node.type === 'unsure';
  if (!isList && !(node.kind === 'entity' && node.isUnsure)) return [];
  return [
    l10n.t(
      'No article was read as naming it with confidence. Press A to accept it, R to reject it; it counts in no other list.',
    ),
  ];
}

function articleTooltip(l10n: L10n, article: ArticleRow): ReturnType<typeof plainTooltip> {
  return plainTooltip([
    article.title,
    [publisherOf(article), dateOf(l10n, article)].filter((part) => part !== '').join(' · '),
    ...dateNotes(l10n, article),
    article.authors.join(', '),
    article.mentions === undefined ? '' : countMentions(l10n, article.mentions),
    article.id,
  ]);
}

/** What is to be known of the date, a sentence each. */
function dateNotes(l10n: L10n, { dateSource, marks = [] }: ArticleRow): string[] {
  const isElsewhere = dateSource !== undefined && dateSource !== 'text' && dateSource !== 'curation';
  return [
    ...marks.map((mark) => markSentence(l10n, mark)),
    isElsewhere ? l10n.t('The date is from: {0}', sourceName(l10n, dateSource)) : '',
  ];
}

/** The strongest mark of a date that is there; the others are in the tooltip. */
function shownMark({ marks = [] }: ArticleRow): DateMark | undefined {
  return marks.find((mark) => mark in markIcons);
}

const markIcons: Partial<Record<DateMark, string>> = {
  conflicting: 'warning',
  inFuture: 'warning',
  lowConfidence: 'question',
  inferred: 'question',
  userDate: 'edit',
  userUndated: 'edit',
};

const reviewIcons = {
  undated: 'circle-slash',
  conflicting: 'warning',
  inFuture: 'history',
  sameText: 'files',
  lowConfidence: 'question',
} as const;

function markIcon(article: ArticleRow): ThemeIcon | undefined {
  const mark = shownMark(article);
  const icon = mark && markIcons[mark];
  if (icon === undefined) return undefined;
  return icon === 'warning'
    ? new ThemeIcon(icon, new ThemeColor('list.warningForeground'))
    : new ThemeIcon(icon);
}

function labelOf(l10n: L10n, node: TreeNode): string {
  switch (node.kind) {
    case 'folder':
      return node.corpus.name;
    case 'type':
      return node.type === 'unsure' ? l10n.t('To Review') : allOfType(l10n, node.type);
    case 'entity':
      return node.name;
    case 'year':
      return node.year;
    case 'month':
      return monthLabel(l10n, node);
    case 'undated':
      return l10n.t('Undated');
    case 'reason':
      return {
        noDate: l10n.t('No date in the text'),
        onlyEventDates: l10n.t('Only dates of events'),
        userUndated: l10n.t('Said to have no date'),
      }[node.reason];
    case 'review':
      return reviewLabel(l10n, node);
    case 'article':
      return articleLabel(node);
    case 'more':
      return l10n.t('{0} more…', formatNumber(l10n, node.left));
  }
}

function reviewLabel(l10n: L10n, { group }: ReviewNode): string {
  return {
    undated: l10n.t('Undated'),
    conflicting: l10n.t('Two sources disagree'),
    inFuture: l10n.t('In the future'),
    sameText: l10n.t('Same text under two dates'),
    lowConfidence: l10n.t('Unsure'),
  }[group];
}

function monthLabel(l10n: L10n, { month }: MonthNode): string {
  return month.length === 4 ? l10n.t('{0}, month not known', month) : formatMonth(l10n, month);
}

/** Below a month an article begins with its day, or with a tilde where the day is not known. */
function articleLabel({ article, place }: ArticleNode): string {
  if (place !== 'month') return article.title;
  const day =
    article.date !== undefined && article.precision === 'day' ? String(Number(article.date.slice(8))) : '~';
  return `${day.padStart(2, '\u2007')}  ${article.title}`;
}

function descriptionOf(l10n: L10n, node: TreeNode): string {
  switch (node.kind) {
    case 'folder':
      return folderDescription(l10n, node);
    case 'type':
      return about(l10n, node.isApproximate, formatNumber(l10n, node.entities));
    case 'entity':
      return [
        ...(node.isUnsure ? [l10n.t('{0}?', typeWord(l10n, node.type))] : []),
        about(l10n, node.isApproximate, countArticles(l10n, node.articles)),
        countMentions(l10n, node.mentions),
        ...(node.isCurated ? [`✎ ${l10n.t('put right')}`] : []),
      ].join(' · ');
    case 'year':
    case 'month':
    case 'undated':
    case 'reason':
    case 'review':
      return formatNumber(l10n, node.articles);
    case 'article':
      return articleDescription(l10n, node);
    case 'more':
      return '';
  }
}

/** A count that the server only approximates says so. */
function about(l10n: L10n, isApproximate: boolean | undefined, count: string): string {
  return isApproximate === true ? l10n.t('about {0}', count) : count;
}

/** Nothing yet is not the same as nothing. */
function folderDescription(l10n: L10n, { corpus: { status } }: FolderNode): string {
  if (status === undefined || (status.articles === 0 && !status.isComplete)) return '';
  return countArticles(l10n, status.articles);
}

function articleDescription(l10n: L10n, { article, place }: ArticleNode): string {
  const when = {
    year: whenInYear,
    month: whenInMonth,
    undated: bounds,
    review: dateOf,
    version: dateOf,
  }[place](l10n, article);
  const mark = shownMark(article);
  return [publisherOf(article), when, mark ? markText(l10n, mark) : '', versionText(l10n, article, place)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** How often the text stands in the corpus; of one version, whether it was the first. */
function versionText(l10n: L10n, { id, versions }: ArticleRow, place: ArticleNode['place']): string {
  if (versions === undefined) return '';
  if (place === 'version') return versions.first === id ? l10n.t('first version') : '';
  return countVersions(l10n, versions.count);
}

function whenInYear(l10n: L10n, { date }: ArticleRow): string {
  return date === undefined ? '' : formatDateInYear(l10n, date);
}

function whenInMonth(l10n: L10n, { date, precision }: ArticleRow): string {
  if (date === undefined || precision === 'day') return '';
  return precision === 'month' ? l10n.t('{0}, day not known', formatDate(l10n, date)) : '';
}

function bounds(l10n: L10n, { notBefore }: ArticleRow): string {
  return notBefore === undefined ? '' : l10n.t('not before {0}', notBefore);
}

function publisherOf({ outlet, aggregator }: ArticleRow): string {
  return outlet ?? aggregator ?? '';
}

function dateOf(l10n: L10n, article: ArticleRow): string {
  return article.date === undefined
    ? [l10n.t('undated'), bounds(l10n, article)].filter((part) => part !== '').join(', ')
    : formatDate(l10n, article.date);
}

function collapsibleStateOf(node: TreeNode): TreeItemCollapsibleState {
  if (node.kind === 'article' && node.place !== 'version' && node.article.versions)
    return TreeItemCollapsibleState.Collapsed;
  if (node.kind === 'article' || node.kind === 'more') return TreeItemCollapsibleState.None;
  const isOpen = node.kind === 'folder' || (node.kind === 'type' && node.type === 'ORG');
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

/** What a screen reader says: the kind of number is named, the day has its month. */
function spokenLabelOf(l10n: L10n, node: TreeNode): string {
  const label = labelOf(l10n, node);
  switch (node.kind) {
    case 'article':
      return [
        node.article.title,
        publisherOf(node.article),
        dateOf(l10n, node.article),
        ...(node.article.marks ?? []).map((mark) => markText(l10n, mark)),
        versionText(l10n, node.article, node.place),
      ]
        .filter(Boolean)
        .join(', ');
    case 'entity':
      return `${label}, ${typeWord(l10n, node.type)}, ${descriptionOf(l10n, node).replaceAll(' · ', ', ')}`;
    case 'year':
    case 'month':
    case 'undated':
    case 'reason':
    case 'review':
      return `${label}, ${countArticles(l10n, node.articles)}`;
    case 'folder':
    case 'type':
    case 'more':
      return [label, descriptionOf(l10n, node)].filter(Boolean).join(', ');
  }
}
