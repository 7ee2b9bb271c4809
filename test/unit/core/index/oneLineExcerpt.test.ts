import assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneLineExcerpt } from '../../../../src/core/index/oneLineExcerpt.ts';

describe('oneLineExcerpt', () => {
  it('makes blanks single and moves the places with them', () => {
    const text = 'avant  \n le  phare\tde Brume \n après';
    const place = { start: text.indexOf('phare'), end: text.indexOf(' \n après') };
    const excerpt = oneLineExcerpt(text, { start: 5, end: text.length - 5 }, [place]);
    assert.equal(excerpt.text, 'le phare de Brume');
    assert.deepEqual(
      excerpt.matches.map(({ start, end }) => excerpt.text.slice(start, end)),
      ['phare de Brume'],
    );
  });

  it('cuts places to the stretch, and leaves out those beside it', () => {
    const places = [
      { start: 0, end: 2 },
      { start: 2, end: 5 },
      { start: 9, end: 12 },
    ];
    assert.deepEqual(oneLineExcerpt('abcdefghijklm', { start: 4, end: 8 }, places), {
      text: 'efgh',
      matches: [{ start: 0, end: 1 }],
    });
  });

  it('never gives a place outside the line', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), fc.nat(30), (whole, from, length, at) => {
        const start = Math.min(from, whole.length);
        const end = Math.min(whole.length, start + length);
        const excerpt = oneLineExcerpt(whole, { start, end }, [{ start: at, end: at + 4 }]);
        assert.equal(excerpt.text, whole.slice(start, end).replace(/\s+/g, ' ').trim());
        for (const match of excerpt.matches) {
          assert.ok(match.start >= 0 && match.start < match.end && match.end <= excerpt.text.length);
        }
      }),
    );
  });
});
