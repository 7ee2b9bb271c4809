import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { eventually, folder, indexedCorpus, textFiles } from '../support/extension.ts';
import { childrenOf, countByDate } from '../support/trees.ts';

describe('Two folders in one workspace', () => {
  let corpus: Testing;
  before(async () => {
    corpus = await indexedCorpus();
  });

  it('have a node each, with their own articles', async () => {
    for (const tree of [corpus.trees.entities, corpus.trees.dates]) {
      const nodes = await childrenOf(tree, undefined, 'folder');
      assert.deepEqual(
        nodes.map((node) => tree.getTreeItem(node).label),
        ['first', 'second'],
      );
    }
    const nodes = await childrenOf(corpus.trees.dates, undefined, 'folder');
    for (const [index, node] of nodes.entries()) {
      assert.equal(await countByDate(corpus.trees.dates, node), (await textFiles(folder(index))).length);
    }
  });

  it('leave the trees to the one that stays', async () => {
    const left = (await textFiles(folder(0))).length;
    vscode.workspace.updateWorkspaceFolders(1, 1);
    await eventually(async () => {
      assert.equal(await countByDate(corpus.trees.dates), left);
    });
  });
});
