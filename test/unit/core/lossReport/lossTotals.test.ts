import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LossTotals, type ArticleLoss } from '../../../../src/core/index.ts';
import { ShareHistogram } from '../../../../src/core/lossReport/shareHistogram.ts';

/** An article of 1,000 characters that lost some of them in one passage. */
function lossOf(article: string, lost: number, more: Partial<ArticleLoss> = {}): ArticleLoss {
  const evidence = { rule: 'shareButtons', values: { words: 'Share' } };
  return {
    article,
    copy: article,
    title: `The ${article} affair`,
    language: 'en',
    characters: 1000,
    cleanedCharacters: 1000 - lost,
    removed: lost > 0 ? [{ start: 0, end: lost, kind: 'share', evidence, excerpt: 'Share this' }] : [],
    doubtful: 0,
    ...more,
  };
}

describe('LossTotals', () => {
  const totals = (losses: readonly ArticleLoss[]): LossTotals => {
    const sum = new LossTotals();
    for (const loss of losses) sum.add(loss);
    return sum;
  };

  it('sums by outlet and kind, and counts nothing as lost that was left as it is', () => {
    const refusal = { rule: 'looksLikeList' };
    const all = totals([
      lossOf('a', 100, { outlet: 'Gazette' }),
      lossOf('b', 300, { outlet: 'Gazette', doubtful: 2 }),
      lossOf('c', 0),
      lossOf('d', 900, { outlet: 'Gazette', refusal, cleanedCharacters: 1000 }),
    ]);
    assert.deepEqual(all.total, { articles: 4, cleaned: 2, refused: 1, characters: 4000, lost: 400 });
    const [gazette, unknown] = all.byOutlet();
    assert.deepEqual([gazette?.outlet, gazette?.lost, gazette?.median], ['Gazette', 400, 0.1]);
    assert.equal(unknown?.outlet, '');
    assert.deepEqual(all.byKind(), [{ kind: 'share', passages: 2, articles: 2, characters: 400 }]);
    assert.deepEqual(all.doubtful, { passages: 2, articles: 1 });
  });

  it('calls unusual what lies far above the pages of its own layout', () => {
    const gazette = Array.from({ length: 20 }, (_, i) => lossOf(`g${i}`, 500 + i, { source: 'gazette' }));
    const herald = Array.from({ length: 20 }, (_, i) => lossOf(`h${i}`, 50 + i, { source: 'herald' }));
    const odd = lossOf('odd', 500, { source: 'herald' });
    const all = totals([...gazette, ...herald, odd]);
    assert.ok(all.unusualness(odd).isUnusual);
    assert.ok(all.unusualness(odd).deviation > 10);
    for (const loss of [...gazette, ...herald]) assert.equal(all.unusualness(loss).isUnusual, false);
  });

  it('measures an outlet of few articles by the whole corpus, and nothing by a handful', () => {
    const few = [lossOf('a', 10), lossOf('b', 12), lossOf('c', 900)];
    assert.equal(totals(few).unusualness(few[2]!).isUnusual, false);
    const many = Array.from({ length: 30 }, (_, i) => lossOf(`m${i}`, 100, { outlet: 'Gazette' }));
    const alone = lossOf('alone', 800, { outlet: 'Leaflet' });
    assert.equal(totals([...many, alone]).unusualness(alone).isUnusual, true);
  });

  it('does not call a point more than usual unusual where all lose the same', () => {
    const same = Array.from({ length: 30 }, (_, i) => lossOf(`s${i}`, 200));
    const little = lossOf('little', 260);
    assert.equal(totals([...same, little]).unusualness(little).isUnusual, false);
  });

  it('does not depend on the order', () => {
    const losses = Array.from({ length: 40 }, (_, i) =>
      lossOf(`x${i}`, (i * 37) % 600, { outlet: `${i % 3}` }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(losses, { minLength: 40 }), (shuffled) => {
        const [a, b] = [totals(losses), totals(shuffled)];
        assert.deepEqual(a.byOutlet(), b.byOutlet());
        assert.deepEqual(a.unusualness(losses[7]!), b.unusualness(losses[7]!));
      }),
      { numRuns: 20 },
    );
  });
});

describe('ShareHistogram', () => {
  it('gives the median and the median distance to a tenth of a percent', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (shares) => {
        const histogram = new ShareHistogram();
        for (const share of shares) histogram.add(share);
        const lowerMiddle = (values: number[]): number =>
          values.sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1]!;
        const median = lowerMiddle([...shares]);
        assert.ok(Math.abs(histogram.median() - median) <= 0.00051);
        const distance = lowerMiddle(shares.map((share) => Math.abs(share - median)));
        assert.ok(Math.abs(histogram.medianDistance() - distance) <= 0.0021);
      }),
    );
  });
});
