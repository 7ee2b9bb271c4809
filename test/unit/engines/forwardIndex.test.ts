import assert from 'node:assert/strict';
import { openDatabase } from '../../../src/engines/sqlite/openDatabase.ts';
import { ForwardIndex } from '../../../src/engines/sqlite/forwardIndex.ts';

/** One article in each of more blocks than are kept in memory. */
const docs = Uint32Array.from({ length: 1200 }, (_, block) => block * 64 + (block % 64));

describe('the numbers of each article, in blocks of which the last ones are kept', () => {
  const { database } = openDatabase(':memory:');
  const index = new ForwardIndex(database, 'unit');
  after(() => {
    database.close();
  });

  function numbersOf(wanted: Uint32Array): number[][] {
    const found = new Map(Array.from(wanted, (doc) => [doc, [doc]]));
    index.each(wanted, (numbers, count, doc) => found.get(doc)!.push(...numbers.subarray(0, count)));
    return [...found.values()];
  }

  it('are read from the file again when their block was given back', () => {
    index.change(new Map(Array.from(docs, (doc) => [doc, [doc + 1, 300]] as const)));
    const expected = Array.from(docs, (doc) => [doc, doc + 1, 300]);
    for (let round = 0; round < 2; round++) assert.deepEqual(numbersOf(docs), expected);
  });

  it('are read from the file again when all was forgotten', () => {
    const some = docs.subarray(3, 9);
    const before = numbersOf(some);
    index.forget();
    assert.deepEqual(numbersOf(some), before);
    index.change(new Map([[some[0]!, [7]]]));
    assert.deepEqual(numbersOf(some), [[some[0]!, 7], ...before.slice(1)]);
  });
});
