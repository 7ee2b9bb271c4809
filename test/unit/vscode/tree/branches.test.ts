import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Filter } from '../../../../src/core/index.ts';
import { MemoryIndex } from '../../../../src/engines/memory/memoryIndex.ts';
import {
  articlesOfMonth,
  articlesOfReason,
  articlesOfYear,
  entityNodes,
  monthNodes,
  typeNodes,
  undatedNodes,
  yearNodes,
} from '../../../../src/vscode/tree/branches.ts';
import type { ShownCorpus, TreeNode } from '../../../../src/vscode/tree/nodes.ts';
import { buildAnalysis, type ArticleOptions, type Piece } from '../../engines/analysisBuilder.ts';

const mill = { type: 'ORG', name: 'Moulin Bleu' } as const;
const quarry = { type: 'ORG', name: 'Carrières Vasseur' } as const;
const valley = { type: 'LOC', name: 'Val-Perdu', confidence: 0.2 } as const;
const mayor = { type: 'PER', name: 'Odile Marchal' } as const;

interface Source {
  readonly pieces: readonly Piece[];
  readonly options: ArticleOptions;
}

async function corpusOf(sources: readonly Source[]): Promise<ShownCorpus> {
  const index = new MemoryIndex();
  const files = sources.map(({ pieces, options }, i) => {
    const id = `${String(i).padStart(4, '0')}.txt`;
    return {
      stamp: { path: id, modifiedMs: 1, size: 1 },
      articles: [{ id, analysis: buildAnalysis(id, pieces, options) }],
    };
  });
  await index.apply({ files, removedPaths: [], isComplete: true });
  const status = await index.status();
  return { root: '/corpus', name: 'corpus', index, indexUntil: () => index, status, isOpen: true };
}

const listing = (filter: Filter, limit = 1000) => ({ filter, limit, pinned: [] });

/** All article ids below a node, found as a user would who opens everything. */
async function articlesBelow(node: TreeNode, filter: Filter): Promise<string[]> {
  const children = await childrenOf(node, filter);
  if (node.kind === 'article') return [node.article.id];
  const below = await Promise.all(children.map((child) => articlesBelow(child, filter)));
  return below.flat();
}

async function childrenOf(node: TreeNode, filter: Filter): Promise<readonly TreeNode[]> {
  switch (node.kind) {
    case 'type':
      return entityNodes(node, listing(filter));
    case 'entity':
      return yearNodes(node.corpus, node, node.filter);
    case 'year':
      return node.entity === undefined ? monthNodes(node) : articlesOfYear(node, listing(filter));
    case 'month':
      return articlesOfMonth(node, listing(filter));
    case 'undated':
      return undatedNodes(node, listing(filter));
    case 'reason':
      return articlesOfReason(node, listing(filter));
    default:
      return [];
  }
}

const countOf = (node: TreeNode): number | undefined => ('articles' in node ? node.articles : undefined);

/** Every number that is shown is the number of articles that opening the node shows. */
async function assertAddsUp(nodes: readonly TreeNode[], filter: Filter): Promise<void> {
  for (const node of nodes) {
    const below = await articlesBelow(node, filter);
    const count = countOf(node);
    if (count !== undefined) assert.equal(count, below.length, node.id);
    if (node.kind !== 'type')
      assert.equal(new Set(below).size, below.length, `${node.id} lists an article twice`);
    await assertAddsUp(await childrenOf(node, filter), filter);
  }
}

const dates = fc.constantFrom(
  undefined,
  '2015',
  '2016',
  '2016-05',
  '2016-05-23',
  '2016-05-31',
  '2016-12',
  '2016-12-31',
  '2017-01-01',
);
const source = fc.record({
  date: dates,
  reason: fc.constantFrom('noDate', 'onlyEventDates'),
  pieces: fc.subarray<Piece>([mill, quarry, mayor, valley]),
});
const filters = fc.constantFrom<Filter>(
  {},
  { from: '2016' },
  { to: '2016-06' },
  { from: '2016-05-20', to: '2016-05-25' },
  { from: '2016-12', to: '2017' },
  { isUndated: true },
);

describe('branches', () => {
  it('lists every article that the filter lets through once by date, and all counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(source, { maxLength: 14 }), filters, async (sources, filter) => {
        const corpus = await corpusOf(
          sources.map(({ date, reason, pieces }) => ({
            pieces: ['x', ...pieces],
            options: date === undefined ? { undatedReason: reason as 'noDate' } : { date },
          })),
        );
        const years = await yearNodes(corpus, undefined, filter);
        await assertAddsUp(years, filter);
        const below = (await Promise.all(years.map((node) => articlesBelow(node, filter)))).flat();
        const { items } = await corpus.index.documents(filter, 'date', { limit: 1000 });
        assert.deepEqual(below.sort(), items.map(({ id }) => id).sort());
        await assertAddsUp(await typeNodes(corpus, undefined, filter), filter);
      }),
      { numRuns: 60 },
    );
  });

  it('lists what is to be looked at last, and nowhere else', async () => {
    const corpus = await corpusOf([{ pieces: [mill, 'x', valley], options: {} }]);
    const types = await typeNodes(corpus, undefined, {});
    assert.deepEqual(
      types.map(({ type, entities }) => [type, entities]),
      [
        ['ORG', 1],
        ['unsure', 1],
      ],
    );
    const [node] = await entityNodes(types[1]!, listing({}));
    assert.ok(node?.kind === 'entity' && node.isUnsure && node.type === 'LOC');
    assert.deepEqual(await articlesBelow(node, {}), ['0000.txt']);
  });

  it('puts the newest first, what is coarse behind it, and what is undated last', async () => {
    const corpus = await corpusOf(
      ['2015', '2016-05', undefined, '2016', '2016-05-23', '2016-05-02', '2017-01-01'].map((date) => ({
        pieces: [mill],
        options: date === undefined ? { undatedReason: 'noDate' } : { date },
      })),
    );
    const years = await yearNodes(corpus, undefined, {});
    assert.deepEqual(
      years.map((node) => (node.kind === 'year' ? node.year : node.kind)),
      ['2017', '2016', '2015', 'undated'],
    );
    const [, year2016] = years;
    assert.ok(year2016?.kind === 'year');
    const months = await monthNodes(year2016);
    assert.deepEqual(
      months.map(({ month, articles }) => [month, articles]),
      [
        ['2016-05', 3],
        ['2016', 1],
      ],
    );
    const may = await articlesOfMonth(months[0]!, listing({}));
    assert.deepEqual(
      may.map((node) => (node.kind === 'article' ? node.article.date : node.kind)),
      ['2016-05-23', '2016-05-02', '2016-05'],
    );
  });

  it('groups undated articles by their reason, also where there is one only', async () => {
    const undatedOf = async (...reasons: ('noDate' | 'onlyEventDates')[]): Promise<readonly TreeNode[]> => {
      const corpus = await corpusOf(
        reasons.map((undatedReason) => ({ pieces: [mill], options: { undatedReason } })),
      );
      const [undated] = await yearNodes(corpus, undefined, {});
      assert.ok(undated?.kind === 'undated');
      return undatedNodes(undated, listing({}));
    };
    assert.deepEqual(
      (await undatedOf('noDate', 'onlyEventDates', 'noDate')).map((node) => [node.kind, countOf(node)]),
      [
        ['reason', 2],
        ['reason', 1],
      ],
    );
    assert.deepEqual(
      (await undatedOf('noDate', 'noDate')).map((node) => [node.kind, countOf(node)]),
      [['reason', 2]],
    );
  });

  it('shows a page, says how many are left, and keeps what was asked for in sight', async () => {
    const sources = Array.from({ length: 12 }, (_, i) => ({
      pieces: [{ type: 'ORG', name: `Atelier ${i}` } as const],
      options: { date: '2016-05-02' },
    }));
    const corpus = await corpusOf(sources);
    const [organizations] = await typeNodes(corpus, undefined, {});
    assert.equal(organizations?.entities, 12);
    const page = await entityNodes(organizations, listing({}, 5));
    assert.deepEqual(
      page.map(({ kind }) => kind),
      [...Array<string>(5).fill('entity'), 'more'],
    );
    const listed = new Set(page.map(({ id }) => id));
    const { items } = await corpus.index.facet({}, 'ORG', { limit: 100 });
    const hidden = items.find(({ value }) => !listed.has(`/corpus|${value}`))!;
    const row = { entity: hidden.value, name: hidden.label, articles: 1, mentions: 1 };
    const pinned = await entityNodes(organizations, {
      filter: {},
      limit: 5,
      pinned: [{ kind: 'entity', row }],
    });
    const more = pinned.at(-1);
    assert.ok(more?.kind === 'more');
    assert.equal(more.left, 6);
    assert.ok(pinned.some(({ id }) => id === `/corpus|${hidden.value}`));
    const all = await entityNodes(organizations, {
      filter: {},
      limit: 100,
      pinned: [{ kind: 'entity', row }],
    });
    assert.equal(all.length, 12);
  });

  it('gives a node the same id every time', async () => {
    const corpus = await corpusOf([{ pieces: [mill, mayor], options: { date: '2016-05-02' } }]);
    const ids = async (): Promise<string[]> => (await typeNodes(corpus, undefined, {})).map(({ id }) => id);
    assert.deepEqual(await ids(), await ids());
    assert.deepEqual(await ids(), ['/corpus|ORG', '/corpus|PER']);
  });
});
