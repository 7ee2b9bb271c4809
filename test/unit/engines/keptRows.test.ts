import assert from 'node:assert/strict';
import type { ArticleRow } from '../../../src/core/index.ts';
import { KeptRows } from '../../../src/engines/sqlite/keptRows.ts';

describe('rows of articles', () => {
  const rowOf = (doc: number): ArticleRow => ({ id: `${doc}`, title: '', authors: [], language: 'fr' });

  it('are kept, those shown last the longest, until they are too many or forgotten', () => {
    const kept = new KeptRows();
    for (let doc = 0; doc < 2000; doc++) kept.keep(doc, rowOf(doc));
    assert.equal(kept.get(0)?.id, '0');
    kept.keep(2000, rowOf(2000));
    kept.keep(2000, rowOf(2000));
    assert.deepEqual([kept.get(0)?.id, kept.get(1), kept.get(2)?.id], ['0', undefined, '2']);
    kept.forget();
    assert.equal(kept.get(0), undefined);
  });
});
