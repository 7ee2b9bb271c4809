import assert from 'node:assert/strict';
import type { Testing } from '../../../src/vscode/testing.ts';
import { eventually, indexedCorpus } from '../support/extension.ts';
import { countByDate, entitiesOf } from '../support/trees.ts';

describe('The filter', () => {
  let corpus: Testing;
  before(async () => {
    corpus = await indexedCorpus();
  });
  afterEach(() => {
    corpus.setFilter({});
  });

  it('narrows both trees to the articles that name an entity, and says so', async () => {
    const [first] = await entitiesOf(corpus.trees.entities, 'ORG');
    assert.ok(first);
    const all = await countByDate(corpus.trees.dates);
    corpus.setFilter({ entities: [first.entity] }, [[first.entity, first.name]]);
    await eventually(async () => {
      assert.equal(await countByDate(corpus.trees.dates), first.articles);
      const most = Math.max(
        ...(await entitiesOf(corpus.trees.entities, 'PER')).map(({ articles }) => articles),
      );
      assert.ok(most <= first.articles);
      assert.ok(corpus.trees.entitiesView.message?.includes(first.name), corpus.trees.entitiesView.message);
    });
    corpus.setFilter({});
    await eventually(async () => {
      assert.equal(await countByDate(corpus.trees.dates), all);
      assert.equal(corpus.trees.entitiesView.message ?? '', '');
    });
  });

  it('narrows to a period and to words', async () => {
    const all = await countByDate(corpus.trees.dates);
    corpus.setFilter({ from: '2013', to: '2015' });
    const inPeriod = await eventually(async () => {
      const count = await countByDate(corpus.trees.dates);
      assert.ok(count < all && count > 0, `${count} of ${all}`);
      return count;
    });
    corpus.setFilter({ from: '2013', to: '2015', words: 'fusion' });
    await eventually(async () => {
      assert.ok((await countByDate(corpus.trees.dates)) < inPeriod);
    });
  });
});
