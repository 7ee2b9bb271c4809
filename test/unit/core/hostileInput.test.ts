import assert from 'node:assert/strict';
import { analyzeArticle, type AnalysisModels } from '../../../src/core/analyzeArticle.ts';
import { shippedModel } from './clean/shippedModel.ts';
import { loadShippedModel } from './entities/recogniser/shippedModel.ts';

const length = 100_000;

/** Each of these takes well under two seconds here; what grows with the square of its length takes minutes. */
const limitMs = 10_000;

const fill = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const allControls = Array.from({ length: 0xa0 }, (_, code) => (code < 0x20 || code > 0x7e ? code : 0x20))
  .map((code) => String.fromCharCode(code))
  .join('');

const inputs: Readonly<Record<string, string>> = {
  'an empty text': '',
  'one letter': fill('a'),
  'open brackets': fill('('),
  'open quotes': fill('« “'),
  'at signs': fill('a@'),
  addresses: fill('http://a.b/'),
  initials: fill('A. A. '),
  'slashes and figures': fill('1/1/'),
  'lone figures': fill('1 '),
  'dates on one line': fill('12 mars 2020 '),
  'open dates, one a line': fill('12/03/2020\n'),
  'labels of dates': fill('publié le '),
  'no-break spaces': fill('\u00a0'),
  'blank lines': fill('\n'),
  'lone surrogates': fill('\ud83d \udc00'),
  'control characters': fill(allControls),
  'two-letter lines': fill('ab\n'),
  'names of persons, one a line': fill('Jean Morlin\n'),
  'acronyms in brackets': fill('ABC (ABC) '),
  'items between bars': fill('Monde | '),
  'one long line of words': fill('le ministre de la Mer a parlé à Paris de la Banque du Fleuve '),
};

describe('analyzeArticle on hostile input', () => {
  let models: AnalysisModels;
  before(() => {
    models = { clean: shippedModel(), entities: loadShippedModel() };
  });

  for (const [name, text] of Object.entries(inputs)) {
    it(`reads ${name}`, () => {
      const start = performance.now();
      const { boilerplate, linked } = analyzeArticle({ id: 'hostile', text }, models);
      const passedMs = performance.now() - start;
      assert.ok(passedMs < limitMs, `${Math.round(passedMs)} ms`);
      let end = 0;
      for (const passage of boilerplate) {
        assert.ok(passage.start >= end && passage.end > passage.start && passage.end <= text.length);
        end = passage.end;
      }
      for (const mention of linked.mentions) {
        assert.equal(text.slice(mention.start, mention.end), mention.text);
      }
    });
  }

  it('reads a page that states thousands of headlines', () => {
    const facts = Array.from({ length: 10_000 }, (_, i) => ({
      field: 'title' as const,
      source: 'openGraph',
      value: `Crue ${i} - Le Fanal ${i}`,
    }));
    const start = performance.now();
    const text = 'La crue baisse\n\nLe fleuve a baissé cette nuit.';
    analyzeArticle({ id: 'hostile', text, markup: { blocks: [], facts } }, models);
    const passedMs = performance.now() - start;
    assert.ok(passedMs < limitMs, `${Math.round(passedMs)} ms`);
  });
});
