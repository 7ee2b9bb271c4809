import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import type { TreeNode } from '../../../src/vscode/tree/nodes.ts';
import { eventually, folder, indexedCorpus } from '../support/extension.ts';
import { cardAt } from '../support/hover.ts';
import { articlesBelow, childrenOf, entitiesOf, named } from '../support/trees.ts';

const company = 'Compagnie des Phares';

describe('Articles of every format', () => {
  let corpus: Testing;
  before(async () => {
    corpus = await indexedCorpus();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('stand in the trees, each one in its year', async () => {
    const years = await childrenOf(corpus.trees.dates, undefined, 'year', 'undated');
    const ids = (await Promise.all(years.map((year) => articlesBelow(corpus.trees.dates, year)))).flat();
    assert.deepEqual(ids.map(({ article }) => `${article.date ?? ''} ${article.id}`).sort(), [
      '2016-05-12 textes/phare_1.txt',
      '2016-05-25 textes/phare_2.txt',
      '2017-08-09 agenda.html',
      '2018-01-13 tableau.csv#1',
      '2018-03-02 tableau.csv#2',
      '2019-03-04 vigie.jsonl#1',
      '2019-05-17 vigie.jsonl#2',
      '2020-01-09 vigie.jsonl#5',
      '2021-06-07 port.md',
    ]);
    const titles = new Map(ids.map(({ article }) => [article.id, article.title]));
    assert.equal(titles.get('tableau.csv#1'), 'Les marées; un commerce');
    assert.equal(titles.get('textes/phare_2.txt'), 'Le phare vendu');
    assert.equal(titles.get('port.md'), 'Le port : ce qui change');
  });

  it('open as read-only documents with their titles, where their file is not their text', async () => {
    const record = await open('vigie.jsonl#1');
    assert.equal(record.uri.scheme, 'corpus');
    assert.equal(record.languageId, 'plaintext');
    assert.match(record.getText(), /^La Compagnie des Phares a commandé deux navires/);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.equal(tab?.label, 'La Compagnie des Phares commande deux navires');
    assert.equal(vscode.workspace.fs.isWritableFileSystem('corpus'), false);
    const page = await open('agenda.html');
    assert.equal(page.uri.scheme, 'corpus');
    assert.match(page.getText(), /La criée de Brumeville/);
    assert.ok(!page.getText().includes('<p>'));
    const markdown = await open('port.md');
    assert.equal(markdown.uri.scheme, 'file');
    assert.equal(markdown.languageId, 'markdown');
  });

  it('show cards of what they name', async () => {
    for (const id of ['vigie.jsonl#1', 'tableau.csv#2', 'agenda.html', 'port.md']) {
      const document = await open(id);
      const card = await cardAt(document, document.positionAt(document.getText().indexOf(company) + 4));
      assert.ok(card?.includes(company), `${id}: ${card}`);
      assert.match(card ?? '', /8\s+articles/, id);
    }
  });

  it('give the mentions of a name, in records as in files', async () => {
    const document = await open('vigie.jsonl#2');
    const position = document.positionAt(document.getText().indexOf(company) + 4);
    const locations = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );
    const schemes = new Set(locations.map(({ uri }) => uri.scheme));
    assert.deepEqual([...schemes].sort(), ['corpus', 'file']);
    for (const { uri, range } of locations) {
      const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
      assert.ok(text.includes(company), `${uri.toString()}: ${text}`);
    }
  });

  it('open at the mention of the entity they stand under', async () => {
    const organizations = await entitiesOf(corpus.trees.entities, 'ORG');
    const node = named(organizations, company);
    const articles = await articlesBelow(corpus.trees.entities, node);
    const record = articles.find(({ article }) => article.id === 'tableau.csv#2');
    assert.ok(record);
    await vscode.commands.executeCommand('corpusExplorer.openArticle', {
      root: record.corpus.root,
      article: record.article.id,
      entity: node.entity,
    });
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /Compagnie des Phares/);
  });

  it('are cleaned into a copy', async () => {
    const document = await open('vigie.jsonl#1');
    const original = document.getText();
    await vscode.commands.executeCommand('corpusExplorer.cleanBoilerplate');
    const copy = await eventually(() => {
      const now = vscode.window.activeTextEditor?.document;
      assert.ok(now?.isUntitled, now?.uri.toString());
      return now;
    });
    assert.ok(copy.getText().includes('a commandé deux navires'));
    assert.ok(copy.getText().length < original.length, copy.getText());
    assert.equal(document.getText(), original);
  });

  it('lead to their source file, at the line of the record', async () => {
    await open('vigie.jsonl#5');
    await vscode.commands.executeCommand('corpusExplorer.openSourceFile');
    const editor = await eventually(() => {
      const now = vscode.window.activeTextEditor;
      assert.ok(now !== undefined);
      assert.ok(now.document.uri.path.endsWith('/vigie.jsonl'), now.document.uri.toString());
      return now;
    });
    assert.equal(editor.selection.active.line, 4);
    assert.match(editor.document.lineAt(4).text, /v-105/);
  });

  it('say in the report what was read, by format and by field, and what could not be', async () => {
    await vscode.commands.executeCommand('corpusExplorer.showIndexReport');
    const report = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(report, /2 of 5 records could not be read, the first at line 3/);
    assert.match(report, /vigie\.jsonl/);
    assert.match(report, /content/);
    assert.match(report, /scraped_at/);
    assert.match(report, /perdu/);
    assert.ok(!report.includes('package.json') && !report.includes('README'), report);
  });

  it('follow their source when it changes, and close with it', async () => {
    const file = vscode.Uri.joinPath(folder(), 'neu.jsonl');
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(
        file,
        new TextEncoder().encode(`${JSON.stringify({ title: 'Neuf', text })}\n`),
      );
    await write('La Compagnie des Phares publie un premier texte, tout neuf, à Brumeville.');
    const document = await eventually(() => open('neu.jsonl#1'));
    await write('La Compagnie des Phares publie un second texte, plus long que le premier, à Brumeville.');
    await eventually(() => {
      assert.match(document.getText(), /un second texte/);
    });
    await vscode.workspace.fs.delete(file);
    await eventually(async () => {
      await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(document.uri)));
    });
  });

  it('lets the user say what the fields are for', async () => {
    await vscode.commands.executeCommand('corpusExplorer.setFields');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor !== undefined);
    assert.ok(editor.document.uri.path.endsWith('/.corpus/corpus.yaml'));
    assert.match(editor.document.getText(), /^ {2}# text: \[.*texte, content\]$/m);
    await editor.edit((edit) => {
      edit.replace(
        editor.document.validateRange(new vscode.Range(0, 0, 1000, 0)),
        'fields:\n  ignore: [date, pubDate, titre]\n',
      );
    });
    await editor.document.save();
    await eventually(async () => {
      await corpus.whenIndexed();
      const ids = (await articlesBelow(corpus.trees.dates, await undated())).map(({ article }) => article.id);
      assert.ok(ids.includes('tableau.csv#1'), ids.join(' '));
    });
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '.corpus'), { recursive: true });
    await eventually(async () => {
      await corpus.whenIndexed();
      assert.equal(
        (await childrenOf(corpus.trees.dates, undefined, 'year', 'undated', 'review')).filter(
          ({ kind }) => kind === 'year',
        ).length,
        6,
      );
    });
  });

  it('reads nothing outside the open folders', async () => {
    const query = `${encodeURIComponent('/etc')}&${encodeURIComponent('passwd')}`;
    const foreign = vscode.Uri.from({ scheme: 'corpus', path: '/x', query });
    await assert.rejects(Promise.resolve(vscode.workspace.fs.readFile(foreign)), /not open in this window/);
    const above = `${encodeURIComponent(folder().fsPath)}&${encodeURIComponent('../gold.jsonl#1')}`;
    await assert.rejects(
      Promise.resolve(vscode.workspace.fs.readFile(foreign.with({ query: above }))),
      /gone|FileNotFound/i,
    );
  });

  async function undated(): Promise<TreeNode> {
    const nodes = await childrenOf(corpus.trees.dates, undefined, 'year', 'undated', 'review');
    const found = nodes.find(({ kind }) => kind === 'undated');
    assert.ok(found, nodes.map(({ kind }) => kind).join(' '));
    return found;
  }

  async function open(article: string): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('corpusExplorer.openArticle', { root: folder().fsPath, article });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document !== undefined);
    assert.ok(document.uri.toString().includes(article.slice(0, 6)), document.uri.toString());
    return document;
  }
});
