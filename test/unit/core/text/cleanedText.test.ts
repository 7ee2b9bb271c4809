import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeSpans, removeSpans } from '../../../../src/core/text/cleanedText.ts';

describe('removeSpans', () => {
  it('leaves a text without spans as it is', () => {
    const cleaned = removeSpans('abc', []);
    assert.equal(cleaned.text, 'abc');
    assert.equal(cleaned.toOriginal(2), 2);
    assert.equal(cleaned.toCleaned(2), 2);
  });

  it('maps offsets both ways around a removal', () => {
    const cleaned = removeSpans('keep DROP this', [{ start: 5, end: 10 }]);
    assert.equal(cleaned.text, 'keep this');
    assert.equal(cleaned.toOriginal(5), 10);
    assert.equal(cleaned.toOriginal(4), 4);
    assert.equal(cleaned.toOriginal(9), 14);
    assert.equal(cleaned.toCleaned(7), 5);
    assert.equal(cleaned.toCleaned(10), 5);
    assert.equal(cleaned.toCleaned(14), 9);
  });

  it('takes overlapping spans in any order', () => {
    const spans = [
      { start: 4, end: 8 },
      { start: 0, end: 2 },
      { start: 6, end: 9 },
    ];
    assert.equal(removeSpans('0123456789', spans).text, '239');
    assert.deepEqual(mergeSpans(spans), [
      { start: 0, end: 2 },
      { start: 4, end: 9 },
    ]);
  });

  it('can remove everything', () => {
    const cleaned = removeSpans('abc', [{ start: 0, end: 3 }]);
    assert.equal(cleaned.text, '');
    assert.equal(cleaned.toOriginal(0), 0);
    assert.equal(cleaned.toCleaned(2), 0);
  });

  it('is the text minus the spans, and every kept character is where the map says', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const cleaned = removeSpans(text, spans);
        const isGone = (i: number): boolean => spans.some(({ start, end }) => i >= start && i < end);
        let expected = '';
        for (let i = 0; i < text.length; i++) {
          if (isGone(i)) continue;
          assert.equal(cleaned.toCleaned(i), expected.length);
          assert.equal(cleaned.toOriginal(expected.length), i);
          expected += text.charAt(i);
        }
        assert.equal(cleaned.text, expected);
      }),
    );
  });
});
