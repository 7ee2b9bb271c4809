import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentences } from '../../../../src/core/text/sentences.ts';

const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('gives trimmed spans in order, and loses nothing but white space', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('. ', '! ', 'M. ', '\n', '\n\n', '   ', ' »', 'Et', 'et'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          assert.ok(start >= at && end > start);
          assert.equal(text.slice(at, start).trim(), '');
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
          at = end;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
    );
  });

  it('ends sentences at stops, closing quotes included', () => {
    assert.deepEqual(sentences('« Nous partons. » Il pleut ! Vraiment ? Oui…'), [
      '« Nous partons. »',
      'Il pleut !',
      'Vraiment ?',
      'Oui…',
    ]);
  });

  it('knows abbreviations and initials in three languages', () => {
    assert.equal(sentences('M. Tissot et Mme. Roy ont vu le Dr. A. Blanc à 10 h.').length, 1);
    assert.equal(sentences('Mr. Hill met Sen. Ward. They spoke.').length, 2);
    assert.equal(sentences('El Sr. Ruiz habló con la Sra. Vega. Después se fue.').length, 2);
  });

  it('ends a sentence after a company form only when a new one clearly begins', () => {
    assert.equal(sentences('Elle rachète Norvo Inc. Le prix est secret.').length, 2);
    assert.equal(sentences('Norvo Inc. Canada ferme.').length, 1);
  });

  it('splits at empty lines, headings and ticker gaps, not in a hard-wrapped sentence', () => {
    assert.deepEqual(sentences('Un titre\nLe texte commence\nici, puis finit.'), [
      'Un titre',
      'Le texte commence\nici, puis finit.',
    ]);
    assert.deepEqual(sentences('La grève continue\u00a0\u00a0\u00a0\u00a0Le port rouvre'), [
      'La grève continue',
      'Le port rouvre',
    ]);
    assert.deepEqual(sentences('avant\n\naprès'), ['avant', 'après']);
  });

  it('stays inside the span it is given', () => {
    const text = 'Hors. Dedans ici. Hors.';
    assert.deepEqual(splitSentences(text, { start: 6, end: 17 }), [{ start: 6, end: 17 }]);
  });
});
