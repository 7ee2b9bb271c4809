import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownWords } from '../../../../src/core/index/ownWords.ts';
import { searchTokens } from '../../../../src/core/index/searchTokens.ts';
import { bodyFingerprint } from '../../../../src/core/text/bodyFingerprint.ts';
import type { Span } from '../../../../src/core/text/span.ts';

function fingerprintOf(text: string, boilerplate: readonly Span[] = []): number {
  return bodyFingerprint(ownWords(text, boilerplate, searchTokens(text, boilerplate)));
}

const body =
  'Les meuniers de la vallée ont voté la réfection des digues avant la saison des crues, à une voix près. '.repeat(
    5,
  );

describe('bodyFingerprint', () => {
  it('is the same for two prints of one text', () => {
    const own = fingerprintOf(`Un titre\nParis, 3 mai 2011\n${body}`);
    assert.notEqual(own, 0);
    assert.equal(fingerprintOf(`Autre titre\n${body.toUpperCase()}\nUne note\n`), own);
    const ticker = 'Les cours du jour en direct, les cours du jour en direct, les cours du jour en direct';
    assert.equal(fingerprintOf(`${ticker}\n${body}`, [{ start: 0, end: ticker.length }]), own);
  });

  it('differs for another text, and is 0 for a short one', () => {
    assert.notEqual(fingerprintOf(body), fingerprintOf(body.replaceAll('digues', 'quais')));
    assert.equal(
      fingerprintOf('Une brève de quelques mots, sans plus, qui en dit peu et ne se répète pas.'),
      0,
    );
  });

  it('is a safe integer for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => Number.isSafeInteger(fingerprintOf(`${text}\n${body}`))));
  });
});
