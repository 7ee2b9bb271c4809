import assert from 'node:assert/strict';
import {
  findTerm,
  lookedFor,
  parseWordQuery,
  searchTokens,
  wordMatches,
} from '../../../../src/core/index.ts';

describe('findTerm', () => {
  const places = (text: string, words: string) => {
    const term = parseWordQuery(words);
    assert.ok(term?.kind === 'term');
    return findTerm(searchTokens(text), term);
  };

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

describe('wordMatches', () => {
  const found = (words: string, body: string, title = ''): readonly string[] | undefined => {
    const zones = { title: searchTokens(title), body: searchTokens(body) };
    return wordMatches(parseWordQuery(words)!, zones)?.map(({ start, end }) => body.slice(start, end));
  };

  it('gives the words by which an article is found', () => {
    assert.deepEqual(found('mer port', 'le port, la mer, le port'), ['port', 'mer', 'port']);
    assert.equal(found('mer phare', 'le port, la mer'), undefined);
    assert.deepEqual(
      found('(mer phare) OR port', 'le port, la mer'),
      ['port'],
      'not those of a part that is not there',
    );
    assert.deepEqual(found('port -phare', 'le port'), ['port']);
    assert.equal(found('port -phare', 'le port, le phare'), undefined);
  });

  it('finds an article by its title, which has no words in the body', () => {
    assert.deepEqual(found('phare', 'le port', 'Le phare'), []);
    assert.deepEqual(found('phare port', 'le port', 'Le phare'), ['port']);
    assert.equal(found('"phare port"', 'le port', 'Le phare'), undefined);
  });

  it('gives the longer one of two places that lie in each other', () => {
    assert.deepEqual(found('port OR "le port" OR p*', 'le port'), ['le port']);
  });

  it('counts the words between, in either order, and gives the smallest stretches', () => {
    assert.deepEqual(found('a NEAR/1 b', 'a x b'), ['a x b']);
    assert.equal(found('a NEAR/1 b', 'a x y b'), undefined);
    assert.deepEqual(found('b NEAR/1 a', 'a x b'), ['a x b']);
    assert.deepEqual(found('NEAR(a b, 2)', 'a a b x a'), ['a b', 'b x a']);
    assert.deepEqual(found('NEAR("a b" c, 0)', 'a b c a c'), ['a b c']);
    assert.deepEqual(found('NEAR(a b c, 1)', 'a b c'), ['a b c'], 'from each to the last');
    assert.equal(found('NEAR(a b c, 0)', 'a b c'), undefined);
  });

  it('tells by which of its terms a place was found', () => {
    const body = searchTokens('a b a c');
    const terms = wordMatches(parseWordQuery('b OR a')!, { title: [], body })?.map(({ term }) => term);
    assert.deepEqual(terms, [0, 1, 0]);
  });

  it('knows what is looked for', () => {
    const terms = lookedFor(parseWordQuery('a (NEAR(b c) OR -d) NOT e')!);
    assert.deepEqual(
      terms.map(({ tokens }) => tokens),
      [['a'], ['b'], ['c']],
    );
  });
});
