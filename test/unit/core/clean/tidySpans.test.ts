import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tidySpans } from '../../../../src/core/clean/tidySpans.ts';
import { removeSpans } from '../../../../src/core/text/cleanedText.ts';

/** The text without its `[…]`, brackets included. */
function without(marked: string): string {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/u)) {
    const words = part.startsWith('[') ? part.slice(1, -1) : part;
    if (part.startsWith('[')) spans.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  return removeSpans(text, tidySpans(text, spans)).text;
}

describe('tidySpans', () => {
  it('takes a line with its line end and the blank lines after it', () => {
    assert.equal(without('Title\n\n[Share]\n\nBody\n'), 'Title\n\nBody\n');
    assert.equal(without('[Menu]\n[Home]\n\nBody\n'), 'Body\n');
  });

  it('keeps the way the text ends', () => {
    assert.equal(without('Body\n\n[Share]\n'), 'Body\n');
    assert.equal(without('Body\n\n[Share]'), 'Body');
    assert.equal(without('Body\r\n\r\n[Share]\r\n'), 'Body\r\n');
    assert.equal(without('Body\n\n[Share]\n[Print]\n\n[About]\n'), 'Body\n');
    assert.equal(without('By Ann | [Share]\n[Print]\n'), 'By Ann\n');
    assert.equal(without('[Share]\n[Print]\n'), '');
  });

  it('takes the bar or gap along inside a line', () => {
    assert.equal(without('By Ann Lee | [Share]\nBody'), 'By Ann Lee\nBody');
    assert.equal(without('[Share] | By Ann Lee\nBody'), 'By Ann Lee\nBody');
    assert.equal(without('One   [two]   three'), 'One   three');
    assert.equal(without('One   [two]   [three]\n\nBody'), 'One\n\nBody');
    assert.equal(without('[One]   [two]   [three]\n\nBody'), 'Body');
  });

  it('leaves the indentation of what stays', () => {
    assert.equal(without('[Share]\n\n  Body'), '  Body');
  });

  it('gives spans in order that cover the passages and only blanks and bars beside', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '\r\n', '|');
    const cuts = fc.array(fc.nat(30), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), cuts, (text, numbers) => {
        const sorted = [...new Set(numbers.map((n) => Math.min(n, text.length)))].sort((a, b) => a - b);
        const spans = sorted.flatMap((start, i) => {
          const end = sorted[i + 1];
          return i % 2 === 0 && end !== undefined ? [{ start, end }] : [];
        });
        let at = 0;
        tidySpans(text, spans).forEach((tidy, i) => {
          const { start, end } = spans[i] ?? tidy;
          assert.ok(tidy.start >= at && tidy.end <= text.length && tidy.start <= tidy.end);
          assert.match(text.slice(tidy.start, start), /^[\s|]*$/u);
          assert.match(text.slice(end, tidy.end), /^[\s|]*$/u);
          at = tidy.end;
        });
      }),
    );
  });
});
