import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, folder, indexedCorpus } from '../support/extension.ts';
import { countByDate } from '../support/trees.ts';

describe('A folder without an article', () => {
  it('has empty trees, and fills them with the first article', async () => {
    const { trees } = await indexedCorpus();
    assert.deepEqual(await trees.entities.getChildren(), []);
    assert.deepEqual(await trees.dates.getChildren(), []);
    const file = vscode.Uri.joinPath(folder(), 'premier.txt');
    const text =
      "Une école ferme au hameau\n\nL'école du haut fermera en juin faute d'élèves, a confirmé le rectorat à la mairie.\n";
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await eventually(async () => {
      assert.equal(await countByDate(trees.dates), 1);
    });
  });
});
