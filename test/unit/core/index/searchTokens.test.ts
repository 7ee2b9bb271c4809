import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldText, foldWord, searchTokens } from '../../../../src/core/index/searchTokens.ts';

describe('searchTokens', () => {
  const folded = (text: string): string[] => searchTokens(text).map((token) => token.folded);

  it('folds case, accents and ligatures, and parts words at every sign', () => {
    assert.deepEqual(folded("L’Économiste, l'Œuvre & l‑Été-même"), [
      'l',
      'economiste',
      'l',
      'oeuvre',
      'l',
      'ete',
      'meme',
    ]);
    assert.deepEqual(folded('Straße Ægir Łódź ﬁn İzmir'), ['strasse', 'aegir', 'lodz', 'fin', 'izmir']);
    assert.deepEqual(folded('e\u0301te\u0301 12 %'), ['ete', '12']);
  });

  it('leaves boilerplate out and keeps the places of the original text', () => {
    const text = 'Ticker 12. Le port — fin';
    const removed = [
      { start: 0, end: 10 },
      { start: 19, end: 24 },
    ];
    assert.deepEqual(searchTokens(text, removed), [
      { start: 11, end: 13, folded: 'le' },
      { start: 14, end: 18, folded: 'port' },
    ]);
  });

  it('folds every letter of Unicode to what stays as it is', () => {
    assert.equal(foldWord('Ǽ'), 'ae');
    for (let code = 1; code <= 0x1ffff; code++) {
      const folded = foldWord(String.fromCodePoint(code));
      assert.equal(foldWord(folded), folded, `U+${code.toString(16)}`);
    }
  });

  it('gives tokens that are never split or folded again, in place, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end, folded: token } of searchTokens(text)) {
          assert.match(token, /^[a-z0-9\u0080-\u{10ffff}]+$/u);
          assert.equal(foldWord(text.slice(start, end)), token);
          assert.equal(foldText(token), token);
        }
      }),
    );
  });

  it('finds the words that the character classes of Unicode make', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => foldWord(word) !== '');
        assert.deepEqual(
          searchTokens(text).map(({ start, end }) => text.slice(start, end)),
          words.map(([word]) => word),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('cuts tokens that no one would type', () => {
    assert.equal(foldWord('a'.repeat(1000)).length, 64);
  });
});
