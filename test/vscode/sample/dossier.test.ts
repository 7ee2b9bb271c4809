import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { folder, indexedCorpus } from '../support/extension.ts';
import { articlesBelow, entitiesOf, named } from '../support/trees.ts';

describe('Dossier and versions on the sample', () => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'corpus-explorer-dossier-'));
  let corpus: Testing;
  before(async () => {
    corpus = await indexedCorpus();
  });
  after(async () => {
    await countOnce(undefined);
    rmSync(place, { recursive: true, force: true });
  });

  it('opens what is known of an entity, with links to lines, and saves it where the user says', async () => {
    const node = named(await entitiesOf(corpus.trees.entities, 'ORG'), 'Héliandre');
    const uri: vscode.Uri | undefined = await vscode.commands.executeCommand(
      'corpusExplorer.openDossier',
      node,
    );
    const text = (await vscode.workspace.openTextDocument(uri!)).getText();
    assert.match(text, /^# Héliandre\n/);
    assert.match(text, new RegExp(`${node.articles} of ${node.articles} articles\\.`));
    const target = path.join(place, 'dossier.md');
    await vscode.commands.executeCommand('corpusExplorer.saveDossier', target);
    const links = [...readFileSync(target, 'utf8').matchAll(/\]\(<([^>#]*)#L(\d+)>\)/g)];
    assert.ok(links.length > node.articles);
    for (const [, link, line] of links) {
      const file = path.join(place, ...decodeURIComponent(link!).split('/'));
      assert.ok(existsSync(file), file);
      assert.ok(Number(line) <= readFileSync(file, 'utf8').split('\n').length);
    }
    const inside = vscode.Uri.joinPath(folder(), 'dossier.md').fsPath;
    const saved = await vscode.commands.executeCommand('corpusExplorer.saveDossier', inside);
    assert.equal(saved, undefined);
    assert.ok(!existsSync(inside));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows a text that was published twice as one article with its versions, and counts it once when asked to', async () => {
    const node = named(await entitiesOf(corpus.trees.entities, 'ORG'), 'Héliandre');
    const twice = (await articlesBelow(corpus.trees.entities, node)).filter(
      ({ article }) => article.versions,
    );
    assert.equal(twice.length, 2);
    // The tree keeps its nodes and puts new numbers in them.
    const before = node.articles;
    const [row] = twice;
    const versions = await corpus.trees.entities.getChildren(row);
    const dates = versions.flatMap((version) =>
      version.kind === 'article' ? (version.article.date ?? '') : [],
    );
    assert.deepEqual(dates, [...dates].sort());
    assert.equal(versions.length, 2);
    await vscode.commands.executeCommand('corpusExplorer.compareVersions', versions[1]);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    const [left, right] = await Promise.all(
      [tab.input.original, tab.input.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.ok(left!.getText().length > 500 && left!.getText() !== right!.getText());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');

    await countOnce(true);
    assert.equal(corpus.filter().copies, 'once');
    await corpus.whenIndexed();
    const once = named(await entitiesOf(corpus.trees.entities, 'ORG'), 'Héliandre');
    assert.equal(once.articles, before - 1);
    assert.equal((await articlesBelow(corpus.trees.entities, once)).length, once.articles);
  });
});

const countOnce = (value: true | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('corpusExplorer')
    .update('copies.countOnce', value, vscode.ConfigurationTarget.Global);
