import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NameFinder } from '../../../../src/core/curation/nameFinder.ts';
import type { OwnName } from '../../../../src/core/curation/ownNames.ts';

const org = (text: string): OwnName => ({ text, type: 'ORG' });
const found = (text: string, ...names: readonly string[]): readonly string[] =>
  new NameFinder(names.map(org)).find(text).map(({ start, end }) => text.slice(start, end));

describe('NameFinder', () => {
  it('finds a name as it is written or in capitals, and no word that only looks like it', () => {
    const text = 'Orsane, ORSANE et Orsanes ; une orsane. L’Orsane (Orsane) d’Orsane.';
    assert.deepEqual(found(text, 'Orsane'), ['Orsane', 'ORSANE', 'Orsane', 'Orsane', 'Orsane']);
  });

  it('takes blanks, apostrophes and hyphens for what they are', () => {
    assert.deepEqual(found('Le Val\u2011d’Or\n SA  a Val-d\u00b4Or SA', "Val-d'Or SA"), [
      'Val\u2011d’Or\n SA',
    ]);
    assert.deepEqual(found('Société\u00a0Étoile, Socie\u0301te\u0301 Étoile', 'Société Étoile'), [
      'Société\u00a0Étoile',
      'Socie\u0301te\u0301 Étoile',
    ]);
  });

  it('takes the longer of two names that begin at one place, and none inside another', () => {
    assert.deepEqual(found('Orsane Télécom, Orsane', 'Orsane', 'Orsane Télécom', 'Télécom'), [
      'Orsane Télécom',
      'Orsane',
    ]);
  });

  it('wants the signs of a name too', () => {
    assert.deepEqual(found('Yalla! Yalla? .corp corp', 'Yalla!', '.corp'), ['Yalla!', '.corp']);
    assert.deepEqual(found('A & B, A et B', 'A & B'), ['A & B']);
    assert.deepEqual(found('Yalla \t! et Yalla ?', 'Yalla !'), ['Yalla \t!']);
    assert.deepEqual(found('tout est « ! » ici', '!', ' '), []);
  });

  it('finds what was put into a text, wherever', () => {
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .filter((text) => /[\p{L}\p{N}\p{M}]/u.test(text) && text.trim() === text && !text.includes('|'));
    fc.assert(
      fc.property(name, fc.nat(3), (text, times) => {
        const whole = `| ${`${text} | `.repeat(times)}`;
        assert.equal(found(whole, text).length, times, JSON.stringify(whole));
      }),
    );
  });
});
