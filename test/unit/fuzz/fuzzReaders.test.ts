import assert from 'node:assert/strict';
import { fuzz } from '../../fuzz/fuzzReaders.ts';

describe('everything that reads', () => {
  it('takes any input without throwing out of its frame or hanging', async function () {
    this.timeout(180_000);
    const { failure, counts } = await fuzz({ inputs: 4000, seed: 7 });
    assert.equal(failure, undefined);
    assert.equal(Object.keys(counts).length, 6);
  });
});
