import { commands, window, type TreeView, type Uri } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { describeFilter } from '../filter/filterText.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { CorpusPairs } from './corpusPairs.ts';
import { exportPairs } from './exportPairs.ts';
import type { MorePairsNode, PairViewNode } from './pairNodes.ts';
import { choosePairOptions } from './pairOptions.ts';
import { measureName } from './pairTexts.ts';
import { PairTree } from './pairTree.ts';

/** The Who with Whom view with what it is made of. */
export interface PairsView extends Disposable {
  readonly tree: PairTree;
  readonly pairs: CorpusPairs;
  readonly view: TreeView<PairViewNode>;
}

export function registerPairs(services: Services): PairsView {
  const { corpora, filter, l10n } = services;
  const store = new DisposableStore();
  const pairs = store.add(new CorpusPairs(services.workspaceMemory));
  const tree = store.add(new PairTree(services, pairs));
  const view = store.add(
    window.createTreeView('corpusExplorer.pairs', { treeDataProvider: tree, showCollapseAll: true }),
  );
  const refresh = (): void => {
    const { measure, unit } = pairs.options;
    const named =
      unit === 'sentence' ? l10n.t('Named in the Same Sentence') : l10n.t('Named in the Same Paragraph');
    const filtered = describeFilter(l10n, filter.current, filter.names);
    view.message = [
      pairs.entity ? l10n.t('With {0}', pairs.entity.name) : '',
      named,
      measureName(l10n, measure),
      filtered === '' ? '' : l10n.t('Filter: {0}', filtered),
    ]
      .filter((part) => part !== '')
      .join(' · ');
    if (view.visible) tree.refresh();
  };
  store.add(pairs.onDidChange(refresh));
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
  const publish = (): void => {
    void commands.executeCommand('setContext', 'corpusExplorer.pairsOfOne', pairs.entity !== undefined);
  };
  command('showPairs', async (argument: TreeNode | EntityReference | undefined) => {
    const reference = entityReferenceOf(argument);
    if (reference) {
      const { entity: id, name } = reference;
      pairs.of({ id, name: name ?? id.slice(id.indexOf(':') + 1) });
      publish();
    }
    await commands.executeCommand('corpusExplorer.pairs.focus');
  });
  command('allPairs', () => {
    pairs.of(undefined);
    publish();
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
    dispose: () => {
      store.dispose();
    },
  };
}
