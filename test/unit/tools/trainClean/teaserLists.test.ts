import assert from 'node:assert/strict';
import { randomFrom } from '../../../../tools/trainClean/boost.ts';
import type { LabelledSpan, LabelledText } from '../../../../tools/trainClean/labelledPages.ts';
import { addTeasers } from '../../../../tools/trainClean/teaserLists.ts';

const subjects = ['harbour', 'orchard', 'railway', 'theatre', 'glacier'];

function pageOf(subject: string): LabelledText {
  const parts: [string, LabelledSpan[2]][] = [
    ['Menu of the day', 'D'],
    [`The ${subject} opens its gates again`, 'N'],
    [`In spring the ${subject} was closed, and nobody knew for how long it would be.`, 'K'],
    [`By summer the ${subject} had a new owner, who paid for all the repairs himself.`, 'K'],
    ['Print this page', 'D'],
  ];
  let text = '';
  const spans = parts.map(([words, label]): LabelledSpan => {
    const start = text.length;
    text += `${words}\n`;
    return [start, start + words.length, label];
  });
  return { page: subject, variant: 'mix', site: subject, set: 'own', language: 'en', text, spans };
}

const [page, ...others] = subjects.map(pageOf) as [LabelledText, ...LabelledText[]];
const wordsOf = ({ text, spans }: LabelledText, label: string): string[] =>
  spans.filter((span) => span[2] === label).map(([start, end]) => text.slice(start, end));

describe('addTeasers', () => {
  it('adds headlines and sentences of other articles as boilerplate, and leaves the article whole', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 200; seed++) {
      const made = addTeasers(page, others, randomFrom(seed));
      if (made === undefined) continue;
      assert.deepEqual(wordsOf(made, 'K'), wordsOf(page, 'K'), `${seed}`);
      assert.deepEqual(wordsOf(made, 'N'), wordsOf(page, 'N'));
      const added = wordsOf(made, 'D').join('\n');
      for (const subject of subjects) if (added.includes(subject)) seen.add(subject);
      assert.ok(!added.includes('harbour'), 'its own words are none of another article');
      made.spans.slice(1).forEach(([start], k) => {
        assert.ok(start >= made.spans[k]![1], 'spans come in order and do not overlap');
      });
    }
    assert.deepEqual([...seen].sort(), subjects.slice(1).sort());
  });

  it('gives the same page for the same seed, and none without other articles', () => {
    assert.deepEqual(addTeasers(page, others, randomFrom(7)), addTeasers(page, others, randomFrom(7)));
    assert.equal(addTeasers(page, others.slice(0, 2), randomFrom(7)), undefined);
  });
});
