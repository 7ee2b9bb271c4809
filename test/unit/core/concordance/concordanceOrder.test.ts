import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  concordanceSorts,
  keyLines,
  mergeLines,
  type ConcordanceSort,
  type KeyedLine,
} from '../../../../src/core/index.ts';
import { kwicOf } from './kwicOf.ts';

const keywords = (lines: readonly KeyedLine[]): string[] => lines.map(({ line }) => line.keyword);
const sorted = (lines: ReturnType<typeof kwicOf>[], sort: ConcordanceSort): string[] =>
  keywords(keyLines(lines, sort));

describe('keyLines', () => {
  it('reads the left context from the keyword away', () => {
    const lines = [
      kwicOf({ left: 'le vieux port du ', keyword: '1' }),
      kwicOf({ left: 'la mer du ', keyword: '2' }),
      kwicOf({ left: 'Été, ', keyword: '3' }),
      kwicOf({ left: 'un vieux port du ', keyword: '4' }),
      kwicOf({ left: '', keyword: '5' }),
    ];
    assert.deepEqual(sorted(lines, 'left'), ['5', '2', '1', '4', '3']);
  });

  it('reads the right context from the keyword away, accents and signs aside', () => {
    const lines = [
      kwicOf({ right: ', élan', keyword: '1' }),
      kwicOf({ right: ' zone', keyword: '2' }),
      kwicOf({ right: ' « Élan » vert', keyword: '3' }),
      kwicOf({ right: '.', keyword: '4' }),
    ];
    assert.deepEqual(sorted(lines, 'right'), ['4', '1', '3', '2']);
  });

  it('sorts by date either way, and by outlet, the unknown last', () => {
    const lines = [
      kwicOf({ date: '2003-04-05', outlet: 'Zéphyr', keyword: '1' }),
      kwicOf({ date: '2003-05', keyword: '2' }),
      kwicOf({ date: '2010', outlet: 'l’Écho', keyword: '3' }),
      kwicOf({ outlet: 'Écho', keyword: '4' }),
    ];
    assert.deepEqual(sorted(lines, 'date'), ['1', '2', '3', '4']);
    assert.deepEqual(sorted(lines, 'dateDescending'), ['3', '2', '1', '4']);
    assert.deepEqual(sorted(lines, 'outlet'), ['4', '3', '1', '2']);
  });
});

describe('mergeLines', () => {
  it('gives the order of all lines at once, however they come', () => {
    const line = fc.record({
      left: fc.constantFrom('a b ', 'b a ', 'é ', ''),
      right: fc.constantFrom(' x', ' y x', ''),
      date: fc.constantFrom('2003', '2004-02', '2004-02-03'),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.nat(12),
        fc.constantFrom(...concordanceSorts),
        (all, cut, sort) => {
          const lines = all.map((each, i) => kwicOf({ ...each, keyword: String(i) }));
          const [first, rest] = [lines.slice(0, cut), lines.slice(cut)];
          const merged = mergeLines(keyLines(first, sort), keyLines(rest, sort, first.length));
          assert.deepEqual(keywords(merged), sorted(lines, sort));
        },
      ),
    );
  });
});
