import assert from 'node:assert/strict';
import { randomFrom } from '../../../../tools/trainClean/boost.ts';
import type { Label, LabelledSpan, LabelledText } from '../../../../tools/trainClean/labelledPages.ts';
import { augmentPage } from '../../../../tools/trainClean/sequenceAugment.ts';

function makePage(name: string): LabelledText {
  const lines: [Label, string][] = [
    ...['menu', 'search', 'login', 'weather'].map((word): [Label, string] => ['D', `${name} ${word}`]),
    ['N', `${name} title`],
    ...['one', 'two', 'three'].map((word): [Label, string] => ['K', `${name} paragraph ${word}.`]),
    ...['share', 'tags', 'legal'].map((word): [Label, string] => ['D', `${name} ${word}`]),
  ];
  const spans: LabelledSpan[] = [];
  let text = '';
  for (const [label, line] of lines) {
    spans.push([text.length, text.length + line.length, label]);
    text += `${line}\n`;
  }
  return { page: name, variant: 'full', site: name, set: 'test', language: 'en', text, spans };
}

const piecesOf = ({ text, spans }: LabelledText): string[] =>
  spans.map(([start, end, label]) => `${label}:${text.slice(start, end)}`);

describe('augmentPage', () => {
  const [page, other] = [makePage('harbour'), makePage('market')];
  const random = randomFrom(5);
  const made = Array.from({ length: 200 }, () => augmentPage(page, other, random));

  it('keeps the label of every piece it keeps', () => {
    const known = new Set([...piecesOf(page), ...piecesOf(other)]);
    for (const text of made) for (const piece of piecesOf(text)) assert.ok(known.has(piece), piece);
  });

  it('keeps one article, and takes only furniture from the other page', () => {
    for (const text of made) {
      const pieces = piecesOf(text);
      assert.ok(pieces.some((piece) => piece.startsWith('K:harbour')));
      assert.ok(!pieces.some((piece) => /^[KN]:market/u.test(piece)));
    }
    assert.ok(made.some((text) => text.text.includes('market menu')));
  });

  it('joins boilerplate on one line now and then', () => {
    assert.ok(made.some(({ text }) => /menu(?: {4}|\u00a0{4})/u.test(text)));
  });
});
