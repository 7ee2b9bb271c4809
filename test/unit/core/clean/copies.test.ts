import assert from 'node:assert/strict';
import { dropCopies, saidBefore } from '../../../../src/core/clean/copies.ts';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';

const first =
  'The harbour board met on Tuesday to settle the price of the new moorings, and put off the vote until the spring, when the accounts will be known.';
const second =
  'The fishermen, who have waited for three years, said that they would not pay more than the boats of the neighbouring towns pay for a place.';
const third =
  'Nobody on the board wished to say, on leaving the town hall, whether the mayor would support them, or when the quay would be mended.';

/** Places that go of lines that would all stay but those in `gone`. */
function drop(lines: readonly string[], gone: readonly number[] = []): number[] {
  const text = lines.join('\n');
  const odds = Float32Array.from(lines, (_, i) => (gone.includes(i) ? 2 : -2));
  dropCopies(measureSegments(text, splitSegments(text)), odds);
  return lines.flatMap((_, i) => (odds[i]! > 0 && !gone.includes(i) ? [i] : []));
}

describe('dropCopies', () => {
  it('takes the second one of an article that stands twice, its title too', () => {
    assert.deepEqual(drop(['The vote', first, second, 'Print', 'The vote', first, second], [3]), [4, 5, 6]);
  });

  it('keeps a paragraph that is said twice in a longer article', () => {
    const other = (paragraph: string): string =>
      paragraph.replace('the', 'their').replace('board', 'council');
    assert.deepEqual(drop([first, second, third, other(first), other(second), other(third), second]), []);
  });

  it('keeps a refrain, and the only copy that stays', () => {
    assert.deepEqual(drop([first, second, first, second, first, second]), []);
    assert.deepEqual(drop([first, second, first, second], [0, 1]), []);
  });
});

describe('saidBefore', () => {
  it('marks paragraphs that stand further up, and no short lines', () => {
    const text = ['Share', first, 'Share', first].join('\n');
    assert.deepEqual([...saidBefore(measureSegments(text, splitSegments(text)))], [0, 0, 0, 1]);
  });
});
