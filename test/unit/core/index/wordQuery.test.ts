import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  describeQueryProblem,
  parseWordQuery,
  phraseQuery,
  readWordQuery,
  type WordQuery,
} from '../../../../src/core/index.ts';

const term = (tokens: string, isPrefix = false): WordQuery & { kind: 'term' } => ({
  kind: 'term',
  tokens: tokens.split(' '),
  isPrefix,
});
const and = (...parts: WordQuery[]): WordQuery => ({ kind: 'and', parts });
const or = (...parts: WordQuery[]): WordQuery => ({ kind: 'or', parts });
const not = (part: WordQuery): WordQuery => ({ kind: 'not', part });
const near = (distance: number, ...terms: (WordQuery & { kind: 'term' })[]): WordQuery => ({
  kind: 'near',
  terms,
  distance,
});
const [a, b, c] = [term('a'), term('b'), term('c')];

describe('parseWordQuery', () => {
  it('reads words, phrases and prefixes', () => {
    assert.deepEqual(
      parseWordQuery('port "de la mer" nav*'),
      and(term('port'), term('de la mer'), term('nav', true)),
    );
    for (const words of ['"port de br*"', '"port de br"*', '“port de br*”', '« port de br »*'])
      assert.deepEqual(parseWordQuery(words), term('port de br', true), words);
    assert.deepEqual(parseWordQuery('ŒUVRE'), term('oeuvre'));
  });

  it('takes a word with an apostrophe or hyphen for a phrase', () => {
    assert.deepEqual(parseWordQuery("l'Étoile porte-parole"), and(term('l etoile'), term('porte parole')));
    assert.deepEqual(parseWordQuery('l’Étoile'), parseWordQuery("L'etoile"));
  });

  it('drops what holds neither letter nor digit', () => {
    for (const words of ['', '  ', '""', '… — "!"', '-', '&'])
      assert.equal(parseWordQuery(words), undefined, words);
    assert.deepEqual(parseWordQuery('a & b - c'), and(a, b, c));
  });

  it('binds AND closer than OR, and parentheses closest', () => {
    assert.deepEqual(parseWordQuery('a AND b OR c'), or(and(a, b), c));
    assert.deepEqual(parseWordQuery('a (b OR c)'), and(a, or(b, c)));
    assert.deepEqual(parseWordQuery('a OR b c OR a'), or(a, and(b, c), a));
    assert.deepEqual(parseWordQuery('a or b'), and(a, term('or'), b), 'in small letters it is a word');
  });

  it('excludes with NOT and with a minus', () => {
    assert.deepEqual(parseWordQuery('a NOT b'), and(a, not(b)));
    assert.deepEqual(parseWordQuery('a AND NOT (b OR c)'), and(a, not(or(b, c))));
    assert.deepEqual(parseWordQuery('a -b -"b c"'), and(a, not(b), not(term('b c'))));
    assert.deepEqual(parseWordQuery('-a'), not(a));
    assert.deepEqual(parseWordQuery('(-a OR NOT -b)'), or(not(a), not(not(b))));
  });

  it('reads NEAR before its terms and between them', () => {
    assert.deepEqual(parseWordQuery('NEAR(a b, 5)'), near(5, a, b));
    assert.deepEqual(parseWordQuery('NEAR (a, "b c"*,12 )'), near(12, a, term('b c', true)));
    assert.deepEqual(parseWordQuery('NEAR(a b)'), near(10, a, b));
    assert.deepEqual(parseWordQuery('NEAR/3(a b)'), near(3, a, b));
    assert.deepEqual(parseWordQuery('a NEAR/5 b'), near(5, a, b));
    assert.deepEqual(parseWordQuery('a NEAR b c'), and(near(10, a, b), c));
    assert.deepEqual(parseWordQuery('a NEAR/2 b NEAR/3 c'), and(near(2, a, b), near(3, b, c)));
    assert.deepEqual(parseWordQuery('c NEAR(a b, 0)'), and(c, near(0, a, b)));
    assert.deepEqual(parseWordQuery('(a, 5)'), and(a, term('5')), 'a number like any other');
    assert.deepEqual(parseWordQuery('1,5'), term('1 5'));
  });

  it('says what is wrong, and where', () => {
    const problems: readonly [string, string, string][] = [
      ['un "port de', 'openQuote', '"port de'],
      ['un (port de', 'openParenthesis', '('],
      ['NEAR(a b', 'openParenthesis', '('],
      ['port) de', 'strayParenthesis', ')'],
      [')', 'strayParenthesis', ')'],
      ['a ( ) b', 'emptyGroup', '( )'],
      ['OR port', 'nothingBefore', 'OR'],
      ['a (AND b)', 'nothingBefore', 'AND'],
      ['NEAR/5 a', 'nothingBefore', 'NEAR/5'],
      ['port OR', 'nothingAfter', 'OR'],
      ['a AND OR b', 'nothingAfter', 'AND'],
      ['(a NOT)', 'nothingAfter', 'NOT'],
      ['a NEAR/5', 'nothingAfter', 'NEAR/5'],
      ['a OR -', 'nothingAfter', 'OR'],
      ['éco*miste', 'starInside', 'éco*miste'],
      ['a *', 'starAlone', '*'],
      ['NEAR(a (b OR c), 5)', 'nearOperand', '('],
      ['a NEAR/5 (b OR c)', 'nearOperand', '(b OR c)'],
      ['(a OR b) NEAR/5 c', 'nearOperand', '(a OR b)'],
      ['a NEAR/5 NOT b', 'nearOperand', 'NOT'],
      ['NEAR(a, 5)', 'nearAlone', 'NEAR(a, 5)'],
      ['a NEAR/5000 b', 'nearTooFar', 'NEAR/5000'],
    ];
    for (const [words, rule, at] of problems) {
      const answer = readWordQuery(words);
      assert.ok('problem' in answer, words);
      const { problem } = answer;
      assert.deepEqual([problem.rule, words.slice(problem.start, problem.end)], [rule, at], words);
      assert.doesNotMatch(describeQueryProblem(problem), /[{}]/);
    }
    assert.throws(() => parseWordQuery('port OR'), {
      name: 'WordQueryError',
      message: 'words: Something to look for must come after OR. (character 6 of port OR)',
    });
    assert.equal(
      describeQueryProblem(
        { rule: 'nothingAfter', start: 0, end: 1, values: { operator: 'OR' } },
        {
          nothingAfter: 'Il manque la suite de {operator}.',
        },
      ),
      'Il manque la suite de OR.',
    );
  });

  it('makes a phrase of any text', () => {
    assert.equal(phraseQuery('L’« Étoile* » (du) Nord'), '"l etoile du nord"');
    assert.equal(phraseQuery('— *"'), undefined);
  });

  it('has limits, and says them', () => {
    const deep = `${'('.repeat(60)}a${')'.repeat(60)}`;
    const rules = [deep, `${'-'.repeat(1)}(`.repeat(60), 'mot '.repeat(201)].map((words) => {
      const answer = readWordQuery(words);
      return 'problem' in answer && answer.problem.rule;
    });
    assert.deepEqual(rules, ['tooDeep', 'tooDeep', 'tooManyWords']);
  });

  it('reads anything without failing', () => {
    const piece = fc.constantFrom(
      ...['a', '"', '(', ')', 'AND', 'OR', 'NOT', '-', 'NEAR', 'NEAR/2', '*', ',', ' 5', ' ', '«', '»', 'é'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('');
        const answer = readWordQuery(source);
        if (!('problem' in answer)) return;
        const { start, end } = answer.problem;
        assert.ok(start >= 0 && start < end && end <= source.length, source);
      }),
      { numRuns: 3000 },
    );
  });
});
