import assert from 'node:assert/strict';
import fc from 'fast-check';
import { segmentKey, splitSegments } from '../../../../src/core/clean/segments.ts';

function words(text: string): string[] {
  return splitSegments(text).map(({ start, end }) => text.slice(start, end));
}

describe('splitSegments', () => {
  it('gives the lines of a text without the blanks around them', () => {
    assert.deepEqual(words('  One line \n\n\tanother\r\nlast'), ['One line', 'another', 'last']);
    assert.deepEqual(
      splitSegments('a\r\n\r\nb').map(({ line }) => line),
      [0, 2],
    );
  });

  it('parts a line at wide gaps of any blanks, not at narrow ones', () => {
    assert.deepEqual(words('First headline\u00a0\u00a0\u00a0\u00a0Second one   Third  one'), [
      'First headline',
      'Second one',
      'Third  one',
    ]);
  });

  it('parts a line at a bar between blanks', () => {
    assert.deepEqual(words('By Ann Lee | Edition 12 | Share'), ['By Ann Lee', 'Edition 12', 'Share']);
    assert.deepEqual(words('a|b'), ['a|b']);
  });

  it('covers all that is no blank and no bar, in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\u00a0', '|', '\n', '\r', '.', 'É') }),
        (text) => {
          const segments = splitSegments(text);
          let at = 0;
          for (const { start, end } of segments) {
            assert.match(text.slice(at, start), /^[\s|]*$/u);
            assert.ok(end > start);
            assert.doesNotMatch(text.slice(start, end), /^\s|\s$|\n/u);
            at = end;
          }
          assert.match(text.slice(at), /^[\s|]*$/u);
        },
      ),
    );
  });
});

describe('segmentKey', () => {
  const key = (text: string): number => segmentKey(text, { start: 0, end: text.length });

  it('does not see case, accents, kinds of blanks and digits', () => {
    assert.equal(key('Publié le 12 mai'), key('PUBLIE\u00a0 le 31 mai'));
  });

  it('sees words', () => {
    assert.notEqual(key('Read more'), key('Read mode'));
    assert.notEqual(key('ab c'), key('a bc'));
  });
});
