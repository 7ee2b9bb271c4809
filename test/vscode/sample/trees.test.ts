import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import { indexedCorpus, textFiles } from '../support/extension.ts';
import { articlesBelow, childrenOf, countByDate, entitiesOf } from '../support/trees.ts';

describe('The trees of the sample corpus', () => {
  let corpus: Testing;
  before(async () => {
    corpus = await indexedCorpus();
  });

  it('begin with organizations, open, and end with what is to be reviewed', async () => {
    const { entities } = corpus.trees;
    const types = await childrenOf(entities, undefined, 'type');
    assert.deepEqual(
      types.map((node) => entities.getTreeItem(node).label),
      ['Organizations', 'People', 'Places', 'To Review'],
    );
    const states = types.map((node) => entities.getTreeItem(node).collapsibleState);
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    assert.deepEqual(states, [Expanded, Collapsed, Collapsed, Collapsed]);
  });

  it('list entities by their number of articles', async () => {
    for (const type of ['ORG', 'PER', 'LOC'] as const) {
      const counts = (await entitiesOf(corpus.trees.entities, type)).map(({ articles }) => articles);
      assert.ok(counts.length > 5, `${counts.length} of ${type}`);
      assert.deepEqual(
        counts,
        [...counts].sort((a, b) => b - a),
      );
    }
  });

  it('count below an entity what stands beside its name', async () => {
    const { entities } = corpus.trees;
    for (const node of (await entitiesOf(entities, 'ORG')).slice(0, 12)) {
      const years = await childrenOf(entities, node, 'year', 'undated');
      assert.equal(
        years.reduce((sum, { articles }) => sum + articles, 0),
        node.articles,
        node.name,
      );
      for (const year of years) {
        const articles = await articlesBelow(entities, year);
        assert.equal(articles.length, year.articles, year.id);
        const mentions = articles.map(({ article }) => article.mentions ?? 0);
        assert.ok(
          mentions.every((count) => count > 0),
          `${node.name} is not mentioned in an article below it`,
        );
      }
    }
  });

  it('hold every file of the folder once, by date', async () => {
    const { dates } = corpus.trees;
    const files = (await textFiles()).map(({ fsPath }) => fsPath).sort();
    assert.equal(await countByDate(dates), files.length);
    const nodes = await childrenOf(dates, undefined, 'year', 'undated');
    const articles = (await Promise.all(nodes.map((node) => articlesBelow(dates, node)))).flat();
    const opened = articles.map((node) => dates.getTreeItem(node).resourceUri?.fsPath ?? '').sort();
    assert.deepEqual(opened, files);
  });

  it('go from the newest year to the oldest, and end with what is undated', async () => {
    const { dates } = corpus.trees;
    const nodes = await childrenOf(dates, undefined, 'year', 'undated');
    assert.equal(nodes.at(-1)?.kind, 'undated');
    const years = nodes.flatMap((node) => (node.kind === 'year' ? [node.year] : []));
    assert.ok(years.length > 10);
    assert.deepEqual(years, [...years].sort().reverse());
    for (const year of nodes.slice(0, 6)) {
      if (year.kind !== 'year') continue;
      const months = await childrenOf(dates, year, 'month');
      assert.equal(
        months.reduce((sum, { articles }) => sum + articles, 0),
        year.articles,
      );
      for (const month of months) {
        for (const { article } of await articlesBelow(dates, month))
          assert.ok(article.date?.startsWith(month.month));
      }
    }
  });

  it('open an article at the first mention of the entity it stands under', async () => {
    const { entities } = corpus.trees;
    const [first] = await entitiesOf(entities, 'ORG');
    assert.ok(first);
    const [article] = await articlesBelow(entities, first);
    assert.ok(article);
    const { command, resourceUri } = entities.getTreeItem(article);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, resourceUri?.fsPath);
    const selected = editor?.document.getText(editor.selection) ?? '';
    assert.ok(
      selected.includes(first.name) || first.name.includes(selected),
      `“${selected}” for ${first.name}`,
    );
    assert.notEqual(selected, '');
  });
});
