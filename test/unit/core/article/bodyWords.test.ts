import assert from 'node:assert/strict';
import { bodyOverlap, contentWords } from '../../../../src/core/article/bodyWords.ts';

describe('contentWords', () => {
  it('reads words of four letters and more, whatever signs stand between them', () => {
    assert.deepEqual(contentWords('l’opérateur «élargit» son réseau – 4g, 2018'), [
      'opérateur',
      'élargit',
      'réseau',
      '2018',
    ]);
  });

  it('reads Latin words alike beside another script', () => {
    const latin = 'straße œuvre naïve ½½½½ x1y2';
    assert.deepEqual(contentWords(`${latin} шлюз`), [...contentWords(latin), 'шлюз']);
  });

  it('takes pairs of characters where a script has no blanks', () => {
    assert.deepEqual(contentWords('東京都 port'), ['東京', '京都', 'port']);
  });
});

describe('bodyOverlap', () => {
  it('is the share of the words that the body has', () => {
    assert.equal(bodyOverlap(['port', 'grue'], new Set(['port'])), 0.5);
    assert.equal(bodyOverlap([], new Set(['port'])), 0);
  });
});
