import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, indexedCorpus } from '../support/extension.ts';
import { givenCluster } from '../support/givenCluster.ts';
import { cardAt } from '../support/hover.ts';
import { articlesBelow, countByDate, entitiesOf } from '../support/trees.ts';

describe('A corpus in a cluster, in a window without a folder', () => {
  it('stands alone in the views, is read and put right, and leaves nothing but an empty window', async () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    const corpus = await indexedCorpus();
    const address = `${givenCluster().node}/sample`;
    const { trees } = corpus;
    assert.deepEqual(await trees.entities.getChildren(), []);
    const isConnected = await vscode.commands.executeCommand('corpusExplorer.connectCluster', {
      address,
      credentials: 'none',
    });
    assert.equal(isConnected, true);
    const setting = () => vscode.workspace.getConfiguration().inspect('corpusExplorer.clusters')?.globalValue;
    assert.deepEqual(setting(), [{ address }], 'kept for every window: there is no workspace to keep it in');
    // No node stands for the corpus: it is the only one.
    await eventually(async () => {
      assert.equal(await countByDate(trees.dates), givenCluster().articles);
    });
    // The first one has another name in the corpus by now than in the texts.
    // The tree by entity may be read again later than the tree by date.
    const [, second] = await eventually(() => entitiesOf(trees.entities, 'ORG'));
    const [article] = await articlesBelow(trees.entities, second!);
    await vscode.commands.executeCommand('corpusExplorer.openArticle', {
      root: address,
      article: article!.article.id,
      entity: second!.entity,
    });
    const { document, selection } = await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document.uri.scheme, 'corpus');
      assert.equal(active.selection.isEmpty, false);
      return active;
    });
    assert.match((await cardAt(document, selection.start.translate(0, 1))) ?? '', /articles/);
    const { name } = second!;
    const choice = { entity: name, type: 'ORG', action: 'rename', to: 'Un autre nom' } as const;
    await corpus.curation.setEntity(address, choice);
    const isShown = async (expected: string) =>
      eventually(async () => {
        assert.equal((await entitiesOf(trees.entities, 'ORG'))[1]?.name, expected);
      });
    await isShown('Un autre nom');
    await corpus.curation.undo();
    await isShown(name);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('corpusExplorer.disconnectCluster', address);
    await eventually(async () => {
      assert.deepEqual(await trees.entities.getChildren(), []);
    });
    assert.equal(setting(), undefined);
  });
});
