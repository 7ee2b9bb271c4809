import assert from 'node:assert/strict';
import { transferLabels } from '../../../../tools/trainClean/pageLabels.ts';

describe('transferLabels', () => {
  it('labels a dump by another of the same page, and what the other left out as boilerplate', () => {
    const labelled = {
      text: 'Menu of the day\nThe ferry left the island at noon\nand came back empty\nRead more',
      spans: [
        [0, 15, 'D'],
        [16, 69, 'K'],
        [70, 79, 'D'],
      ] as const,
    };
    const text =
      'The Menu of the day\n\nThe ferry left the island at noon and came back empty\n\nHidden words\n\nRead more';
    const kept = transferLabels(text, labelled)
      .filter(([, , label]) => label === 'K')
      .map(([start, end]) => text.slice(start, end));
    assert.deepEqual(kept, ['The ferry left the island at noon and came back empty']);
  });
});
