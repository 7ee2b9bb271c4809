import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { folder, indexedCorpus, textFiles } from '../support/extension.ts';
import { namedServer } from '../support/namedServer.ts';
import { articlesBelow, countByDate, entitiesOf } from '../support/trees.ts';

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

  it('runs no model that a setting names', async () => {
    const worker = await corpus.workerProcessId();
    const settings = vscode.workspace.getConfiguration('corpusExplorer');
    const nowhere = vscode.Uri.joinPath(folder(), 'nowhere').fsPath;
    await settings.update('names.model', nowhere, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('corpusExplorer.refresh');
    assert.equal(await corpus.workerProcessId(), worker);
    await settings.update('names.model', undefined, vscode.ConfigurationTarget.Global);
  });

  it('has no server asked that its settings name, or those of the user, or the command', async () => {
    const { address, requests } = await namedServer();
    const settings = vscode.workspace.getConfiguration('corpusExplorer');
    assert.deepEqual(settings.get('clusters'), [], 'VS Code itself gives no setting of the folder');
    await settings.update('clusters', [{ address }], vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('corpusExplorer.refresh');
    await corpus.whenIndexed();
    const given = { address, credentials: 'none' };
    assert.equal(await vscode.commands.executeCommand('corpusExplorer.connectCluster', given), false);
    await settings.update('clusters', undefined, vscode.ConfigurationTarget.Global);
    assert.deepEqual(corpus.connections(), []);
    assert.deepEqual(await requests(), []);
  });

  it('gets no file of the extension', async () => {
    const names = (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name);
    const expected = (
      await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder(), '..', 'untouched'))
    ).map(([name]) => name);
    assert.deepEqual(names.sort(), expected.sort());
  });

  it('has cards and cleaning on an open article', async () => {
    const { entities } = corpus.trees;
    const [first] = await entitiesOf(entities, 'ORG');
    assert.ok(first);
    const article = (await articlesBelow(entities, first)).find((node) => node.article.outlet !== undefined);
    assert.ok(article, 'an article of a known outlet, which has a page around it');
    const { command } = entities.getTreeItem(article);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      editor.selection.start,
    );
    const texts = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value);
    assert.ok(
      texts.some((text) => text.includes(first.name)),
      texts.join(),
    );
    const original = editor.document.getText();
    await vscode.workspace
      .getConfiguration('corpusExplorer')
      .update('clean.review', 'never', vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    assert.ok(editor.document.getText().length < original.length);
  });
});
