import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { indexedCorpus } from '../support/extension.ts';
import { cardAt, markdownAt } from '../support/hover.ts';
import { articlesBelow, entitiesOf } from '../support/trees.ts';

describe('The hover card', () => {
  let corpus: Testing;
  before(async () => {
    corpus = await indexedCorpus();
  });
  afterEach(async () => {
    await setHover(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tells of the organization under the mouse', async () => {
    const { document, position, name } = await mentionInFile();
    const card = await cardAt(document, position);
    assert.ok(card !== undefined && card.includes(name), card);
    assert.match(card, /\d+\s+articles/);
    assert.match(card, /data:image\/svg/, 'a sparkline');
    assert.match(card, /command:corpusExplorer\./, 'actions');
    const lines = card.split(/\n+|<br>/).filter((line) => line.trim() !== '');
    assert.ok(lines.length <= 8, `${lines.length} lines:\n${card}`);
  });

  it('names only commands of its own', async () => {
    const { document, position } = await mentionInFile();
    for (const { isTrusted, supportHtml } of await markdownAt(document, position)) {
      assert.notEqual(supportHtml, true);
      if (isTrusted === undefined || isTrusted === false) continue;
      assert.ok(typeof isTrusted === 'object', 'a fixed list of commands');
      for (const command of isTrusted.enabledCommands) assert.match(command, /^corpusExplorer\./);
    }
  });

  it('tells of it in a text that is not saved, too', async () => {
    const { name } = await mentionInFile();
    const content = `Rendez-vous au port\n\nLe groupe ${name} a invité ses clients à Marseille mardi. ${name} présentera ses comptes.\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    await vscode.window.showTextDocument(document);
    const card = await cardAt(document, document.positionAt(content.indexOf(name) + 2));
    assert.ok(card?.includes(name), card);
    assert.equal(await cardAt(document, document.positionAt(content.indexOf('invité') + 2)), undefined);
  });

  it('stays away when its setting says so', async () => {
    const { document, position } = await mentionInFile();
    await setHover('off');
    assert.equal(await cardAt(document, position), undefined);
    await setHover('organizations');
    assert.ok(await cardAt(document, position));
  });

  /** The first mention of the organization with most articles, in its first article. */
  async function mentionInFile(): Promise<{
    document: vscode.TextDocument;
    position: vscode.Position;
    name: string;
  }> {
    const { entities } = corpus.trees;
    const [first] = await entitiesOf(entities, 'ORG');
    assert.ok(first);
    const [article] = await articlesBelow(entities, first);
    assert.ok(article);
    const { command } = entities.getTreeItem(article);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    return { document: editor.document, position: editor.selection.start.translate(0, 1), name: first.name };
  }
});

const setHover = (value: 'off' | 'organizations' | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusExplorer')
    .update('hover.enabled', value, vscode.ConfigurationTarget.Global);
