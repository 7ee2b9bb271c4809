import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PairCounter } from '../../../src/engines/sqlite/pairCounter.ts';

describe('PairCounter', () => {
  it('counts what a map counts, whatever is added', () => {
    const unit = fc.record({
      first: fc.integer({ min: 1, max: 300 }),
      more: fc.integer({ min: 1, max: 300 }),
    });
    const articles = fc.array(fc.array(unit, { maxLength: 40 }), { maxLength: 120 });
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 3 }), (units, minimum) => {
        const counter = new PairCounter();
        const expected = new Map<string, { together: number; docs: Set<number> }>();
        for (const [doc, pairs] of units.entries()) {
          for (const { first, more } of pairs) {
            const second = first + more;
            counter.add(first, second, doc);
            const known = expected.get(`${first} ${second}`) ?? { together: 0, docs: new Set() };
            expected.set(`${first} ${second}`, { together: known.together + 1, docs: known.docs.add(doc) });
          }
        }
        const { first, second, together, articles: inArticles } = counter.atLeast(minimum);
        const found = Array.from(first, (one, row) => [
          `${one} ${second[row]!}`,
          [together[row]!, inArticles[row]!],
        ]);
        const wanted = [...expected]
          .filter(([, pair]) => pair.together >= minimum)
          .map(([key, pair]) => [key, [pair.together, pair.docs.size]]);
        assert.deepEqual(Object.fromEntries(found), Object.fromEntries(wanted));
        assert.equal(found.length, wanted.length);
      }),
    );
  });

  it('keeps its counts when it grows', () => {
    const counter = new PairCounter();
    for (let i = 1; i <= 20_000; i++) counter.add(i, i + 1, 0);
    for (let i = 1; i <= 20_000; i++) counter.add(i, i + 1, 1);
    const { together, articles } = counter.atLeast(2);
    assert.equal(together.length, 20_000);
    assert.ok(together.every((count) => count === 2) && articles.every((count) => count === 2));
  });
});
