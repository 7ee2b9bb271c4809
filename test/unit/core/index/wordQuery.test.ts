import assert from 'node:assert/strict';
import { findTerm, parseWordQuery, searchTokens } from '../../../../src/core/index.ts';

describe('parseWordQuery', () => {
  const term = (tokens: string[], isPrefix = false) => ({ tokens, isPrefix });

  it('reads words, phrases and prefixes', () => {
    assert.deepEqual(parseWordQuery('port "de la mer" nav*'), [
      term(['port']),
      term(['de', 'la', 'mer']),
      term(['nav'], true),
    ]);
    assert.deepEqual(parseWordQuery('"port de br*" "port de br"*'), [
      term(['port', 'de', 'br'], true),
      term(['port', 'de', 'br'], true),
    ]);
  });

  it('takes a word with an apostrophe or hyphen for a phrase', () => {
    assert.deepEqual(parseWordQuery("l'Étoile porte-parole"), [
      term(['l', 'etoile']),
      term(['porte', 'parole']),
    ]);
  });

  it('runs an open quote to the end and drops what holds no word', () => {
    assert.deepEqual(parseWordQuery('"une rue'), [term(['une', 'rue'])]);
    for (const words of ['', '  ', '"', '""', '*', '… — "*"']) assert.deepEqual(parseWordQuery(words), []);
  });
});

describe('findTerm', () => {
  const places = (text: string, words: string) => findTerm(searchTokens(text), parseWordQuery(words)[0]!);

  it('finds words in a row, overlapping ones too', () => {
    assert.deepEqual(places('na na na', '"na na"'), [
      [0, 1],
      [1, 2],
    ]);
    assert.deepEqual(places('port du port', 'port'), [
      [0, 0],
      [2, 2],
    ]);
  });

  it('takes only the last word of a prefix term for a beginning', () => {
    assert.deepEqual(places('grand portail grande porte', '"grand por*"'), [[0, 1]]);
  });
});
