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
    const { boilerplate = [] } = (await corpus.analysisOf(document)) ?? {};
    assert.ok(symbols.length > boilerplate.length, 'every passage stands in it');
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
      assert.match(String(item.description), /set by hand/);
    });
    await corpus.curation.setDate(root, id, undefined);
    await eventually(async () => {
      assert.equal((await corpus.article(id))?.date, date);
    });
  });

  it('that want a second look are in the Review view, each in the groups of its faults', async function () {
    this.timeout(90_000);
    const { review } = corpus.trees;
    const place = vscode.Uri.joinPath(folder(), 'review');
    for (const [name, text] of Object.entries(doubtful))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(place, name), Buffer.from(text));
    try {
      await eventually(async () => {
        await review.refresh();
        const groups = await childrenOf(review, undefined, 'review');
        const below = new Map<string, readonly string[]>();
        for (const group of groups) {
          const articles = await articlesBelow(review, group);
          assert.equal(articles.length, group.articles, group.id);
          below.set(
            group.group,
            articles.map(({ article }) => article.id),
          );
        }
        const holds = (group: string, name: string): boolean =>
          below.get(group)?.includes(`review/${name}`) ?? false;
        assert.ok(holds('undated', 'bare.txt'), 'undated');
        assert.ok(holds('conflicting', 'disputed.html'), 'conflicting');
        assert.ok(holds('inFuture', 'ahead.txt'), 'in the future');
        assert.ok(holds('sameText', 'print.txt') && holds('sameText', 'reprint.txt'), 'two dates');
      }, 40_000);
    } finally {
      await vscode.workspace.fs.delete(place, { recursive: true });
      await eventually(async () => {
        assert.equal(await corpus.article('review/print.txt'), undefined);
      }, 40_000);
    }
  });
});

const hall =
  'La halle du vieux port rouvre après deux ans de travaux, avec quarante étals et une salle de vente dont la charpente a été refaite par les compagnons de la ville.';
const stalls =
  'Les marchands, qui s’étaient repliés sur le quai nord, retrouvent leurs places d’avant, et la commune promet de ne pas augmenter les loyers avant trois ans.';

/** Articles with one fault each, by the names of their files. */
const doubtful: Readonly<Record<string, string>> = {
  'bare.txt': `Un phare sans gardien\n\n${stalls}\n\n${hall} Le phare, lui, reste fermé.`,
  'ahead.txt': `Un quai pour demain\n\nPublié le 3 mars 2098\n\n${stalls} Le quai attendra.`,
  'print.txt': `La halle rouvre\n\nPublié le 3 mars 2018\n\n${hall}\n\n${stalls}`,
  'reprint.txt': `La halle rouvre\n\nPublié le 9 mai 2019\n\n${hall}\n\n${stalls}`,
  'disputed.html': `<!doctype html><html lang="fr"><head><title>La digue tient</title><meta property="article:published_time" content="2019-06-20T08:00:00+02:00"><script type="application/ld+json">{"@type":"NewsArticle","headline":"La digue tient","datePublished":"2019-03-12"}</script></head><body><h1>La digue tient</h1><p>${stalls}</p><p>La digue, elle, n’a pas bougé. ${hall}</p></body></html>`,
};
