import assert from 'node:assert/strict';
import type { LineRepetition } from '../../../../src/core/clean/lineSurvey.ts';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { repetitionOdds, showsLayout } from '../../../../src/core/clean/repetition.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';

const paragraph =
  'The harbour board met on Tuesday to settle the price of the new moorings, and put off the vote until the spring, when the accounts of the past year will be known.';

/** Log-odds of lines that begin at `odds`, with the number of other articles that hold each line. */
function judge(
  lines: readonly (readonly [line: string, others: number, odds: number])[],
  groupArticles = 10,
) {
  const text = lines.map(([line]) => line).join('\n');
  const inGroup = lines.map(([, others]) => others);
  const repetition: LineRepetition = {
    groupArticles,
    corpusArticles: groupArticles,
    inGroup,
    inCorpus: inGroup,
  };
  const odds = Float32Array.from(lines, ([, , start]) => start);
  repetitionOdds(measureSegments(text, splitSegments(text)), repetition, odds);
  return [...odds];
}

describe('repetitionOdds', () => {
  it('raises new lines of a list whose other lines stand in other articles, and not the title above the article', () => {
    const odds = judge([
      ['Home', 10, 0],
      ['Regatta postponed', 2, 0],
      ['New ferry arrives', 0, 0],
      ['Fishermen protest', 3, 0],
      ['Lighthouse painted', 2, 0],
      ['Contact', 10, 0],
      ['Share', 10, 0],
      ['Harbour board puts off its vote', 0, -0.5],
      [paragraph, 0, -4],
      [paragraph.replace('Tuesday', 'Wednesday'), 0, -4],
    ]);
    assert.ok((odds[2] ?? 0) > 1, String(odds));
    assert.ok((odds[7] ?? 0) <= 0, String(odds));
    assert.deepEqual(odds.slice(8), [-4, -4]);
  });

  it('raises what comes below the article and a line of the layout', () => {
    const odds = judge([
      [paragraph, 0, -4],
      ['So the board will meet again.', 0, -0.5],
      ['Comments', 9, 0],
      ['They never decide anything', 0, -0.5],
    ]);
    assert.equal(odds[1], -0.5);
    assert.ok((odds[3] ?? 0) > 0, String(odds));
  });

  it('takes the article above a pile of layout for the article, not the longer comments below', () => {
    const comment = `${paragraph} ${paragraph.replace('Tuesday', 'Friday')} I have never seen the like of it, and I shall not vote again.`;
    const odds = judge([
      ...['Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(
        (day) => [paragraph.replace('Tuesday', day), 0, -3] as const,
      ),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`Share on ${name}`, 9, 3] as const),
      ...['first', 'second', 'third', 'fourth'].flatMap((place) => [
        [`In the ${place} place, ${comment}`, 0, -3] as const,
        ['Report abuse', 9, 3] as const,
      ]),
    ]);
    assert.deepEqual(odds.slice(0, 4), [-3, -3, -3, -3]);
    assert.ok(
      [10, 12, 14, 16].every((i) => (odds[i] ?? 0) > 0),
      String(odds),
    );
  });

  it('takes no pile of layout below teasers that may stay for the end of the article', () => {
    const days = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const layout = ['Politics', 'Today', 'Photo', 'Show more'].map((line) => [line, 9, 3] as const);
    const teasers = days.map((day) => [paragraph.replace('Tuesday', day), 1, -1] as const);
    const article = days.map((day) => [paragraph.replace('moorings', `ferry on ${day}`), 0, -3] as const);
    const odds = judge([...teasers, ...layout, ...article]);
    assert.deepEqual(odds.slice(-days.length), [-3, -3, -3, -3, -3]);
  });

  it('proves nothing about an article that was published again', () => {
    const odds = judge([
      ['Harbour board puts off its vote', 4, -2],
      [paragraph, 4, -4],
      [paragraph.replace('Tuesday', 'Wednesday'), 4, -4],
    ]);
    assert.ok(odds.slice(1).every((value) => value <= 0));
  });

  it('takes no text away as a whole because all of its sentences stand in others', () => {
    const odds = judge([
      ['Harbour and railway sign', 10, -2.5],
      ['Westport, 3 May 2014', 10, -3],
      ['The harbour and the railway have signed an accord in Westport, the board said.', 10, -3],
    ]);
    assert.deepEqual(odds, [-2.5, -3, -3]);
  });

  it('takes away what repeats and was never surely of an article', () => {
    const odds = judge([
      ['Harbour and railway sign', 10, -1],
      ['Your browser does not play this film, so please choose another one, and try again.', 10, -1],
    ]);
    assert.ok(
      odds.every((value) => value > 0),
      String(odds),
    );
  });

  it('knows the layout from a single other article of the outlet, and none without', () => {
    const lines = [
      ['Home', 1, 1],
      [paragraph, 0, -4],
      ['Share this', 1, -0.5],
      ['They never decide anything', 0, -0.5],
    ] as const;
    assert.deepEqual(
      judge(lines, 1).map((odds) => odds > 0),
      [true, false, true, true],
    );
    const none = { groupArticles: 0, corpusArticles: 9, inGroup: [], inCorpus: [] };
    assert.equal(showsLayout(none), false);
  });

  it('proves nothing by one other article that says the same as a whole', () => {
    const again = (day: string): string => paragraph.replace('Tuesday', day);
    const odds = judge(
      [
        [again('Monday'), 1, -4],
        [again('Friday'), 1, -4],
        [paragraph, 0, -4],
      ],
      1,
    );
    assert.ok(
      odds.every((left) => left < 0),
      String(odds),
    );
  });
});
