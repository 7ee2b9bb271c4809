import assert from 'node:assert/strict';
import type { Label, LabelledSpan, LabelledText } from '../../../../tools/trainClean/labelledPages.ts';
import { foldCount, foldOf, mixPages } from '../../../../tools/trainClean/mixedPages.ts';

/** A page from its parts, in turn label and words. */
function page(
  name: string,
  site: string,
  language: string,
  parts: readonly (readonly [Label, string])[],
): LabelledText {
  let text = '';
  const spans: LabelledSpan[] = [];
  for (const [label, words] of parts) {
    spans.push([text.length, text.length + words.length, label]);
    text += `${words}\n`;
  }
  return { page: name, variant: 'full', site, set: 'own', language, text, spans };
}

const site = 'valley.example';
const sentence = (what: string): string =>
  `The ${what} was opened by the mayor on a rainy day in March. `.repeat(8);
const bridge = page('bridge', site, 'en', [
  ['D', 'Home'],
  ['N', 'A bridge at last'],
  ['K', sentence('bridge')],
  ['D', 'Advertisement'],
  ['K', sentence('road')],
  ['N', 'Photo: Ann Field'],
  ['D', 'Read more'],
]);
const mill = page('mill', site, 'en', [
  ['D', 'Valley News'],
  ['N', 'The mill turns again'],
  ['K', sentence('mill')],
  ['D', 'All rights reserved'],
]);

describe('mixPages', () => {
  it('puts the article of one page, with its title and captions, into the frame of another', () => {
    const [mix] = mixPages([mill], [bridge, mill], 1, () => 0);
    const parts = mix?.spans.map(([start, end, label]) => [label, mix.text.slice(start, end)]);
    assert.deepEqual(parts, [
      ['D', 'Valley News'],
      ['N', 'A bridge at last'],
      ['K', sentence('bridge')],
      ['D', 'Advertisement'],
      ['K', sentence('road')],
      ['N', 'Photo: Ann Field'],
      ['D', 'All rights reserved'],
    ]);
  });

  it('mixes neither languages nor folds, and no page with itself', () => {
    const other =
      Array.from({ length: 50 }, (_, i) => `site${i}.example`).find((s) => foldOf(s) !== foldOf(site)) ?? '';
    assert.ok(foldOf(other) < foldCount);
    const strangers = [{ ...bridge, language: 'fr' }, { ...bridge, site: other }, mill];
    assert.deepEqual(
      mixPages([mill], strangers, 3, () => 0),
      [],
    );
  });
});
