import assert from 'node:assert/strict';
import { beginningsOf } from '../../../../src/engines/opensearch/namePatterns.ts';

describe('patterns for the values of names', () => {
  const found = (patterns: readonly string[], value: string): number =>
    patterns.filter((pattern) => new RegExp(`^(?:${pattern})$`, 's').test(value)).length;

  it('find what begins with a name, and nothing else', () => {
    const patterns = beginningsOf(['ORG:port brume', 'ORG:a.b (c)', 'PER:x|y']);
    assert.equal(patterns.length, 1);
    for (const name of ['ORG:port brume', 'ORG:a.b (c)', 'PER:x|y'])
      assert.equal(found(patterns, `${name}\u0001Un Nom`), 1, name);
    for (const other of ['ORG:port brumeux', 'ORG:port', 'ORG:aXb (c)', 'PER:x', 'y'])
      assert.equal(found(patterns, `${other}\u0001Un Nom`), 0, other);
  });

  it('are none longer than a server takes, with every name in one of them', () => {
    const names = Array.from({ length: 500 }, (_, i) => `ORG:maison numero ${i} (vigie)`);
    const patterns = beginningsOf(names);
    assert.ok(patterns.every(({ length }) => length <= 1000));
    assert.ok(patterns.length <= names.join('').length / 700, `${patterns.length} patterns`);
    for (const name of names) assert.equal(found(patterns, `${name}\u0001Maison`), 1, name);
  });

  it('leave out a name that is longer by itself, and are none for no names', () => {
    assert.deepEqual(beginningsOf([`ORG:${'a'.repeat(1000)}`]), []);
    assert.deepEqual(beginningsOf([]), []);
  });
});
