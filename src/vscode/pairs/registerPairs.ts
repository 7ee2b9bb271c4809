import { commands, window, type TreeView, type Uri } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { CorpusPairs } from './corpusPairs.ts';
import { exportPairs } from './exportPairs.ts';
import { GraphPanel } from './graphPanel.ts';
import type { MorePairsNode, PairViewNode } from './pairNodes.ts';
import { choosePairOptions } from './pairOptions.ts';
import { cutText, questionTexts } from './pairTexts.ts';
import { PairTree } from './pairTree.ts';

/** The Who with Whom view with what it is made of. */
export interface PairsView extends Disposable {
  readonly tree: PairTree;
  readonly pairs: CorpusPairs;
  readonly view: TreeView<PairViewNode>;
  readonly panel: GraphPanel;
}

export function registerPairs(services: Services, extensionUri: Uri): PairsView {
  const { corpora, filter, l10n } = services;
  const store = new DisposableStore();
  const pairs = store.add(new CorpusPairs(services.workspaceMemory));
  const tree = store.add(new PairTree(services, pairs));
  const view = store.add(
    window.createTreeView('corpusExplorer.pairs', { treeDataProvider: tree, showCollapseAll: true }),
  );
  const panel = store.add(new GraphPanel(services, pairs, extensionUri));
  let isEmpty = false;
  const describe = (): void => {
    const filtered = describeFilter(l10n, filter.current, filter.names);
    view.message = [
      ...questionTexts(l10n, pairs),
      filtered === '' ? '' : l10n.t('Filter: {0}', filtered),
      tree.isCut ? cutText(l10n) : '',
      isEmpty ? l10n.t('No names stand together often enough in what the filter lets through') : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
  const refresh = (): void => {
    void panel.refresh();
    describe();
    if (view.visible) void tree.refresh();
  };
  store.add(
    tree.onDidRead((rows) => {
      if (rows !== undefined) isEmpty = rows === 0 && corpora.all.some(({ isOpen }) => isOpen);
      describe();
    }),
  );
  store.add(
    pairs.onDidChange(() => {
      void commands.executeCommand('setContext', 'corpusExplorer.pairsOfOne', pairs.entity !== undefined);
      refresh();
    }),
  );
  store.add(filter.onDidChange(refresh));
  store.add(corpora.onDidChangeContents(refresh));
  store.add(corpora.onDidChangeFolders(refresh));
  store.add(
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      void corpora.start();
      refresh();
    }),
  );
  const command = (name: string, run: (argument: never) => unknown): void => {
    store.add(commands.registerCommand(`corpusExplorer.${name}`, run));
  };
  command('showPairs', async (argument: TreeNode | EntityReference | undefined) => {
    const reference = entityReferenceOf(argument);
    if (reference) {
      const { entity: id, name } = reference;
      pairs.of({ id, name: name ?? id.slice(id.indexOf(':') + 1) });
    }
    await commands.executeCommand('corpusExplorer.pairs.focus');
  });
  command('allPairs', () => {
    pairs.of(undefined);
  });
  command('showPairGraph', () => {
    panel.show();
  });
  command('pairOptions', () => choosePairOptions(l10n, pairs));
  command('morePairs', (node: MorePairsNode) => {
    tree.loadMore(node);
  });
  command('exportPairs', (target: Uri | undefined) =>
    exportPairs(services, pairs, target && 'fsPath' in target ? target : undefined),
  );
  return {
    tree,
    pairs,
    view,
    panel,
    dispose: () => {
      store.dispose();
    },
  };
}
