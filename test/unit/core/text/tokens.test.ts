import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenize } from '../../../../src/core/text/tokens.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it('keeps offsets exact, in order, and loses nothing but white space', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("l'", 'd’', 'A.', '-', '&', '.', ' ', '\n', 'É', 'e', '1,5', '.fr', "'s"),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const tokens = tokenize(text);
        let at = 0;
        for (const token of tokens) {
          assert.ok(token.start >= at && token.end > token.start);
          assert.equal(token.text, text.slice(token.start, token.end));
          assert.match(text.slice(at, token.start), /^[\s\u200b\ufeff]*$/);
          at = token.end;
        }
        assert.match(text.slice(at), /^[\s\u200b\ufeff]*$/);
      }),
    );
  });

  it('counts a part in the offsets of the whole', () => {
    const text = 'Avant. Le port de Sète rouvre.';
    const tokens = tokenize(text, 7, 22);
    assert.deepEqual(
      tokens.map((token) => token.text),
      ['Le', 'port', 'de', 'Sète'],
    );
    assert.equal(tokens[0]?.start, 7);
  });

  it('sets elided words apart, and leaves names with an apostrophe whole', () => {
    assert.deepEqual(words("l’eau d'Évian, aujourd’hui chez O'Brien"), [
      'l’',
      'eau',
      "d'",
      'Évian',
      ',',
      'aujourd’hui',
      'chez',
      "O'Brien",
    ]);
    assert.deepEqual(words("London's mayor"), ['London', "'s", 'mayor']);
  });

  it('keeps hyphenated names whole, and a lower-case prefix apart', () => {
    assert.deepEqual(words('Jean-Luc, ex-Transgaz, porte-parole'), [
      'Jean-Luc',
      ',',
      'ex-',
      'Transgaz',
      ',',
      'porte-parole',
    ]);
  });

  it('keeps initials, numbers, ampersands and domain names whole', () => {
    assert.deepEqual(words('J. Petit (U.S.) vend 1.250,75 actions R&D à mavoile.fr.'), [
      'J.',
      'Petit',
      '(',
      'U.S.',
      ')',
      'vend',
      '1.250,75',
      'actions',
      'R&D',
      'à',
      'mavoile.fr',
      '.',
    ]);
  });

  it('takes a long line in linear time', () => {
    const text = "l'".repeat(300_000) + 'a-'.repeat(300_000) + 'A.'.repeat(300_000);
    assert.ok(tokenize(text).length > 300_000);
  });
});
