import assert from 'node:assert/strict';
import type { CorpusIndex } from '../../../src/core/index.ts';
import { findOutlet } from '../../../src/indexer/findOutlet.ts';

function indexWith(outlets: readonly string[], total = outlets.length): Pick<CorpusIndex, 'facet'> {
  const items = outlets.map((value) => ({ value, label: value, articles: 1 }));
  return { facet: () => Promise.resolve({ items, total, generation: 1 }) };
}

describe('findOutlet', () => {
  const index = indexWith(['La Vigie', 'L’Écho du Détroit', 'Écho Sud', '']);

  it('finds an outlet whatever its case, accents and apostrophes', async () => {
    assert.deepEqual(await findOutlet(index, "l'echo du detroit"), { outlet: 'L’Écho du Détroit' });
    assert.deepEqual(await findOutlet(index, ''), { outlet: '' });
  });

  it('names those that share a word with an unknown one, else the most frequent', async () => {
    assert.deepEqual(await findOutlet(index, 'L’Echo'), { near: ['L’Écho du Détroit', 'Écho Sud'] });
    assert.deepEqual(await findOutlet(index, 'Agio'), {
      near: ['La Vigie', 'L’Écho du Détroit', 'Écho Sud'],
    });
    assert.deepEqual(await findOutlet(indexWith(['']), 'Agio'), { near: [] });
  });

  it('believes a name where there are more outlets than are looked at', async () => {
    assert.deepEqual(await findOutlet(indexWith(['La Vigie'], 5000), 'Agio'), { outlet: 'Agio' });
  });
});
