import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { isClusterAddress, mostPairedNames } from '../../core/index.ts';
import { formatNumber, isOne, type L10n } from '../l10n.ts';
import { formatDate } from '../partialDates.ts';
import { plainTooltip } from '../plainTooltip.ts';
import { snippetLabel } from '../search/searchItems.ts';
import type { CorpusPairs } from './corpusPairs.ts';
import type { PairNode, PairViewNode, PassageNode } from './pairNodes.ts';
import { countUnits, measureText } from './pairTexts.ts';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** What VS Code shows of a node of the Who with Whom view. */
export function pairItemOf(l10n: L10n, node: PairViewNode, pairs: CorpusPairs): TreeItem {
  const item = itemOf(l10n, node, pairs);
  item.id = node.id;
  item.contextValue = node.kind;
  // Where nothing else is to be said, the words that are seen.
  if (typeof item.label === 'string') item.accessibilityInformation ??= { label: item.label };
  return item;
}

function itemOf(l10n: L10n, node: PairViewNode, pairs: CorpusPairs): TreeItem {
  switch (node.kind) {
    case 'folder': {
      const item = new TreeItem(node.corpus.name, Expanded);
      item.iconPath = isClusterAddress(node.corpus.root) ? new ThemeIcon('server') : ThemeIcon.Folder;
      return item;
    }
    case 'pair':
      return pairItem(l10n, node, pairs);
    case 'passage':
      return passageItem(l10n, node);
    case 'more': {
      const item = new TreeItem(l10n.t('{0} more…', formatNumber(l10n, node.left)), None);
      item.command = { command: 'corpusExplorer.morePairs', title: l10n.t('Show More'), arguments: [node] };
      return item;
    }
  }
}

/** Of the pairs of one entity only the other one is named: the view says whose they are. */
function pairItem(l10n: L10n, { pair }: PairNode, { options, entity }: CorpusPairs): TreeItem {
  const { first, second, together, articles, score } = pair;
  const label = entity ? second.name : l10n.t('{0} – {1}', first.name, second.name);
  const item = new TreeItem(label, Collapsed);
  const counted = countUnits(l10n, options.unit, together);
  const measured = options.measure === 'together' ? '' : measureText(l10n, options.measure, score);
  item.description = [counted, measured].filter((part) => part !== '').join(' · ');
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  item.tooltip = plainTooltip([
    l10n.t('{0} – {1}', first.name, second.name),
    item.description,
    isOne(l10n, articles)
      ? l10n.t('in {0} article', formatNumber(l10n, articles))
      : l10n.t('in {0} articles', formatNumber(l10n, articles)),
    l10n.t('{0}: {1}', first.name, countUnits(l10n, options.unit, first.units)),
    l10n.t('{0}: {1}', second.name, countUnits(l10n, options.unit, second.units)),
    l10n.t('What names more than {0} is a list, and counts for no pair', mostPairedNames),
  ]);
  return item;
}

function passageItem(l10n: L10n, { corpus, passage }: PassageNode): TreeItem {
  const { article, text, start, end } = passage;
  const item = new TreeItem(snippetLabel(passage), None);
  const date = article.date === undefined ? l10n.t('undated') : formatDate(l10n, article.date);
  const where = [article.outlet ?? article.aggregator ?? '', date].filter((part) => part !== '').join(' · ');
  item.tooltip = plainTooltip([text, article.title, where]);
  item.accessibilityInformation = { label: [text, article.title, where].join(', ') };
  item.command = {
    command: 'corpusExplorer.openArticle',
    title: l10n.t('Open Article'),
    arguments: [{ root: corpus.root, article: article.id, span: { start, end } }],
  };
  return item;
}
