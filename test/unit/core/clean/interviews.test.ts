import assert from 'node:assert/strict';
import { keepInterview } from '../../../../src/core/clean/interviews.ts';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';

const answers = [
  'We open the first shop in spring, and the second one when the first has paid for its shelves.',
  'The bank said no twice, so we asked the village, which said yes before we had finished.',
  'Nobody here had sold bread for ten years, and the mill had become a garage for tractors.',
];
const interview = [
  `When do you open?\n${answers[0]}`,
  `Who pays for it?\n${answers[1]}`,
  'Also read: The mill that became a garage',
  `And why here?\n${answers[2]}`,
  'How many of you are there?\nWe are four, and a cat.',
].join('\n\n');

/** The lines of a text that stay, when these would go before. */
function stay(text: string, going: Readonly<Record<string, number>>): string[] {
  const segments = splitSegments(text);
  const lines = segments.map(({ start, end }) => text.slice(start, end));
  const odds = Float32Array.from(lines, (line) => going[line] ?? -3);
  keepInterview(segments, measureSegments(text, segments), odds);
  return lines.filter((_, i) => (odds[i] ?? 0) <= 0);
}

describe('an interview', () => {
  it('keeps a question and its answer below an answer that stays, and none of what stands between', () => {
    const pointer = 'Also read: The mill that became a garage';
    const kept = stay(interview.replace('And why here?', 'And what for?'), {
      [pointer]: 3,
      'And what for?': 1,
      'How many of you are there?': 1.5,
      'We are four, and a cat.': 2,
    });
    assert.ok(!kept.includes(pointer));
    assert.ok(!kept.includes('And what for?'), 'only two questions with their answers stayed');
    const more = `Who bakes?\n${answers[0] ?? ''}\n\n${interview}`;
    const all = stay(more, { [pointer]: 3, 'And why here?': 1, 'We are four, and a cat.': 2 });
    assert.deepEqual(
      all,
      more.split(/\n+/).filter((line) => line !== pointer),
    );
  });

  it('gives up what surely goes, and what stands below the page’s own lines', () => {
    const question = 'How many of you are there?';
    assert.ok(!stay(interview, { [question]: 4 }).includes(question));
    const below = interview.replace(question, `Share\n\nSend\n\nPrint\n\nNo account yet?`);
    const going = { Share: 3, Send: 3, Print: 3, 'No account yet?': 1 };
    assert.ok(!stay(below, going).includes('No account yet?'));
  });

  it('is no article with one question', () => {
    const text = `${answers.join('\n\n')}\n\nNo account yet?\nSign in below, it takes a minute.`;
    assert.ok(!stay(text, { 'No account yet?': 1 }).includes('No account yet?'));
  });
});
