import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPositions } from '../../../../src/core/text/textPositions.ts';

describe('textPositions', () => {
  it('counts lines however they end, in one text too', () => {
    const at = createPositions('a\r\nbc\nd\re');
    assert.deepEqual(at(0), { line: 0, character: 0 });
    assert.deepEqual(at(3), { line: 1, character: 0 });
    assert.deepEqual(at(4), { line: 1, character: 1 });
    assert.deepEqual(at(6), { line: 2, character: 0 });
    assert.deepEqual(at(8), { line: 3, character: 0 });
  });

  it('keeps offsets beyond the text at its end', () => {
    assert.deepEqual(createPositions('ab')(9), { line: 0, character: 2 });
    assert.deepEqual(createPositions('')(5), { line: 0, character: 0 });
  });

  it('agrees with splitting the text before the offset', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r\n', '\u{1f3ed}') });
    fc.assert(
      fc.property(text, fc.nat(40), (value, offset) => {
        // Between CR and LF there is no place in an editor.
        fc.pre(!(value[offset - 1] === '\r' && value[offset] === '\n'));
        const lines = value.slice(0, offset).split(/\r\n|\n|\r/);
        assert.deepEqual(createPositions(value)(offset), {
          line: lines.length - 1,
          character: lines.at(-1)!.length,
        });
      }),
    );
  });
});
