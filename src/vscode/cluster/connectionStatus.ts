import { StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Corpora } from '../corpora.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { countArticles, formatNumber, type L10n } from '../l10n.ts';
import type { ClusterCorpus } from './clusterCorpus.ts';
import { presetName, problemText, unknownThere } from './connectionTexts.ts';

/** What a click on the status item does. */
export const clusterActions = 'corpusExplorer.clusterActions';

/** Says in the status bar which clusters are connected, and how they are; nothing where there are none. */
export function registerConnectionStatus(corpora: Corpora, l10n: L10n): Disposable {
  const store = new DisposableStore();
  const item = store.add(window.createStatusBarItem('corpusExplorer.cluster', StatusBarAlignment.Left, 10));
  item.name = l10n.t('Cluster');
  item.command = clusterActions;
  const update = (): void => {
    const clusters = corpora.inClusters;
    if (clusters.length === 0) {
      item.hide();
      return;
    }
    const lost = clusters.filter(({ connection }) => connection?.kind === 'lost');
    const slow = clusters.filter(({ connection }) => connection?.kind === 'slow');
    item.text = shownText(l10n, clusters, lost, slow);
    item.tooltip = clusters.map((corpus) => describeConnection(l10n, corpus)).join('\n');
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.backgroundColor = lost.length > 0 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  store.add(corpora.onDidChangeFolders(update));
  store.add(corpora.onDidChangeState(update));
  store.add(corpora.onDidChangeContents(update));
  update();
  return store;
}

type Clusters = readonly ClusterCorpus[];

function shownText(l10n: L10n, all: Clusters, lost: Clusters, slow: Clusters): string {
  const [worst] = [...lost, ...slow, ...all];
  const { name } = worst!;
  if (worst!.connection?.kind === 'lost')
    return worst!.connection.rule === 'busy'
      ? `$(watch) ${l10n.t('{0}: too busy', name)}`
      : `$(debug-disconnect) ${l10n.t('{0}: connection lost', name)}`;
  if (slow.length > 0) return `$(watch) ${l10n.t('{0}: slow', name)}`;
  return `$(server) ${all.length === 1 ? name : l10n.t('{0} clusters', formatNumber(l10n, all.length))}`;
}

/** One line on a connection. */
export function describeConnection(l10n: L10n, corpus: ClusterCorpus): string {
  const { name, root, status } = corpus;
  const articles = status ? countArticles(l10n, status.articles) : '';
  return [name, root, articles, connectionText(l10n, corpus), whose(l10n, corpus)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** How a connection is: a word, or what is wrong with it. */
export function connectionText(l10n: L10n, { status, connection }: ClusterCorpus): string {
  switch (connection?.kind) {
    case 'lost':
      return problemText(l10n, connection);
    case 'slow':
      return l10n.t('slow');
    default:
      return status ? l10n.t('connected') : l10n.t('not asked yet');
  }
}

/** Of another program's index: whose it is, what dates it, and what it cannot say. */
function whose(l10n: L10n, { preset, dateField }: ClusterCorpus): string {
  if (preset === undefined || preset === 'corpusExplorer') return '';
  const index =
    dateField === undefined || dateField === 'none'
      ? l10n.t('An index of {0}, without dates.', presetName(preset))
      : l10n.t('An index of {0}, dated by {1}.', presetName(preset), dateField);
  return `${index} ${unknownThere(l10n)}`;
}
