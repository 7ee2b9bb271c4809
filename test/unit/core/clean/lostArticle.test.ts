import assert from 'node:assert/strict';
import { lostArticle } from '../../../../src/core/clean/lostArticle.ts';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';

const paragraph =
  'The council of Rellmouth said on Monday that the new bridge, which was promised ten years ago, will open in spring.';
const teaser =
  'The harbour of Rellmouth gets a second crane, and its fishermen ask who will pay for all of it in the end.';

/** The lines that are judged again; each line is given with what was learned of it. */
function judgedAgain(lines: readonly (readonly [line: string, odds: number])[]): string[] | undefined {
  const text = lines.map(([line]) => line).join('\n');
  const segments = splitSegments(text);
  const learned = Float32Array.from(lines, ([, odds]) => odds);
  const rest = lostArticle(text, segments, measureSegments(text, segments), learned, 0.45);
  assert.equal(rest?.segments.length, rest?.places.length);
  assert.equal(rest?.measures.count, rest?.places.length);
  return rest?.places.map((place) => lines[place]?.[0] ?? '');
}

describe('lostArticle', () => {
  const menu = [
    ['Home', 6],
    ['Sport', 2],
  ] as const;
  const teasers = [
    [teaser, 5.5],
    [teaser, 6],
  ] as const;

  it('leaves out what is surely boilerplate where most of the likeliest article would go', () => {
    const article = [
      [paragraph, -1],
      [paragraph, 1],
      [paragraph, 0.6],
      [paragraph, 0.8],
    ] as const;
    assert.deepEqual(judgedAgain([...menu, ...article, ...teasers]), [
      ...['Sport', paragraph, paragraph, paragraph, paragraph],
    ]);
  });

  it('is nothing where most of the article stays', () => {
    const article = [
      [paragraph, -3],
      [paragraph, -1],
      [paragraph, 0.4],
      [paragraph, 0.8],
    ] as const;
    assert.equal(judgedAgain([...menu, ...article, ...teasers]), undefined);
  });

  it('is nothing where no line is surely boilerplate, or there is no prose', () => {
    assert.equal(
      judgedAgain([
        ['Sport', 2],
        [paragraph, 1],
        [paragraph, 1],
      ]),
      undefined,
    );
    assert.equal(judgedAgain(menu), undefined);
  });
});
