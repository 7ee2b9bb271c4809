import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../../src/core/index.ts';
import { foldableLines } from '../../../../src/vscode/clean/foldableLines.ts';

/** The text without its marks, and the spans that the marks enclose. */
function marked(source: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const [i, part] of source.split('|').entries()) {
    if (i % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}

const fold = (source: string) => {
  const { text, spans } = marked(source);
  return foldableLines(text, spans);
};

describe('foldableLines', () => {
  it('folds a passage of several lines at its first one', () => {
    assert.deepEqual(fold('|Share\nPrint\n\n|The pier reopens.\n'), [{ first: 0, last: 1 }]);
    assert.deepEqual(fold('Title\r\n\r\n|\r\nShare\r\nPrint\r\n|Text.'), [{ first: 3, last: 4 }]);
  });

  it('has nothing to fold on one line', () => {
    assert.deepEqual(fold('|Share\n\n|The pier reopens.\n'), []);
  });

  it('folds neighbours of several kinds together', () => {
    assert.deepEqual(fold('Text.\n|Share|\n\n|Read also|\n'), [{ first: 1, last: 3 }]);
  });

  it('never folds away a line that holds a word of the article', () => {
    assert.deepEqual(fold('Text |Share\nPrint\nMail| and more.\n'), [{ first: 0, last: 1 }]);
    assert.deepEqual(fold('|Share\nPrint| and more.\n'), []);
    assert.deepEqual(fold('|Share\n|Text.\n|Print|\n'), []);
  });

  it('hides boilerplate and blanks only, whatever the text', () => {
    const word = fc.constantFrom('a', ' ', '\n', '\r\n', 'b\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean())), (words) => {
        const spans: Span[] = [];
        let text = '';
        for (const [each, isInside] of words) {
          if (isInside) spans.push({ start: text.length, end: text.length + each.length });
          text += each;
        }
        const blanked = spans.reduce(
          (rest, { start, end }) =>
            rest.slice(0, start) + rest.slice(start, end).replace(/\S/g, ' ') + rest.slice(end),
          text,
        );
        const lines = blanked.split(/\r\n|\n/);
        for (const { first, last } of foldableLines(text, spans))
          assert.equal(
            lines
              .slice(first + 1, last + 1)
              .join('')
              .trim(),
            '',
          );
      }),
    );
  });
});
