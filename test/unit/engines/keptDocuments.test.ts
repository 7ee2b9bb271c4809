import assert from 'node:assert/strict';
import { KeptDocuments } from '../../../src/engines/sqlite/keptDocuments.ts';

describe('lists of articles that were found', () => {
  it('are kept, those asked for last the longest, until they are too many or forgotten', () => {
    const kept = new KeptDocuments();
    const asked: string[] = [];
    const get = (key: string, size: number): number =>
      kept.get(key, () => {
        asked.push(key);
        return new Uint32Array(size);
      }).length;
    assert.deepEqual([get('a', 900_000), get('b', 900_000), get('a', 0)], [900_000, 900_000, 900_000]);
    assert.deepEqual(asked, ['a', 'b']);
    get('c', 900_000);
    get('a', 0);
    assert.deepEqual(asked, ['a', 'b', 'c']);
    get('b', 5);
    assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
    kept.forget();
    get('a', 1);
    get('huge', 3_000_000);
    get('huge', 3_000_000);
    assert.deepEqual(asked.slice(4), ['a', 'huge', 'huge']);
  });
});
