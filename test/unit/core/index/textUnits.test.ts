import assert from 'node:assert/strict';
import { textUnits, unitNumbers } from '../../../../src/core/index.ts';

describe('textUnits', () => {
  const units = (
    text: string,
    unit: 'sentence' | 'paragraph',
    boilerplate = [] as { start: number; end: number }[],
  ) => textUnits(text, boilerplate, unit).map(({ start, end }) => text.slice(start, end));

  it('parts paragraphs at empty lines, and at line breaks where there are no empty lines', () => {
    assert.deepEqual(units('Un phare\ndeux ports.\n \nTrois quais.\n', 'paragraph'), [
      'Un phare\ndeux ports.',
      'Trois quais.',
    ]);
    assert.deepEqual(units('Un phare.\nDeux ports.', 'paragraph'), ['Un phare.', 'Deux ports.']);
    assert.deepEqual(units('Un phare.\r\n\r\nDeux ports.', 'paragraph'), ['Un phare.', 'Deux ports.']);
    assert.deepEqual(units(' \n ', 'paragraph'), []);
  });

  it('lets no sentence run over a paragraph, and no paragraph over boilerplate', () => {
    const text = 'Un phare et\n\ndeux ports. Trois quais PUB fermés.';
    const start = text.indexOf('PUB');
    assert.deepEqual(units(text, 'sentence', [{ start, end: start + 3 }]), [
      'Un phare et',
      'deux ports.',
      'Trois quais',
      'fermés.',
    ]);
  });

  it('numbers places by the unit they stand in', () => {
    const sentences = textUnits('Un phare. Deux ports. Trois quais.', [], 'sentence');
    assert.deepEqual(unitNumbers(sentences, [0, 3, 10, 30]), [0, 0, 1, 2]);
    assert.deepEqual(unitNumbers([], [4]), [0]);
  });
});
