import { commands, type TreeView } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { hasReview, reviewNodes } from './reviewNodes.ts';

/** Keeps the Review view out of sight while there is nothing to review, and says when the filter hides it all. */
export function followReview(
  { corpora, filter, l10n }: Services,
  view: Pick<TreeView<TreeNode>, 'message'>,
): Disposable {
  const store = new DisposableStore();
  let asked = 0;
  const update = async (): Promise<void> => {
    const turn = ++asked;
    const open = corpora.all.filter(({ isOpen }) => isOpen);
    try {
      const any = await Promise.all(open.map(hasReview));
      const shown = await Promise.all(open.map((corpus) => reviewNodes(corpus, undefined, filter.current)));
      if (turn !== asked) return;
      const isHidden = any.includes(true) && shown.every((nodes) => nodes.length === 0);
      view.message = isHidden ? l10n.t('Nothing to review in what the filter lets through') : '';
      await commands.executeCommand('setContext', 'corpusExplorer.hasReview', any.includes(true));
    } catch {
      // The trees report what is wrong with the index.
    }
  };
  store.add(corpora.onDidChangeContents(() => void update()));
  store.add(corpora.onDidChangeFolders(() => void update()));
  store.add(filter.onDidChange(() => void update()));
  return store;
}
