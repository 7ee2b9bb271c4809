import assert from 'node:assert/strict';
import { quoteInLine } from '../../../../src/vscode/dates/quoteInLine.ts';

const spanOf = (text: string, words: string): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe('quoteInLine', () => {
  it('shows a short line whole, with single blanks', () => {
    const text = 'Un titre\nPublié  le 4 mai 2012 à midi\nLe corps';
    assert.equal(quoteInLine(text, spanOf(text, '4 mai 2012')), 'Publié le 4 mai 2012 à midi');
  });

  it('cuts a long line between words and says so', () => {
    const text = `${'mot '.repeat(40)}le 4 mai 2012 ${'mot '.repeat(40)}`;
    const quote = quoteInLine(text, spanOf(text, '4 mai 2012'));
    assert.match(quote, /^… (?:mot )+le 4 mai 2012(?: mot)+ …$/);
    assert.ok(quote.length < 110);
  });

  it('takes a span at either end of a text', () => {
    const text = '4 mai 2012';
    assert.equal(quoteInLine(text, { start: 0, end: text.length }), text);
  });
});
