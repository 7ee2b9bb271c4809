import assert from 'node:assert/strict';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';
import { unknownLines } from '../../../../src/core/clean/unknownLines.ts';

/** The lines that are judged without the others; each line is given with the number of other pages that hold it. */
function unknownOf(lines: readonly (readonly [line: string, others: number])[]): string[] | undefined {
  const text = lines.map(([line]) => line).join('\n');
  const segments = splitSegments(text);
  const inGroup = lines.map(([, others]) => others);
  const repetition = { groupArticles: 9, corpusArticles: 9, inGroup, inCorpus: inGroup };
  const unknown = unknownLines(text, segments, measureSegments(text, segments), repetition);
  assert.equal(unknown?.segments.length, unknown?.places.length);
  assert.equal(unknown?.measures.count, unknown?.places.length);
  return unknown?.places.map((place) => lines[place]?.[0] ?? '');
}

describe('unknownLines', () => {
  it('leaves out what other pages hold, but for the line right above an unknown one', () => {
    const lines = [
      ['Home', 9],
      ['Sport', 9],
      ['The vote', 0],
      ['They met.', 1],
      ['Share', 9],
      ['Comments', 9],
    ] as const;
    assert.deepEqual(unknownOf([...lines, ['Never!', 0], ['Imprint', 9], ['Contact', 9]]), [
      ...['Sport', 'The vote', 'They met.', 'Comments', 'Never!'],
    ]);
  });

  it('is nothing where no line is known, or every one', () => {
    assert.equal(
      unknownOf([
        ['The vote', 0],
        ['They met.', 2],
      ]),
      undefined,
    );
    assert.equal(
      unknownOf([
        ['Home', 9],
        ['Sport', 9],
      ]),
      undefined,
    );
  });
});
