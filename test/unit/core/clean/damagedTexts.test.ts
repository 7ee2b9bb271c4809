import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { findBoilerplate } from '../../../../src/core/clean/findBoilerplate.ts';
import { LineSurvey } from '../../../../src/core/clean/lineSurvey.ts';
import { removeSpans } from '../../../../src/core/text/cleanedText.ts';
import { shippedModel } from './shippedModel.ts';

const model = shippedModel();

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const pages = readdirSync(folder).flatMap((language) =>
  readdirSync(`${folder}${language}`).map((file) =>
    readFileSync(`${folder}${language}/${file}`, 'utf8').replace(/[⟦⟧]/gu, ''),
  ),
);

/** One thing that goes wrong when pages are saved, at a place told as a share of the text. */
type Damage = (text: string, at: number, size: number) => string;
const cut = (text: string, at: number): number => Math.floor(at * text.length);
const damages: readonly Damage[] = [
  (text, at, size) => text.slice(0, cut(text, at)) + text.slice(cut(text, at) + size),
  (text, at, size) => text.slice(0, cut(text, at) + size) + text.slice(cut(text, at)),
  (text, at, size) => text.slice(0, cut(text, at)) + '\ufffd'.repeat(size % 4) + text.slice(cut(text, at)),
  (text, at, size) => `${text.slice(0, cut(text, at))}${'\n'.repeat(size % 9)}${text.slice(cut(text, at))}`,
  (text, at, size) =>
    `${text.slice(0, cut(text, at))}${' \u00a0\t'.repeat(size % 3)}${text.slice(cut(text, at))}`,
  (text) => text.replace(/\n/gu, '\r\n'),
  (text) => text.replace(/\n+/gu, '\n'),
  (text) => text.replace(/\n+/gu, ' '),
  (text) => text.split('\n').reverse().join('\n'),
  (text) => text.toUpperCase(),
  (text, at) => text.slice(0, cut(text, at)),
  (text, at) => text.slice(cut(text, at)) + text,
];

const damaged = fc
  .tuple(
    fc.constantFrom(...pages),
    fc.array(
      fc.tuple(fc.constantFrom(...damages), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 400 })),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([page, wounds]) => wounds.reduce((text, [damage, at, size]) => damage(text, at, size), page));

describe('findBoilerplate on damaged pages', function () {
  this.timeout(120_000);

  it('gives spans in order, a text that is the rest, offsets both ways, and nothing more the second time', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const found = findBoilerplate({ id: 'a', text }, model);
        let end = 0;
        let rest = '';
        for (const passage of found) {
          assert.ok(passage.start >= end && passage.end > passage.start && passage.end <= text.length);
          rest += text.slice(end, passage.start);
          ({ end } = passage);
        }
        const cleaned = removeSpans(text, found);
        assert.equal(cleaned.text, rest + text.slice(end));
        for (let at = 0; at < cleaned.text.length; at += 7) {
          const original = cleaned.toOriginal(at);
          assert.equal(text.charAt(original), cleaned.text.charAt(at));
          assert.equal(cleaned.toCleaned(original), at);
        }
        assert.deepEqual(findBoilerplate({ id: 'a', text: cleaned.text }, model), []);
      }),
      { numRuns: 120 },
    );
  });

  it('finds nothing more the second time with a corpus either', () => {
    fc.assert(
      fc.property(fc.array(damaged, { minLength: 5, maxLength: 7 }), (texts) => {
        const survey = new LineSurvey();
        for (const text of texts) survey.add('outlet', text);
        for (const text of texts) {
          const found = findBoilerplate({ id: 'a', text }, model, survey.repetitionFor('outlet', text));
          const rest = removeSpans(text, found).text;
          const again = survey.repetitionFor('outlet', rest, false);
          // The survey holds the text as it was: each of its lines counts itself once.
          const others = (counts: readonly number[]): number[] => counts.map((n) => Math.max(0, n - 1));
          const repetition = {
            groupArticles: texts.length - 1,
            corpusArticles: texts.length - 1,
            inGroup: others(again.inGroup),
            inCorpus: others(again.inCorpus),
          };
          assert.deepEqual(findBoilerplate({ id: 'a', text: rest }, model, repetition), []);
        }
      }),
      { numRuns: 12 },
    );
  });
});
