import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { folder, indexedCorpus, textFiles } from '../support/extension.ts';
import { countByDate, entitiesOf } from '../support/trees.ts';

describe('A folder that is not trusted and cannot be written to', () => {
  let corpus: Testing;
  before(async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    corpus = await indexedCorpus();
  });

  it('is indexed all the same', async () => {
    assert.equal(await countByDate(corpus.trees.dates), (await textFiles()).length);
    assert.ok((await entitiesOf(corpus.trees.entities, 'ORG')).length > 5);
  });

  it('gets no file of the extension', async () => {
    const names = (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name);
    const expected = (
      await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder(), '..', 'untouched'))
    ).map(([name]) => name);
    assert.deepEqual(names.sort(), expected.sort());
  });

  it('has cards and cleaning on the open article', async () => {
    const [uri] = await textFiles();
    assert.ok(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const [first] = await entitiesOf(corpus.trees.entities, 'ORG');
    assert.ok(first);
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('corpusExplorer.cleanBoilerplate'));
  });
});
