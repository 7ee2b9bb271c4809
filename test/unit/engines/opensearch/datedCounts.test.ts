import assert from 'node:assert/strict';
import type { Aggregations } from '../../../../src/engines/opensearch/corpusStore.ts';
import { datedAggs, readDated } from '../../../../src/engines/opensearch/datedCounts.ts';
import { DateOverlay, noDates } from '../../../../src/engines/opensearch/dateOverlay.ts';

const counted = (
  periods: Readonly<Record<string, number>>,
  undated: number,
  span: readonly (number | null)[],
) => ({
  periods: { buckets: Object.entries(periods).map(([key, doc_count]) => ({ key, doc_count })) },
  undated: { doc_count: undated },
  dated: { first: { value: span[0] }, last: { value: span[1] } },
});
const answer = (value: unknown): Aggregations => value as Aggregations;

describe('counts by date', () => {
  it('are the server’s where the reader dated nothing', () => {
    assert.deepEqual(Object.keys(datedAggs(noDates, 'year')), ['periods', 'undated', 'dated']);
    const { periods, undated, first, last } = readDated(
      answer(counted({ 2010: 4, 2011: 1 }, 2, [20100304, 20110000])),
      'year',
    );
    assert.deepEqual(
      periods.map(({ period, articles }) => [period, articles]),
      [
        ['2010', 4],
        ['2011', 1],
      ],
    );
    assert.deepEqual([undated.articles, first, last], [2, 20100304, 20110000]);
  });

  it('ask for the reader’s articles apart: one condition for each of the reader’s dates', () => {
    const dates = new DateOverlay([
      { article: 'a', date: '2012-06' },
      { article: 'b', date: '2012-06' },
      { article: 'c', date: null },
    ]);
    const { ours, theirs } = datedAggs(dates, 'year') as Record<string, unknown>;
    assert.deepEqual(ours, {
      filters: {
        filters: { 0: { terms: { id: ['c'] } }, 20120600: { terms: { id: ['a', 'b'] } } },
      },
    });
    const { filter } = theirs as { filter: unknown };
    assert.deepEqual(filter, {
      bool: { filter: [{ match_all: {} }], must_not: [{ terms: { id: ['a', 'b', 'c'] } }] },
    });
  });

  it('part the reader’s articles into more conditions than one where a server takes no more', () => {
    const dates = new DateOverlay(
      Array.from({ length: 120_000 }, (_, i) => ({ article: `${i}.txt`, date: '2012-06-01' })),
    );
    const { ours } = datedAggs(dates) as Record<string, { filters: { filters: Record<string, unknown> } }>;
    const { bool } = ours!.filters.filters['20120601'] as {
      bool: { should: { terms: { id: string[] } }[]; minimum_should_match: number };
    };
    assert.equal(bool.minimum_should_match, 1);
    assert.deepEqual(
      bool.should.map(({ terms }) => terms.id.length),
      [50_000, 50_000, 20_000],
    );
    assert.equal(new Set(bool.should.flatMap(({ terms }) => terms.id)).size, 120_000);
  });

  it('add the reader’s to the server’s, and leave out what no article has', () => {
    const found = answer({
      theirs: counted({ 2010: 4, 2012: 1 }, 2, [20100304, 20120101]),
      ours: {
        buckets: {
          0: { doc_count: 3 },
          20090000: { doc_count: 1 },
          20120600: { doc_count: 2 },
          20991231: { doc_count: 0 },
        },
      },
    });
    const { periods, undated, first, last } = readDated(found, 'year');
    assert.deepEqual(
      periods.map(({ period, articles, parts }) => [period, articles, parts.length]),
      [
        ['2009', 1, 1],
        ['2010', 4, 1],
        ['2012', 3, 2],
      ],
    );
    assert.deepEqual([undated.articles, undated.parts.length], [5, 2]);
    assert.deepEqual([first, last], [20090000, 20120600]);
    const months = readDated({ ...found, theirs: answer(counted({}, 0, [null, null])) }, 'month');
    assert.deepEqual(
      months.periods.map(({ period }) => period),
      ['2009', '2012-06'],
    );
    assert.deepEqual([months.first, months.last], [20090000, 20120600]);
  });

  it('know no first and last day where nothing is dated', () => {
    const { periods, first, last } = readDated(answer(counted({}, 1, [null, null])), 'year');
    assert.deepEqual([periods, first, last], [[], undefined, undefined]);
  });
});
