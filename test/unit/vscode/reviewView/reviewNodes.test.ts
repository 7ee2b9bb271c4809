import assert from 'node:assert/strict';
import type { ArticleAnalysis, FoundDate, Metadata } from '../../../../src/core/index.ts';
import { MemoryIndex } from '../../../../src/engines/memory/memoryIndex.ts';
import { articlesOfReview, hasReview, reviewNodes } from '../../../../src/vscode/reviewView/reviewNodes.ts';
import type { ShownCorpus } from '../../../../src/vscode/tree/nodes.ts';
import { buildAnalysis } from '../../engines/analysisBuilder.ts';

const words = 'Les meuniers de la vallée ont voté la réfection des digues avant les crues. '.repeat(6);
const date = (more: Partial<FoundDate>): FoundDate => ({
  value: '2011-02-03',
  precision: 'day',
  source: 'text',
  quote: '',
  evidence: { rule: 'publicationCue' },
  confidence: 1,
  ...more,
});
const future = { value: '2090-01-01', quote: '', evidence: { rule: 'publicationInFuture' } };

function article(
  id: string,
  metadata: Partial<Metadata>,
  text = id,
): { id: string; analysis: ArticleAnalysis } {
  const analysis = buildAnalysis(id, [text], { title: id });
  return { id, analysis: { ...analysis, metadata: { ...analysis.metadata, ...metadata } } };
}

async function corpusOf(articles: readonly ReturnType<typeof article>[]): Promise<ShownCorpus> {
  const index = new MemoryIndex();
  const files = articles.map((each) => ({
    stamp: { path: each.id, modifiedMs: 1, size: 1 },
    articles: [each],
  }));
  await index.apply({ files, removedPaths: [], isComplete: true });
  const status = await index.status();
  return { root: '/corpus', name: 'corpus', index, indexUntil: () => index, status, isOpen: true };
}

describe('reviewNodes', () => {
  it('groups what wants a second look, each group with what opening it shows', async () => {
    const corpus = await corpusOf([
      article('sure', { date: date({}) }),
      article('bare', { undatedReason: 'noDate' }),
      article('events', { undatedReason: 'onlyEventDates' }),
      article('settled', { undatedReason: 'userChoice' }),
      article('disputed', { date: date({ isConflicting: true }) }),
      article('ahead', { date: date({}), rejectedDates: [future] }),
      article('doubtful', { date: date({ confidence: 0.5 }) }),
      article('print', { date: date({}) }, words),
      article('reprint', { date: date({ value: '2012-02-03' }) }, words),
    ]);
    const nodes = await reviewNodes(corpus, undefined, {});
    const listed = await Promise.all(
      nodes.map(async (node) => {
        const below = await articlesOfReview(node, { filter: {}, limit: 100, pinned: [] });
        assert.equal(below.length, node.articles);
        return [node.group, below.flatMap((each) => (each.kind === 'article' ? [each.article.id] : []))];
      }),
    );
    assert.deepEqual(Object.fromEntries(listed), {
      undated: ['bare', 'events'],
      conflicting: ['disputed'],
      inFuture: ['ahead'],
      sameText: ['print', 'reprint'],
      lowConfidence: ['doubtful'],
    });
    assert.equal(await hasReview(corpus), true);
  });

  it('obeys the filter', async () => {
    const corpus = await corpusOf([article('bare', { undatedReason: 'noDate' })]);
    assert.deepEqual(await reviewNodes(corpus, undefined, { from: '2000' }), []);
  });

  it('has nothing to show where all is well', async () => {
    const corpus = await corpusOf([
      article('sure', { date: date({}) }),
      article('settled', { undatedReason: 'userChoice' }),
    ]);
    assert.equal(await hasReview(corpus), false);
  });
});
