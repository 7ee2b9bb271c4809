import assert from 'node:assert/strict';
import { dateCandidates } from '../../../../src/core/article/dateCandidates.ts';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';
import { curateDate } from '../../../../src/core/curation/curateDate.ts';

const body = 'Les riverains ont salué la fin du chantier, que la commune attendait depuis longtemps. '.repeat(
  5,
);
const text = `Une digue neuve pour le marais\nPublié le 7 mai 2014\n\n${body}Le 3 mars 2013, les travaux avaient commencé. ${body}`;

describe('dateCandidates', () => {
  const metadata = readMetadata({ id: 'a', text }, []);

  it('offers what was read first, then the other dates of the text with their places', () => {
    const candidates = dateCandidates(metadata);
    assert.deepEqual(
      candidates.map(({ value, isTaken }) => [value, isTaken]),
      [
        ['2014-05-07', true],
        ['2013-03-03', false],
      ],
    );
    for (const { span, quote } of candidates) assert.equal(text.slice(span?.start, span?.end), quote);
  });

  it('offers what was read when the user has said otherwise', () => {
    for (const date of ['2020-01-01', null]) {
      const [first] = dateCandidates(curateDate(metadata, { passages: [], date }));
      assert.deepEqual([first?.value, first?.isTaken], ['2014-05-07', false]);
    }
  });

  it('offers both readings of a day and month that could be the other way round', () => {
    const open = readMetadata(
      { id: 'a', text: `The dyke\n04/05/2014\n${'Plain words here. '.repeat(4)}`, language: 'en' },
      [],
    );
    const values = dateCandidates(open).map(({ value }) => value);
    assert.deepEqual(values.filter((value) => value.startsWith('2014-0')).sort(), [
      '2014-04-05',
      '2014-05-04',
    ]);
  });
});
