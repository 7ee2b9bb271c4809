import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, folder, indexedCorpus } from '../support/extension.ts';

describe('Cleaning what cannot be written', () => {
  before(async () => {
    await indexedCorpus();
    await setReview('never');
  });
  after(async () => {
    await setReview(undefined);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens a cleaned copy, and leaves the page as it was', async () => {
    await vscode.commands.executeCommand('corpusExplorer.openArticle', {
      root: folder().fsPath,
      article: 'agenda.html',
    });
    const page = await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.scheme, 'corpus');
      return editor.document;
    });
    const text = page.getText();
    const lenses = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        page.uri,
      );
      assert.ok(found.length > 0, text);
      return found;
    });
    assert.match(lenses[0]?.command?.title ?? '', /boilerplate/);
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    const copy = vscode.window.activeTextEditor?.document;
    assert.ok(copy?.isUntitled === true);
    assert.ok(copy.getText().length < text.length);
    assert.match(copy.getText(), /La criée de Brumeville/);
    assert.equal(page.getText(), text);
  });
});

const setReview = (value: 'never' | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusExplorer')
    .update('clean.review', value, vscode.ConfigurationTarget.Global);
