import assert from 'node:assert/strict';
import type { Boilerplate } from '../../../../src/core/index.ts';
import { inkOf, passageAt, passageFrom } from '../../../../src/vscode/clean/passageAt.ts';

const passage = (start: number, end: number): Boilerplate => ({
  start,
  end,
  kind: 'notice',
  evidence: { rule: 'messageOfPage' },
  confidence: 0.9,
});

describe('passageAt', () => {
  const [first, second, third] = [passage(5, 10), passage(10, 15), passage(30, 40)];
  const all = [first, second, third];

  it('holds its first place and the one behind its last word', () => {
    assert.equal(passageAt(all, 4), undefined);
    assert.equal(passageAt(all, 5), first);
    assert.equal(passageAt(all, 10), second, 'the one that begins there before the one that ends there');
    assert.equal(passageAt(all, 15), second);
    assert.equal(passageAt(all, 16), undefined);
  });

  it('goes on to the next one, and from the end to the first', () => {
    assert.equal(passageFrom(all, 12), second);
    assert.equal(passageFrom(all, 20), third);
    assert.equal(passageFrom(all, 50), first);
    assert.equal(passageFrom([], 50), undefined);
  });

  it('knows where the words of a passage stand', () => {
    assert.deepEqual(inkOf('a \n bc\n', { start: 1, end: 7 }), { start: 4, end: 6 });
    assert.deepEqual(inkOf('a \n ', { start: 1, end: 4 }), { start: 4, end: 4 });
  });
});
