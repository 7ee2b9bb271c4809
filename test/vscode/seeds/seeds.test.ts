/** Real scraped articles, where they are at hand: what the editor shows and cleans, against labels made by hand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { extension, folder, indexedCorpus, textFiles } from '../support/extension.ts';
import { cardAt } from '../support/hover.ts';
import { entitiesOf } from '../support/trees.ts';

interface Passages {
  readonly file: string;
  /** K: of the article; D: boilerplate; N: may stay or go. */
  readonly spans: readonly (readonly [number, number, 'K' | 'D' | 'N'])[];
}

interface Named {
  readonly file: string;
  readonly mentions: readonly { readonly start: number; readonly type: string; readonly text: string }[];
}

describe('Real articles', () => {
  const gold = (name: string): string => readFileSync(path.join(goldFolder(), name), 'utf8');
  const open = async (file: string): Promise<vscode.TextDocument> => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), file));
    await vscode.window.showTextDocument(document);
    return document;
  };

  before(() => extension().activate());
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('answer to VS Code’s own keys on an organization, before anybody has opened the view', async () => {
    const { docs } = JSON.parse(gold('entities.json')) as { docs: readonly Named[] };
    let organizations = 0;
    let defined = 0;
    for (const { file, mentions } of docs) {
      const document = await open(file);
      const named = new Map(
        mentions.filter(({ type }) => type === 'ORG').map(({ text, start }) => [text, start]),
      );
      const known: (readonly [name: string, place: vscode.Position])[] = [];
      for (const [name, start] of named) {
        const place = document.positionAt(start + 1);
        const found = await ask<vscode.LocationLink[]>('DefinitionProvider', document, place);
        if (found.length === 1) known.push([name, place]);
      }
      organizations += named.size;
      defined += known.length;
      const [[name, place] = []] = known;
      assert.ok(name !== undefined && place, `${file}: no definition`);
      const places = await ask<vscode.Location[]>('ReferenceProvider', document, place);
      assert.ok(
        places.some(({ uri }) => uri.toString() === document.uri.toString()),
        `${file}: ${name}: ${places.length} references`,
      );
      const marked = await ask<vscode.DocumentHighlight[]>('DocumentHighlights', document, place);
      assert.ok(
        marked.some(({ range }) => range.contains(place)),
        `${file}: ${name}: highlights`,
      );
      const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        plain,
      );
      assert.ok(symbols.length > 0, `${file}: ${plain}: symbols`);
      const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.ok(outline.length > 0, `${file}: outline`);
    }
    assert.ok(defined >= 0.7 * organizations, `${defined} of ${organizations} are known`);
  });

  it('have a card on an organization before anybody has opened the view', async () => {
    const { docs } = JSON.parse(gold('entities.json')) as { docs: readonly Named[] };
    for (const { file, mentions } of docs) {
      const document = await open(file);
      const cards = await Promise.all(
        mentions
          .filter(({ type }) => type === 'ORG')
          .map(({ start }) => cardAt(document, document.positionAt(start + 1))),
      );
      const shown = cards.filter((card) => card?.includes('command:corpusExplorer.')).length;
      assert.ok(shown >= 0.7 * cards.length, `${file}: ${shown} cards on ${cards.length} organizations`);
    }
  });

  it('lose all of their boilerplate and nothing else, in one step that undo takes back', async () => {
    const lines = gold('passages.jsonl').trim().split('\n');
    for (const { file, spans } of lines.map((line) => JSON.parse(line) as Passages)) {
      const document = await open(file);
      const original = document.getText();
      await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
      const cleaned = document.getText();
      for (const [start, end, label] of spans) {
        const passage = original.slice(start, end).trim();
        if (label === 'K') assert.ok(cleaned.includes(passage), `${file} lost “${passage.slice(0, 80)}”`);
        if (label === 'D' && passage.length > 20) {
          assert.ok(!cleaned.includes(passage), `${file} kept “${passage.slice(0, 80)}”`);
        }
      }
      if (cleaned !== original) await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), original);
      assert.equal(document.isDirty, false);
    }
  });

  it('are in the trees by the organizations of their own text only', async () => {
    const { trees } = await indexedCorpus();
    const names = (await entitiesOf(trees.entities, 'ORG')).map((node) => {
      const { label } = trees.entities.getTreeItem(node);
      return typeof label === 'string' ? label : (label?.label ?? '');
    });
    assert.ok(names.length > 5, names.join(', '));
    const texts = await Promise.all(
      (await textFiles()).map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    const passages = gold('passages.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Passages);
    const articles = passages.map(({ file, spans }) => {
      const text = readFileSync(path.join(folder().fsPath, file), 'utf8');
      return spans
        .filter(([, , label]) => label !== 'D')
        .map(([start, end]) => text.slice(start, end))
        .join('\n');
    });
    assert.equal(texts.length, articles.length);
    for (const name of names) {
      assert.ok(
        articles.some((article) => article.includes(name)),
        `${name} stands in no article`,
      );
    }
  });

  const ask = <T>(provider: string, { uri }: vscode.TextDocument, place: vscode.Position): Thenable<T> =>
    vscode.commands.executeCommand<T>(`vscode.execute${provider}`, uri, place);

  function goldFolder(): string {
    return path.join(folder().fsPath, '..', 'gold');
  }
});
