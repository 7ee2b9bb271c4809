import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { SearchNode } from '../../../src/vscode/search/searchNodes.ts';
import type { Testing } from '../../../src/vscode/testing.ts';
import type { ExportReport } from '../../../src/worker/protocol.ts';
import { eventually, indexedCorpus } from '../support/extension.ts';

describe('the Search view', () => {
  let testing: Testing;
  before(async () => {
    testing = await indexedCorpus();
  });
  after(async () => {
    testing.setFilter({});
    await vscode.commands.executeCommand('corpusExplorer.clearSearch');
    await testing.search.search.group('none');
  });

  const roots = (): Promise<SearchNode[]> => testing.search.tree.getChildren();
  const ofKind = <K extends SearchNode['kind']>(nodes: readonly SearchNode[], kind: K) =>
    nodes.filter((node): node is Extract<SearchNode, { kind: K }> => node.kind === kind);
  const hits = async () => ofKind(await roots(), 'hit');

  it('shows articles with their passages, each opened at its place', async () => {
    await vscode.commands.executeCommand('corpusExplorer.searchWords', 'port');
    const found = await hits();
    assert.ok(found.length > 0);
    const hit = found.find(({ hit: { snippets } }) => snippets.length > 0);
    assert.ok(hit);
    const [snippet] = ofKind(await testing.search.tree.getChildren(hit), 'snippet');
    assert.ok(snippet);
    const item = testing.search.tree.getTreeItem(snippet);
    const label = item.label as vscode.TreeItemLabel;
    for (const [start, end] of label.highlights ?? [])
      assert.match(label.label.slice(start, end), /^ports?$/i);
    assert.ok((label.highlights ?? []).length > 0);
    await vscode.commands.executeCommand(
      item.command!.command,
      ...((item.command!.arguments ?? []) as unknown[]),
    );
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /^port$/i);
    await eventually(() =>
      assert.match(testing.search.view.message ?? '', /“port” · \d+ articles? · best first/),
    );
  });

  it('sorts, groups and narrows, and obeys the filter of all views', async () => {
    const { search, tree } = testing.search;
    search.set({ words: 'le', sort: 'date', narrowing: {} });
    const dates = (await hits()).map(({ hit }) => hit.article.date ?? '9999');
    assert.deepEqual(dates, [...dates].sort());
    await search.group('year');
    const years = ofKind(await roots(), 'group');
    assert.ok(years.length > 1);
    const [year] = years;
    assert.ok(year);
    const inYear = await tree.getChildren(year);
    assert.equal(ofKind(inYear, 'hit').length + (ofKind(inYear, 'more')[0]?.left ?? 0), year.articles);
    await search.group('none');
    search.set({ words: 'le', sort: 'rank', narrowing: { year: year.value } });
    assert.ok((await hits()).every(({ hit }) => hit.article.date?.startsWith(year.value)));
    testing.setFilter({ to: String(Number(year.value) - 1) });
    assert.deepEqual(await hits(), [], 'the filter and the year have no day in common');
    testing.setFilter({});
  });

  it('exports the articles that it shows, and names the words in the file', async () => {
    const { search } = testing.search;
    search.set({ words: 'port', sort: 'rank', narrowing: {} });
    const total = (await hits()).length + (ofKind(await roots(), 'more')[0]?.left ?? 0);
    const place = mkdtempSync(path.join(tmpdir(), 'corpus-search-'));
    try {
      testing.setFilter({ from: '2010' });
      const target = path.join(place, 'found.csv');
      const { items } = await vscode.commands.executeCommand<ExportReport>('corpusExplorer.exportSearch', {
        format: 'csv',
        target,
      });
      assert.ok(items > 0 && items < total, `${items} of ${total}`);
      const [, row = ''] = readFileSync(target, 'utf8').split('\r\n');
      assert.match(row, /words: port/);
      assert.match(row, /from 2010/);
    } finally {
      testing.setFilter({});
      rmSync(place, { recursive: true });
    }
  });

  it('loads more in the place of the rest', async () => {
    const { search, tree } = testing.search;
    search.set({ words: 'l*', sort: 'rank', narrowing: {} });
    const before = await roots();
    const [more] = ofKind(before, 'more');
    assert.ok(more, 'all results are on the first page');
    tree.loadMore(more);
    const after = await roots();
    assert.ok(ofKind(after, 'hit').length > ofKind(before, 'hit').length);
    assert.deepEqual(
      ofKind(after, 'hit')
        .map(({ id }) => id)
        .slice(0, ofKind(before, 'hit').length),
      ofKind(before, 'hit').map(({ id }) => id),
    );
  });

  it('keeps searches in the curation file, renames, runs and deletes them', async () => {
    const { search, tree } = testing.search;
    const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const named = () => tree.savedSearches.map(({ search: { name } }) => name);
    const choice = { name: 'Quais', words: 'Orsane', sort: 'date', year: '2016' } as const;
    await testing.curation.setSearch(root, choice);
    await eventually(() => assert.deepEqual(named(), ['Quais']));
    await testing.curation.setSearch(root, { ...choice, name: 'Ports' }, choice);
    await eventually(() => assert.deepEqual(named(), ['Ports']));
    const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '.corpus', 'curation.yaml');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.match(text, /\{ name: "Ports", words: "Orsane", sort: date, year: 2016 \}/);
    const [ports] = tree.savedSearches;
    assert.ok(ports);
    const found = await tree.getChildren(ports);
    assert.ok(found.length > 0);
    for (const node of found) assert.match(node.kind === 'hit' ? (node.hit.article.date ?? '') : '', /^2016/);
    assert.equal(tree.getParent(found[0]!), ports);
    const none = { ...ports, id: 'none', search: { ...ports.search, year: '1816' } };
    assert.deepEqual(
      (await tree.getChildren(none)).map(({ kind }) => kind),
      ['noHits'],
    );
    await vscode.commands.executeCommand('corpusExplorer.runSavedSearch', tree.savedSearches[0]);
    assert.deepEqual(search.active, { words: 'Orsane', sort: 'date', narrowing: { year: '2016' } });
    await vscode.commands.executeCommand('corpusExplorer.deleteSavedSearch', tree.savedSearches[0]);
    await eventually(() => assert.deepEqual(named(), []));
  });
});
