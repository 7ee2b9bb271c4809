import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, folder } from '../support/extension.ts';
import { markdownAt } from '../support/hover.ts';

const article = 'lagune-eco/teranga-ondes-change-de-mains.txt';

describe('Boilerplate in the editor', () => {
  let uri: vscode.Uri;
  let original: Uint8Array;
  let document: vscode.TextDocument;

  before(async () => {
    await extension().activate();
    uri = vscode.Uri.joinPath(folder(), article);
    original = await vscode.workspace.fs.readFile(uri);
  });
  beforeEach(async () => {
    document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
  });
  afterEach(async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // In a browser VS Code saves by itself.
    await vscode.workspace.fs.writeFile(uri, original);
  });

  it('folds as regions, from its first line to its last', async () => {
    const lines = document.getText().split('\n');
    const ranges = await eventually(async () => {
      const found = await foldingRanges(document);
      assert.ok(found.length >= 2, 'share bar above and below');
      return found;
    });
    for (const { start, end, kind } of ranges) {
      assert.equal(kind, vscode.FoldingRangeKind.Region);
      assert.match(lines[start] ?? '', /^(Partager|NOS AUTRES)/);
      assert.match(lines[end] ?? '', /Imprimer|annonces/);
    }
  });

  it('is summed up above its first passage, with what can be done', async () => {
    const lenses = await eventually(async () => {
      const found = await codeLenses(document);
      assert.equal(found.length, 4);
      return found;
    });
    assert.deepEqual(new Set(lenses.map(({ range }) => range.start.line)), new Set([0]));
    const [share, ...actions] = lenses.map(({ command }) => command?.title ?? '');
    assert.match(share ?? '', /^\d+ % boilerplate in \d passages$/);
    assert.deepEqual(actions, ['Clean', 'Review', 'Why?']);
  });

  it('has no line above it when that is switched off', async () => {
    await eventually(async () => assert.equal((await codeLenses(document)).length, 4));
    const settings = vscode.workspace.getConfiguration('corpusExplorer');
    await settings.update('clean.lens', false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await codeLenses(document), []);
    } finally {
      await settings.update('clean.lens', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('says on hover what it is, why and how surely, and can run two commands only', async () => {
    const [markdown] = await eventually(async () => {
      const found = await markdownAt(document, new vscode.Position(2, 3));
      assert.equal(found.length, 1);
      return found;
    });
    assert.ok(markdown);
    assert.match(markdown.value, /^\*\*Share bar\*\* · .+\n\n.*\d\d \\% sure/);
    const named = [...markdown.value.matchAll(/\(command:([\w.]+)\?/g)].map(([, id]) => id);
    assert.deepEqual(named, ['corpusExplorer.keepPassage', 'corpusExplorer.cleanPassage']);
    const { enabledCommands } = markdown.isTrusted as { enabledCommands: readonly string[] };
    assert.deepEqual([...enabledCommands], named);
    assert.notEqual(markdown.supportHtml, true);
  });

  it('is cleaned passage by passage', async () => {
    const original = document.getText();
    const editor = await vscode.window.showTextDocument(document);
    const last = new vscode.Position(document.lineCount - 2, 4);
    editor.selection = new vscode.Selection(last, last);
    await vscode.commands.executeCommand('corpusExplorer.cleanPassage');
    assert.ok(original.startsWith(document.getText().trimEnd()), 'only the end went');
    assert.ok(document.getText().startsWith('Partager sur Facebook'));
    assert.doesNotMatch(document.getText(), /NOS AUTRES TITRES/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original);
  });

  it('is cleaned in the selection only', async () => {
    const original = document.getText();
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 9, 0);
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    assert.ok(original.endsWith(document.getText()), 'what stands below stays');
    assert.match(document.getText(), /^Téranga Ondes quitte/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original);
    editor.selection = new vscode.Selection(1, 0, 2, 0);
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    assert.equal(document.getText(), original.replace('Tweeter\n', ''));
  });

  it('is read again as the text changes', async () => {
    await eventually(async () => assert.ok((await codeLenses(document)).length > 0));
    const editor = await vscode.window.showTextDocument(document);
    const cleaned = new vscode.Range(0, 0, 5, 0);
    await editor.edit((edit) => edit.delete(cleaned));
    await eventually(async () => {
      const [lens] = await codeLenses(document);
      assert.ok((lens?.range.start.line ?? 0) > 10, 'the first passage is now the last');
    });
  });

  it('is compared with the cleaned text, which nobody can write to', async () => {
    await vscode.commands.executeCommand('corpusExplorer.compareWithCleaned');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.toString(), document.uri.toString());
    assert.equal(vscode.workspace.fs.isWritableFileSystem(input.modified.scheme), undefined);
    const cleaned = await vscode.workspace.openTextDocument(input.modified);
    assert.match(cleaned.getText(), /^Téranga Ondes quitte/);
    assert.equal(document.isDirty, false);
  });

  it('folds by command', async () => {
    const editor = await vscode.window.showTextDocument(document);
    await eventually(async () => assert.ok((await foldingRanges(document)).length > 0));
    await eventually(async () => {
      await vscode.commands.executeCommand('corpusExplorer.foldBoilerplate');
      const [first] = editor.visibleRanges;
      assert.equal(first?.end.line, 0, 'the first passage is folded at its first line');
    });
  });

  it('is kept as part of the article by the user’s word, until the line with it is deleted', async () => {
    const file = vscode.Uri.joinPath(folder(), '.corpus', 'curation.yaml');
    const before = await vscode.workspace.fs.readFile(file);
    const editor = await vscode.window.showTextDocument(document);
    try {
      await eventually(async () => assert.equal((await firstLens(document))?.range.start.line, 0));
      editor.selection = new vscode.Selection(1, 0, 1, 0);
      await vscode.commands.executeCommand('corpusExplorer.keepPassage');
      const written = Buffer.from(await vscode.workspace.fs.readFile(file)).toString('utf8');
      assert.match(written, /Partager sur Facebook Tweeter/);
      await eventually(async () => {
        const lens = await firstLens(document);
        assert.ok(
          lens === undefined || lens.range.start.line > 10,
          'the share bar is no boilerplate any more',
        );
      });
      const lines = written.split('\n').filter((line) => !line.includes('Partager'));
      await vscode.workspace.fs.writeFile(file, Buffer.from(lines.join('\n')));
      await eventually(async () => assert.equal((await firstLens(document))?.range.start.line, 0));
    } finally {
      await vscode.workspace.fs.writeFile(file, before);
    }
  });
});

describe('What is no article', () => {
  const lines = (line: (i: number) => string): string =>
    Array.from({ length: 12 }, (_, i) => line(i)).join('\n');
  const log = lines((i) => `2024-03-01 08:15:${10 + i} INFO Partager sur Facebook: 3 requests, nothing new.`);
  const list = lines((i) => `wheel-spokes-${i}`);

  it('is neither shown so nor changed', async () => {
    for (const content of [log, list]) {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
      assert.equal(document.getText(), content);
      assert.deepEqual(await codeLenses(document), []);
    }
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

const foldingRanges = async (document: vscode.TextDocument): Promise<readonly vscode.FoldingRange[]> =>
  (await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  )) ?? [];

const codeLenses = (document: vscode.TextDocument): Thenable<readonly vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);

const firstLens = async (document: vscode.TextDocument): Promise<vscode.CodeLens | undefined> =>
  (await codeLenses(document))[0];
