import { commands, window, workspace } from 'vscode';
import type { ArticleRow } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { formatDate } from '../partialDates.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { registerVersionTexts, versionUri } from './versionTexts.ts';

const setting = 'corpusExplorer.copies.countOnce';

/** The versions of a text: counted once where the user wants it so, and compared with each other. */
export function registerCopies(services: Services): Disposable {
  const store = new DisposableStore();
  const follow = (): void => {
    services.filter.countCopiesOnce(workspace.getConfiguration().get<boolean>(setting, false));
  };
  follow();
  store.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(setting)) follow();
    }),
  );
  store.add(registerVersionTexts(services));
  store.add(
    commands.registerCommand('corpusExplorer.compareVersions', async (node?: TreeNode) => {
      if (node?.kind === 'article') await compareVersions(services, node.corpus.root, node.article);
    }),
  );
  return store;
}

/** The first version beside this one; the first one itself beside the second. */
async function compareVersions(
  { corpora, l10n }: Services,
  root: string,
  article: ArticleRow,
): Promise<void> {
  const versions = (await corpora.at(root)?.index.versions(article.id)) ?? [];
  const [first, second] = versions;
  if (first === undefined || second === undefined) {
    void window.showInformationMessage(l10n.t('This is the only version that can be read.'));
    return;
  }
  const other = article.id === first.id ? second : article;
  const which = [
    other.outlet ?? other.aggregator ?? l10n.t('no outlet'),
    other.date === undefined ? l10n.t('undated') : formatDate(l10n, other.date),
  ].join(', ');
  const title = l10n.t('{0} (first version ↔ {1})', first.title, which);
  await commands.executeCommand('vscode.diff', versionUri(root, first), versionUri(root, other), title);
}
