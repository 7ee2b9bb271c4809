import assert from 'node:assert/strict';
import type { Curation } from '../../../../src/core/index.ts';
import { articlesInOrder, type OrderedQuestion } from '../../../../src/engines/opensearch/articlesInOrder.ts';
import { DateOverlay } from '../../../../src/engines/opensearch/dateOverlay.ts';
import { EntityLookup } from '../../../../src/engines/opensearch/entityLookup.ts';
import type { Reading } from '../../../../src/engines/opensearch/reading.ts';
import { storeInMemory, type SmallArticle } from './storeInMemory.ts';

const article = (id: string, date: number, outlet?: string): SmallArticle => ({
  id,
  date,
  isUndated: date === 0 ? 1 : 0,
  ...(outlet !== undefined && { outlet }),
});

function reading(articles: readonly SmallArticle[], dates: Curation['dates']) {
  const { store, asked } = storeInMemory(articles);
  const of: Reading = { store, entities: new EntityLookup(store), dates: new DateOverlay(dates) };
  return { of, asked };
}

type Asked = Pick<OrderedQuestion, 'query' | 'sort'>;

/** The ids of a whole list, some at a time, with the total that every page gave. */
async function listed(of: Reading, question: Asked, size: number) {
  const ids: string[] = [];
  const totals = new Set<number>();
  let after: OrderedQuestion['after'];
  do {
    const { hits, total } = await articlesInOrder<SmallArticle>(of, { ...question, size, after, fields: [] });
    ids.push(...hits.map(({ source }) => source.id));
    totals.add(total);
    after = hits.length < size ? undefined : hits.at(-1)?.sort;
  } while (after);
  return { ids, totals: [...totals] };
}

const all = { match_all: {} };

describe('articles in order', () => {
  const articles = [
    article('a', 20100305),
    article('b', 20110000),
    article('c', 0),
    article('d', 20100305, 'La Vigie'),
    article('e', 20130101, 'La Vigie'),
  ];
  const own: Curation['dates'] = [
    { article: 'a', date: '2012-06' },
    { article: 'c', date: '2009' },
    { article: 'e', date: null },
    { article: 'nowhere', date: '2010' },
  ];

  it('stand where the reader’s dates put them, whatever the length of a page', async () => {
    const { of } = reading(articles, own);
    for (const size of [1, 2, 3, 5, 9]) {
      assert.deepEqual(await listed(of, { query: all, sort: 'date' }, size), {
        ids: ['c', 'd', 'b', 'a', 'e'],
        totals: [5],
      });
      assert.deepEqual(await listed(of, { query: all, sort: 'dateDescending' }, size), {
        ids: ['a', 'b', 'd', 'c', 'e'],
        totals: [5],
      });
    }
  });

  it('are those of the query alone, dated by the reader or not', async () => {
    const { of } = reading(articles, own);
    const query = { term: { outlet: 'La Vigie' } };
    assert.deepEqual(await listed(of, { query, sort: 'date' }, 1), { ids: ['d', 'e'], totals: [2] });
  });

  it('are all there when the reader dated more than a server gives in one answer', async () => {
    const many = Array.from({ length: 21_000 }, (_, i) =>
      article(`n${String(i).padStart(5, '0')}`, 20200101, i % 3 === 0 ? 'La Vigie' : 'Autre'),
    );
    // The later an article's number, the earlier its date.
    const dates = many.map(({ id }, i) => ({ article: id, date: String(2020 - Math.floor(i / 100)) }));
    const { of, asked } = reading(many, dates);
    const expected = [...many].sort((a, b) => {
      const [hundredOfA = 0, hundredOfB = 0] = [a, b].map(({ id }) => Math.floor(Number(id.slice(1)) / 100));
      return hundredOfB - hundredOfA || (a.id < b.id ? -1 : 1);
    });
    const found = await listed(of, { query: all, sort: 'date' }, 5000);
    assert.deepEqual(found.totals, [21_000]);
    assert.deepEqual(
      found.ids,
      expected.map(({ id }) => id),
    );
    const few = await listed(of, { query: { term: { outlet: 'La Vigie' } }, sort: 'dateDescending' }, 7000);
    assert.equal(few.ids.length, 7000);
    asked.searches = 0;
    await articlesInOrder(of, { query: all, sort: 'date', size: 100, after: undefined, fields: [] });
    assert.equal(asked.searches, 2, 'a page asks for no more of the reader’s articles than it needs');
  });

  it('ask a server once where the reader’s dates say nothing', async () => {
    const { of, asked } = reading(articles, []);
    assert.deepEqual((await listed(of, { query: all, sort: 'date' }, 9)).ids, ['a', 'd', 'b', 'e', 'c']);
    assert.equal(asked.searches, 1);
  });
});
