import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PairViewNode } from '../../../src/vscode/pairs/pairNodes.ts';
import type { Testing } from '../../../src/vscode/testing.ts';
import { indexedCorpus } from '../support/extension.ts';
import { entitiesOf } from '../support/trees.ts';

describe('the Who with Whom view', () => {
  let testing: Testing;
  before(async () => {
    testing = await indexedCorpus();
  });
  after(async () => {
    await vscode.commands.executeCommand('corpusExplorer.allPairs');
  });
  const pairsIn = (nodes: readonly PairViewNode[]) => nodes.filter((node) => node.kind === 'pair');
  const pairs = async () => pairsIn(await testing.pairs.tree.getChildren());

  it('ranks organizations named in one sentence, and opens their sentences', async () => {
    const found = await pairs();
    assert.ok(found.length > 0);
    const scores = found.map(({ pair }) => pair.score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
    const [best] = found;
    assert.ok(best);
    const passages = (await testing.pairs.tree.getChildren(best)).filter((node) => node.kind === 'passage');
    assert.equal(passages.length, best.pair.together);
    const item = testing.pairs.tree.getTreeItem(passages[0]!);
    const label = item.label as vscode.TreeItemLabel;
    assert.ok((label.highlights ?? []).length >= 2);
    const { command, arguments: given = [] } = item.command!;
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    const editor = vscode.window.activeTextEditor;
    const selected = editor?.document.getText(editor.selection).replace(/\s+/g, ' ');
    assert.equal(selected, passages[0]!.passage.text);
  });

  it('shows the partners of one entity from its menu', async () => {
    const [entity] = await entitiesOf(testing.trees.entities, 'ORG');
    assert.ok(entity);
    await vscode.commands.executeCommand('corpusExplorer.showPairs', entity);
    const found = await pairs();
    assert.ok(found.length > 0 && found.every(({ pair }) => pair.first.id === entity.entity));
    assert.ok(testing.pairs.view.message?.includes(entity.name));
    await vscode.commands.executeCommand('corpusExplorer.allPairs');
  });

  it('exports all pairs in three formats', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'corpus-pairs-'));
    try {
      const [best] = await pairs();
      for (const ending of ['csv', 'gexf', 'graphml']) {
        const file = path.join(folder, `pairs.${ending}`);
        await vscode.commands.executeCommand('corpusExplorer.exportPairs', vscode.Uri.file(file));
        assert.ok(readFileSync(file, 'utf8').includes(best!.pair.first.name), ending);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
