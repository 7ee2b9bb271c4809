import assert from 'node:assert/strict';
import { formatPartition, isInPartition, parsePartition } from '../../../src/indexer/partition.ts';

describe('partitions of a corpus', () => {
  it('reads 3/16, and nothing that is no part', () => {
    assert.deepEqual(parsePartition('3/16'), { number: 3, of: 16 });
    for (const wrong of ['0/4', '5/4', '4', '1/0', 'a/b', '1/2/3'])
      assert.equal(parsePartition(wrong), undefined);
    assert.equal(formatPartition({ number: 3, of: 16 }), '3/16');
  });

  it('puts every article in exactly one part, and about as many in each', () => {
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < 4000; n++) {
      const own = [1, 2, 3, 4].filter((number) => isInPartition(`presse.jsonl#${n}`, { number, of: 4 }));
      assert.equal(own.length, 1);
      counts[own[0]! - 1]!++;
    }
    assert.ok(Math.min(...counts) > 900 && Math.max(...counts) < 1100, String(counts));
    assert.ok(isInPartition('anything', undefined));
  });
});
