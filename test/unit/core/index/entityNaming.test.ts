import assert from 'node:assert/strict';
import {
  compareCodePoints,
  displayName,
  distinctJoins,
  joinKey,
  kwicLines,
} from '../../../../src/core/index.ts';

describe('displayName', () => {
  const surfaces = [
    { text: 'Sorel', count: 60 },
    { text: 'Camille Sorel', count: 25 },
    { text: 'Camille Anne Sorel', count: 2 },
  ];

  it('is the most frequent surface of an organization or place', () => {
    assert.equal(displayName('ORG', surfaces, 'sorel'), 'Sorel');
  });

  it('is the fullest of a person’s frequent names, not a rare one', () => {
    assert.equal(displayName('PER', surfaces, 'sorel'), 'Camille Sorel');
  });

  it('does not depend on the order of equal counts', () => {
    const equal = ['b', 'a', 'cc'].map((text) => ({ text, count: 1 }));
    assert.equal(displayName('ORG', equal, ''), 'cc');
    assert.equal(displayName('ORG', [...equal].reverse(), ''), 'cc');
  });

  it('falls back to what it is given', () => {
    assert.equal(displayName('LOC', [], 'nulle part'), 'nulle part');
  });
});

describe('distinctJoins', () => {
  it('keeps for each name the reason that most articles give', () => {
    const key = (name: string, rule: string): string =>
      joinKey({ name, evidence: { rule, values: { at: 1 } } });
    const counts = new Map([
      [key('CDP', 'initials'), 1],
      [key('CDP', 'acronymInParentheses'), 3],
      [key('Phares', 'lastWord'), 2],
    ]);
    assert.deepEqual(
      distinctJoins(counts).map(({ name, evidence }) => [name, evidence.rule, evidence.values]),
      [
        ['CDP', 'acronymInParentheses', { at: 1 }],
        ['Phares', 'lastWord', { at: 1 }],
      ],
    );
  });
});

describe('compareCodePoints', () => {
  it('orders as UTF-8 does, emoji above all of the first plane', () => {
    const texts = ['', 'a', 'a\u0000', 'ab', 'b', 'é', '\ufffd', '🦉', '🦉a'];
    const shuffled = [...texts].reverse().sort(compareCodePoints);
    assert.deepEqual(shuffled, texts);
    assert.deepEqual(
      [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
      texts,
    );
  });
});

describe('kwicLines', () => {
  const row = { id: 'a.txt', title: 'T', language: 'fr', authors: [] };

  it('makes one line, without the words that its edges cut', () => {
    const text = `${'mot '.repeat(50)}avant\n\tle port\naprès ${'mot '.repeat(50)}`;
    const start = text.indexOf('port');
    const [line] = kwicLines(row, text, [{ start, end: start + 4 }]);
    const { left, keyword, right } = line!;
    assert.equal(keyword, 'port');
    assert.match(left, /^(mot )+avant le $/);
    assert.match(right, /^ après( mot)+$/);
    assert.ok(left.length <= 80 && right.length <= 80);
  });
});
