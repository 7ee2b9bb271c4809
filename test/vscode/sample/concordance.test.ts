import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, folder, indexedCorpus } from '../support/extension.ts';
import { entitiesOf } from '../support/trees.ts';

describe('The concordance', () => {
  let root: string;
  before(async () => {
    (await indexedCorpus()).setFilter({});
    root = folder().fsPath;
  });
  afterEach(async () => {
    (await indexedCorpus()).setFilter({});
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('aligns all mentions of an entity of the tree', async () => {
    const { trees } = await indexedCorpus();
    const [first] = await entitiesOf(trees.entities, 'ORG');
    assert.ok(first);
    const document = await show(first);
    assert.equal(document.languageId, 'corpus-concordance');
    assert.equal(document.lineAt(0).text, `Concordance: ${first.name}`);
    assert.match(
      document.getText(),
      new RegExp(`^${first.mentions} lines in ${first.articles} articles$`, 'm'),
    );
    const lines = linesOf(document);
    assert.equal(lines.length, first.mentions);
    const columns = new Set((await lineLinks(document)).map(({ range }) => range.start.character));
    assert.equal(columns.size, 1, 'one column of keywords');
  });

  it('leads from every line to its exact place', async () => {
    const document = await show({ root, words: 'port*' });
    const links = await lineLinks(document);
    assert.equal(links.length, linesOf(document).length);
    for (const { range } of links.slice(0, 10)) {
      const keyword = document.getText(range);
      const [place] = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        range.start,
      );
      assert.ok(place);
      const target = await vscode.workspace.openTextDocument(place.uri);
      assert.equal(target.getText(place.range).replace(/\s+/g, ' '), keyword);
      assert.match(keyword, /^port/i);
    }
    const { target } = links[0]!;
    assert.ok(target?.scheme === 'command');
    const [command, args] = [target.path, JSON.parse(decodeURIComponent(target.query)) as unknown[]];
    await vscode.commands.executeCommand(command, ...args);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), document.getText(links[0]!.range));
  });

  it('sorts by its context, and obeys the filter', async () => {
    const document = await show({ root, words: 'port' });
    const all = linesOf(document).length;
    await vscode.commands.executeCommand('corpusExplorer.concordance.sort', document.uri, 'right');
    await eventually(() => {
      assert.match(document.getText(), /^Sorted by: right context \(1R 2R 3R\)$/m);
    });
    const rights = (await lineLinks(document)).map(({ range }) =>
      document.lineAt(range.start.line).text.slice(range.end.character),
    );
    const firstWords = rights.map((right) => /[\p{L}\p{N}]+/u.exec(fold(right))?.[0] ?? '');
    assert.deepEqual(firstWords, [...firstWords].sort());
    (await indexedCorpus()).setFilter({ to: '2012' });
    await eventually(() => {
      const some = linesOf(document).length;
      assert.ok(some > 0 && some < all, `${some} of ${all}`);
      assert.match(document.getText(), /^In: the articles of the filter \(until 2012\)$/m);
    });
  });

  it('shows what is under the cursor', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'strait-ledger', '2008-10-teranga-ondes-opens.txt');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const offset = editor.document.getText().indexOf('Téranga Ondes') + 2;
    const place = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(place, place);
    const document = await show(uri);
    assert.equal(document.lineAt(0).text, 'Concordance: Téranga Ondes');
    assert.ok(linesOf(document).length > 3);
  });

  async function show(argument: unknown): Promise<vscode.TextDocument> {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('corpusExplorer.showConcordance', argument);
    return eventually(() => {
      const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
      assert.ok(document);
      assert.match(document.getText(), /^[\d,]+ lines? in [\d,]+ articles?$/m);
      return document;
    });
  }

  /** What stands below the head. */
  const linesOf = (document: vscode.TextDocument): string[] =>
    document
      .getText()
      .split('\n')
      .slice(6)
      .filter((line) => line !== '');

  const lineLinks = async ({ uri }: vscode.TextDocument): Promise<vscode.DocumentLink[]> => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      uri,
      10_000,
    );
    return links.filter(({ target }) => target?.path === 'corpusExplorer.openConcordanceLine');
  };

  const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
});
