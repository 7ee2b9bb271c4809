import assert from 'node:assert/strict';
import fc from 'fast-check';
import { removeSpans, spansToRemove, type Span } from '../../../../src/core/index.ts';

describe('spansToRemove', () => {
  const text = 'Share\n\nThe pier reopens.\n\nIt was closed.\n\nShare\n\nOther news\n';
  const spanOf = (words: string, from = 0): Span => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const cleaned = (...passages: Span[]): string => removeSpans(text, spansToRemove(text, passages)).text;
  const tail = [spanOf('Share', 5), spanOf('Other news')];

  it('leaves no blank lines where the end of the text went', () => {
    assert.equal(cleaned(...tail), 'Share\n\nThe pier reopens.\n\nIt was closed.\n');
  });

  it('keeps the last line break when a passage takes it in', () => {
    const last = spanOf('Other news');
    assert.equal(
      cleaned(spanOf('Share', 5), { start: last.start, end: text.length }),
      'Share\n\nThe pier reopens.\n\nIt was closed.\n',
    );
  });

  it('gives no line break to a text that had none', () => {
    const short = 'The pier reopens.\n\nShare';
    const spans = spansToRemove(short, [{ start: 19, end: 24 }]);
    assert.equal(removeSpans(short, spans).text, 'The pier reopens.');
  });

  it('touches nothing else when the end of the text stays', () => {
    const passages = [spanOf('Share\n\n'), spanOf('Share', 5)];
    assert.deepEqual(spansToRemove(text, passages), passages);
    assert.deepEqual(spansToRemove(text, []), []);
  });

  it('takes only white space beside the passages, in spans that do not overlap', () => {
    const word = fc.constantFrom('a', 'b', ' ', '\n', '\r\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean())), (words) => {
        let offset = 0;
        const passages: Span[] = [];
        for (const [each, isGone] of words) {
          if (isGone) passages.push({ start: offset, end: offset + each.length });
          offset += each.length;
        }
        const whole = words.map(([each]) => each).join('');
        const spans = spansToRemove(whole, passages);
        spans.slice(1).forEach(({ start }, i) => {
          assert.ok(spans[i]!.end <= start);
        });
        const ink = (of: string): string => of.replace(/\s/g, '');
        assert.equal(ink(removeSpans(whole, spans).text), ink(removeSpans(whole, passages).text));
      }),
    );
  });
});
