import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { eventually, extension, indexedCorpus } from '../support/extension.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly title: string;
      readonly steps: readonly { readonly media: { readonly image: Readonly<Record<string, string>> } }[];
    }[];
  };
}

describe('For a keyboard and a screen reader', () => {
  const manifest = (): Manifest => extension().packageJSON as Manifest;
  let testing: Testing;
  before(async () => {
    testing = await indexedCorpus();
  });
  after(async () => {
    await vscode.commands.executeCommand('corpusExplorer.clearSearch');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('every command of the manifest is there, with a title in words', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command, title } of manifest().contributes.commands) {
      assert.ok(known.has(command), command);
      assert.doesNotMatch(title, /%/, command);
    }
  });

  it('every row of every view has words to be said', async () => {
    await vscode.commands.executeCommand('corpusExplorer.searchWords', 'l*');
    await Promise.all([
      saysAll(testing.trees.entities),
      saysAll(testing.trees.dates),
      saysAll(testing.trees.review),
      saysAll(testing.search.tree),
      saysAll(testing.pairs.tree),
    ]);
  });

  it('the first steps open, with their pictures', async () => {
    const [walkthrough] = manifest().contributes.walkthroughs;
    assert.equal(walkthrough?.steps.length, 4);
    for (const { media } of walkthrough.steps)
      for (const picture of Object.values(media.image))
        assert.ok(existsSync(vscode.Uri.joinPath(extension().extensionUri, picture).fsPath), picture);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const tabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await eventually(() => assert.equal(tabs().length, 0));
    await vscode.commands.executeCommand('corpusExplorer.showFirstSteps');
    // What it shows, the tests in a window look at: the interface says of its tab no more than that it is there.
    await eventually(() => assert.equal(tabs().length, 1));
  });

  /** Some rows of every kind: not the tenth entity's articles too. */
  async function saysAll<Node>(
    tree: Required<Pick<vscode.TreeDataProvider<Node>, 'getChildren' | 'getTreeItem'>>,
    parent?: Node,
    depth = 0,
  ): Promise<void> {
    const children = (await tree.getChildren(parent)) ?? [];
    if (depth === 0) assert.ok(children.length > 0, 'the view is empty');
    for (const [i, child] of children.entries()) {
      const item = await tree.getTreeItem(child);
      assert.ok((item.accessibilityInformation?.label ?? '').trim() !== '', JSON.stringify(item.label));
      const isParent = (item.collapsibleState ?? 0) !== vscode.TreeItemCollapsibleState.None;
      if (isParent && (depth < 1 || i < 3)) await saysAll(tree, child, depth + 1);
    }
  }
});
