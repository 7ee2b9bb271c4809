import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cleanedOffset,
  offsetMap,
  originalOffset,
  removeSpans,
  type OffsetMap,
} from '../../../../src/core/index.ts';

const textAndSpans = fc
  .string({ unit: 'binary', maxLength: 60 })
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(
        fc.record({ start: fc.integer({ min: -3, max: 70 }), end: fc.integer({ min: -3, max: 70 }) }),
        { maxLength: 6 },
      ),
    ),
  );

describe('offsetMap', () => {
  it('leads both ways like the cleaning itself, also after it was written as JSON', () => {
    fc.assert(
      fc.property(textAndSpans, ([text, spans]) => {
        const cleaned = removeSpans(text, spans);
        const map = JSON.parse(JSON.stringify(offsetMap(text.length, spans))) as OffsetMap;
        assert.equal(map.cleanedLength, cleaned.text.length);
        for (let at = -1; at <= cleaned.text.length + 1; at++)
          assert.equal(originalOffset(map, at), cleaned.toOriginal(at));
        for (let at = -1; at <= text.length + 1; at++)
          assert.equal(cleanedOffset(map, at), cleaned.toCleaned(at));
      }),
    );
  });

  it('says by itself which characters of the two texts are the same', () => {
    fc.assert(
      fc.property(textAndSpans, ([text, spans]) => {
        const { kept, removed } = offsetMap(text.length, spans);
        const cleaned = removeSpans(text, spans).text;
        const parts = kept.map(({ original, length }) => text.slice(original, original + length));
        assert.equal(parts.join(''), cleaned);
        const gone = removed.reduce((sum, { start, end }) => sum + end - start, 0);
        assert.equal(gone + cleaned.length, text.length);
      }),
    );
  });
});
