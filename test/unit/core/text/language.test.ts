import assert from 'node:assert/strict';
import { identifyLanguage } from '../../../../src/core/text/language.ts';

const sentences: Readonly<Record<string, string>> = {
  fr: 'La commune a rouvert la halle du marché après deux années de travaux, et les marchands y retrouvent leurs étals.',
  en: 'The town has reopened its market hall after two years of building work, and the traders are back at their stalls.',
  es: 'El municipio ha reabierto el mercado después de dos años de obras, y los comerciantes vuelven a sus puestos.',
  pt: 'O município reabriu o mercado depois de dois anos de obras, e os comerciantes voltaram às suas bancas.',
  de: 'Die Gemeinde hat die Markthalle nach zwei Jahren Bauzeit wieder geöffnet, und die Händler stehen an ihren Ständen.',
  it: 'Il comune ha riaperto il mercato coperto dopo due anni di lavori, e i commercianti sono tornati ai loro banchi.',
  ar: 'أعادت البلدية فتح السوق المغطاة بعد عامين من الأشغال، وعاد التجار إلى أماكنهم المعتادة.',
};

describe('identifyLanguage', () => {
  for (const [language, sentence] of Object.entries(sentences)) {
    it(`knows ${language}`, () => {
      assert.equal(identifyLanguage(sentence), language);
    });
  }

  it('says und where there is nothing to tell', () => {
    for (const text of ['', '   \n', '12/04/2019 – 33 %', 'ok', '\u0000\ud800']) {
      assert.equal(identifyLanguage(text), 'und');
    }
  });

  it('reads a sample only', () => {
    const started = performance.now();
    assert.equal(identifyLanguage(`${sentences['fr'] ?? ''} `.repeat(100_000)), 'fr');
    assert.ok(performance.now() - started < 500);
  });
});
