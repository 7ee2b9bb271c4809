import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { indexedCorpus, folder } from '../support/extension.ts';

describe('VS Code’s own gestures', () => {
  let document: vscode.TextDocument;
  let text: string;
  const at = (words: string, from = 0): vscode.Position => {
    const offset = text.indexOf(words, from);
    assert.ok(offset >= 0, words);
    return document.positionAt(offset + 2);
  };

  before(async () => {
    const corpus = await indexedCorpus();
    corpus.setFilter({});
    const uri = vscode.Uri.joinPath(folder(), 'strait-ledger', '2008-10-teranga-ondes-opens.txt');
    document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    text = document.getText();
  });
  afterEach(async () => {
    (await indexedCorpus()).setFilter({});
    await vscode.window.showTextDocument(document);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(0, 0, 0, 0);
  });

  it('lists the mentions of an entity across the corpus, under all its names', async () => {
    const found = await references(at('Téranga Ondes'));
    const files = new Set(found.map(({ uri }) => uri.toString()));
    assert.ok(files.size > 3, `${files.size} files`);
    for (const [words, count] of await textsOf(found))
      assert.ok(/t[ée]ranga|^TO/i.test(words), `${words} (${count})`);
  });

  it('lists fewer of them when the corpus is filtered', async () => {
    const all = await references(at('Téranga Ondes'));
    (await indexedCorpus()).setFilter({ to: '2010' });
    const some = await references(at('Téranga Ondes'));
    assert.ok(some.length > 0 && some.length < all.length, `${some.length} of ${all.length}`);
  });

  it('lists the occurrences of any other word, accents and case folded', async () => {
    const word = /\b(network|licen[cs]e|coast|customers?)\b/i.exec(text);
    assert.ok(word, 'a plain word');
    const found = await references(document.positionAt(word.index + 1));
    assert.ok(found.length > 0);
    for (const [words] of await textsOf(found)) assert.equal(words.toLowerCase(), word[0].toLowerCase());
    assert.ok(found.some(({ uri }) => uri.toString() === document.uri.toString()));
  });

  it('lists the occurrences of what is selected', async () => {
    const sentence = /[a-z]{4,} [a-z]{3,} [a-z]{4,}/.exec(text);
    assert.ok(sentence);
    const [start, end] = [sentence.index, sentence.index + sentence[0].length].map((offset) =>
      document.positionAt(offset),
    );
    vscode.window.activeTextEditor!.selection = new vscode.Selection(start!, end!);
    const found = await references(start!);
    assert.ok(found.length > 0);
    for (const [words] of await textsOf(found)) assert.equal(words.toLowerCase(), sentence[0].toLowerCase());
  });

  it('goes to the sentence that says best what an entity is', async () => {
    const [link, ...others] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at('Téranga Ondes'),
    );
    assert.ok(link && others.length === 0);
    const target = await vscode.workspace.openTextDocument(link.targetUri);
    const sentence = target.getText(link.targetRange);
    assert.match(sentence, /Téranga|TO/);
    assert.ok(sentence.length > 'Téranga Ondes'.length, sentence);
    assert.equal(document.getText(link.originSelectionRange), 'Téranga Ondes');
    assert.match(target.getText(link.targetSelectionRange), /^(Téranga Ondes|TO)$/);
  });

  it('finds entities by any name, without accents and capitals, the best known first', async () => {
    const symbols = async (query: string): Promise<vscode.SymbolInformation[]> => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return found.filter(({ location }) => /\.(txt|md|html?)$|^corpus:/.test(location.uri.toString()));
    };
    const [first] = await symbols('Téranga Ondes');
    assert.equal(first?.name, 'Téranga Ondes');
    assert.match(first.containerName, /organization · \d+ articles/);
    const target = await vscode.workspace.openTextDocument(first.location.uri);
    assert.match(target.getText(first.location.range), /Téranga/);
    const folded = (await symbols('teranga')).map(({ name }) => name);
    assert.ok(folded.includes('Téranga Ondes (teranga)'), folded.join(', '));
    const many = await symbols('a');
    assert.ok(many.length <= 50 && many.length > 5, `${many.length}`);
    assert.deepEqual(await symbols('zzzzqx'), []);
  });

  it('highlights all mentions in the article of the entity under the cursor', async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      at('Téranga Ondes'),
    );
    const words = found.map(({ range }) => document.getText(range));
    assert.ok(
      words.filter((each) => each === 'Téranga Ondes').length > 1 || words.length > 1,
      words.join(', '),
    );
    for (const each of words) assert.match(each, /Téranga|^TO/);
  });

  const references = (position: vscode.Position): Thenable<vscode.Location[]> =>
    vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );

  /** What stands at some places, in the documents that VS Code opens for them. */
  async function textsOf(locations: readonly vscode.Location[]): Promise<Map<string, number>> {
    const texts = new Map<string, number>();
    for (const { uri, range } of locations) {
      const words = (await vscode.workspace.openTextDocument(uri)).getText(range);
      texts.set(words, (texts.get(words) ?? 0) + 1);
    }
    return texts;
  }
});
