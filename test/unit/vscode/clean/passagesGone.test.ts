import assert from 'node:assert/strict';
import fc from 'fast-check';
import { removeSpans, type Boilerplate } from '../../../../src/core/index.ts';
import { passagesGone } from '../../../../src/vscode/clean/passagesGone.ts';

const passageOf = (start: number, end: number): Boilerplate => ({
  start,
  end,
  kind: 'notice',
  evidence: { rule: 'messageOfPage' },
  confidence: 1,
});

describe('passagesGone', () => {
  it('finds what a review took out', () => {
    const parts = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\n'), minLength: 1, maxLength: 6 }),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.boolean()), (texts, coin) => {
        // Numbered, no two passages read alike; body stands between them.
        let text = '';
        const passages = texts.map((part, i) => {
          text += `body ${i} `;
          const start = text.length;
          text += `<${i}${part}>`;
          return passageOf(start, text.length);
        });
        const chosen = passages.filter(() => coin.next().value);
        assert.deepEqual(passagesGone(text, removeSpans(text, chosen).text, passages), chosen);
      }),
    );
  });

  it('does not guess when the text was changed otherwise', () => {
    assert.equal(passagesGone('ad body', 'other body', [passageOf(0, 3)]), undefined);
  });
});
