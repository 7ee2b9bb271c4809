import assert from 'node:assert/strict';
import type { Label, LabelledSpan, LabelledText } from '../../../../tools/trainClean/labelledPages.ts';
import { withoutPartlyMarked } from '../../../../tools/trainClean/partlyMarked.ts';

const topics = ['bridge', 'harbour', 'school', 'library', 'market', 'theatre', 'station', 'hospital'];
const paragraph = (topic: string, k: number): string =>
  `The ${topic} was visited by some ${k + 20} people of the valley on Monday, and the mayor told them that the work would go on until the spring of next year. Nobody asked what it had cost.`;

/** A page with menus around ten paragraphs, of which `marked` bear the label of the article. */
function page(i: number, marked: number): LabelledText {
  const topic = topics[i % topics.length] ?? '';
  const lines: [Label, string][] = [
    ...['Home', 'Politics', 'Sports', 'Log in', 'Subscribe'].map((line): [Label, string] => ['D', line]),
    ...Array.from({ length: 10 }, (_, k): [Label, string] => [
      k < marked ? 'K' : 'D',
      paragraph(topic, i + k),
    ]),
    ...['Most read', 'Contact', 'Imprint', 'Share', 'Cookies'].map((line): [Label, string] => ['D', line]),
  ];
  let text = '';
  const spans: LabelledSpan[] = [];
  for (const [label, line] of lines) {
    spans.push([text.length, text.length + line.length, label]);
    text += `${line}\n\n`;
  }
  return {
    page: `page ${i}`,
    variant: 'full',
    site: `site${i}.example`,
    set: 'andy',
    language: 'en',
    text,
    spans,
  };
}

describe('pages whose article was marked in part', () => {
  it('are not learned from, but for what was marked; the others are', () => {
    const whole = Array.from({ length: 40 }, (_, i) => page(i, 10));
    const part = page(41, 3);
    const alone = { ...part, variant: 'clean', text: part.text, spans: part.spans };
    const left = withoutPartlyMarked([...whole, part, alone]);
    assert.deepEqual(left, [...whole, alone]);
  });
});
