import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';
import type { ArticleNode } from '../../../src/vscode/tree/nodes.ts';
import { eventually, folder, indexedCorpus } from '../support/extension.ts';
import { markdownAt } from '../support/hover.ts';
import { articlesBelow, childrenOf } from '../support/trees.ts';

describe('Dates in the sample corpus', () => {
  let corpus: Testing;
  before(async () => {
    corpus = await indexedCorpus();
  });

  /** An article whose date was read in its own text, opened. */
  async function openDated(): Promise<{
    node: ArticleNode;
    document: vscode.TextDocument;
    at: vscode.Position;
  }> {
    const { dates } = corpus.trees;
    for (const year of await childrenOf(dates, undefined, 'year', 'undated')) {
      for (const node of await articlesBelow(dates, year)) {
        const uri = vscode.Uri.joinPath(folder(), node.article.id);
        if (node.article.dateSource !== 'text' || !node.article.id.endsWith('.txt')) continue;
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document);
        const span = (await corpus.analysisOf(document))?.metadata.date?.span;
        if (span) return { node, document, at: document.positionAt(span.end - 1) };
      }
    }
    throw new Error('no article of the sample has a date in its text');
  }

  it('tell over the dateline by what they were read', async () => {
    const { document, at } = await openDated();
    const card = (await markdownAt(document, at)).find(({ value }) => value.includes('date of publication'));
    assert.ok(card, 'no hover over the dateline');
    assert.match(card.value, /\[Why This Date\\\?\]\(command:corpusExplorer\.whyThisDate/);
    assert.match(card.value, /Set Publication Date/);
    const trust = card.isTrusted as { readonly enabledCommands: readonly string[] };
    assert.deepEqual([...trust.enabledCommands].sort(), [
      'corpusExplorer.openPassage',
      'corpusExplorer.setPublicationDate',
      'corpusExplorer.whyThisDate',
    ]);
  });

  it('tell over the title that it is one', async () => {
    const { document } = await openDated();
    const title = (await corpus.analysisOf(document))?.metadata.title?.span;
    assert.ok(title);
    const cards = await markdownAt(document, document.positionAt(title.start + 1));
    assert.ok(cards.some(({ value }) => /\$\(book\).*title/.test(value)));
  });

  it('stand in the outline with title and passages', async () => {
    const { document } = await openDated();
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const kinds = new Set(symbols.map(({ detail }) => detail));
    assert.ok(kinds.has('title') && kinds.has('date of publication'), [...kinds].join(', '));
    for (const { range, selectionRange } of symbols) assert.ok(range.contains(selectionRange));
  });

  it('show their evidence and go away again', async () => {
    const { node } = await openDated();
    await vscode.commands.executeCommand('corpusExplorer.whyThisDate', node);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('are what the user says, and what was read once they take it back', async () => {
    const { node } = await openDated();
    const { id, date } = node.article;
    const root = folder().fsPath;
    await corpus.curation.setDate(root, id, '1999-12-31');
    await eventually(async () => {
      const row = await corpus.article(id);
      assert.deepEqual([row?.date, row?.dateSource, row?.marks], ['1999-12-31', 'curation', ['userDate']]);
    });
    await corpus.trees.dates.refresh();
    await eventually(async () => {
      const years = await childrenOf(corpus.trees.dates, undefined, 'year', 'undated');
      const year = years.find((each) => each.kind === 'year' && each.year === '1999');
      assert.ok(year, 'the tree follows');
      const [moved] = await articlesBelow(corpus.trees.dates, year);
      assert.ok(moved);
      const item = corpus.trees.dates.getTreeItem(moved);
      assert.equal((item.iconPath as vscode.ThemeIcon).id, 'edit');
      assert.match(String(item.description), /set by you/);
    });
    await corpus.curation.setDate(root, id, undefined);
    await eventually(async () => {
      assert.equal((await corpus.article(id))?.date, date);
    });
  });

  it('that want a second look are in the Review view', async () => {
    const { review } = corpus.trees;
    const groups = await childrenOf(review, undefined, 'review');
    assert.ok(groups.some(({ group }) => group === 'undated'));
    for (const group of groups) {
      const below = (await review.getChildren(group)).filter(({ kind }) => kind === 'article');
      assert.equal(below.length, group.articles, group.id);
    }
  });
});
