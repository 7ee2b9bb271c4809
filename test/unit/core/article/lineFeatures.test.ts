import assert from 'node:assert/strict';
import { buckets, looksLikeByline, names, places } from '../../../../src/core/article/lineFeatures.ts';
import { layOut } from '../../../../src/core/article/layout.ts';

describe('features of lines', () => {
  it('names the greatest limit that a value reaches', () => {
    const feature = buckets('rest', [0, 1, 15]);
    assert.deepEqual([-1, 0, 0.5, 1, 14, 15, 900].map(feature), [
      'rest<',
      'rest0',
      'rest0',
      'rest1',
      'rest1',
      'rest15',
      'rest15',
    ]);
  });

  it('gives one and the same string each time', () => {
    const feature = names('form_');
    assert.equal(feature('iso'), 'form_iso');
    assert.equal(feature('iso'), feature('iso'));
  });

  it('says where a line stands to the body', () => {
    const place = places('place_');
    const body = { bodyFirst: 4, bodyLast: 8 };
    assert.deepEqual(
      [0, 3, 4, 6, 8, 9, 30].map((i) => place(i, body)),
      ['place_up4', 'place_up1', 'place_in0', 'place_in2', 'place_in2', 'place_down1', 'place_down10'],
    );
    assert.equal(place(3, { bodyFirst: -1, bodyLast: -1 }), 'place_noBody');
  });

  it('takes a line for a byline when a capital follows the word', () => {
    const { lines } = layOut('Par Awa Sarr\npar exemple\nBy Ann Lee | Economy', []);
    assert.deepEqual(lines.map(looksLikeByline), [true, false, true]);
  });
});
