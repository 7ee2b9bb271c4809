import assert from 'node:assert/strict';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';
import { SlotSurvey, skeletonOf } from '../../../../src/core/article/slotSurvey.ts';

const body =
  'The ferry company will run two more boats on the northern line, because the crossings of last summer were sold out weeks ahead and many islanders had to stay at home.\n\n' +
  'Its director said that the boats were bought second-hand in Norway and that the crews are being trained at the naval school of the capital until the end of spring.';

const article = (n: number, day: string): { id: string; text: string } => ({
  id: String(n),
  text: `Printed 11/12/2020\n\nMore boats for the islands, number ${String(n)}\nIslands desk, ${day}\n\n${body}`,
});

const days = ['03/04/2012', '17/04/2012', '28/05/2012', '09/06/2012', '02/07/2012'];

function surveyed(): SlotSurvey {
  const survey = new SlotSurvey();
  days.forEach((day, n) => {
    survey.add('islands', article(n, day));
  });
  return survey;
}

describe('SlotSurvey', () => {
  it('settles the order of day and month by the outlet’s other articles', () => {
    const record = article(0, '03/04/2012');
    assert.equal(readMetadata(record, []).date, undefined);
    const metadata = readMetadata(record, [], surveyed().evidenceFor('islands', record));
    assert.equal(metadata.date?.value, '2012-04-03');
    assert.deepEqual(metadata.date.evidence, { rule: 'outletSlot', values: { articles: 5 } });
  });

  it('knows a date that stands in all articles as none of theirs', () => {
    const record = article(1, '17/04/2012');
    const evidence = surveyed().evidenceFor('islands', record);
    assert.deepEqual(evidence.repeatedDates, ['2020-12-11']);
    const rejected = readMetadata(record, [], evidence).rejectedDates;
    assert.ok(rejected.some(({ evidence: { rule } }) => rule === 'sameInManyArticles'));
  });

  it('believes a day that stands in all articles where they say that it is theirs', () => {
    const readIn = (head: string): string | undefined => {
      const dated = (n: number) => ({
        ...article(n, ''),
        text: `More boats, number ${n}\n\n${head}\n\n${body}`,
      });
      const survey = new SlotSurvey();
      for (let n = 0; n < 5; n++) survey.add('islands', dated(n));
      const evidence = survey.evidenceFor('islands', dated(1));
      assert.deepEqual(evidence.repeatedDates, ['2020-12-13']);
      return readMetadata(dated(1), [], evidence).date?.value;
    };
    assert.equal(readIn('Published on 13 December 2020'), '2020-12-13');
    assert.equal(readIn('Westport, 13 December 2020'), '2020-12-13');
    assert.equal(readIn('Sunday, 13 December 2020'), undefined);
  });

  it('says nothing of an outlet with fewer than three articles, or of another outlet', () => {
    const survey = new SlotSurvey();
    survey.add('islands', article(0, '03/04/2012'));
    survey.add('islands', article(1, '17/04/2012'));
    const nothing = { skeletons: [], repeatedDates: [] };
    assert.deepEqual(survey.evidenceFor('islands', article(0, '03/04/2012')), nothing);
    assert.deepEqual(surveyed().evidenceFor('mainland', article(0, '03/04/2012')), nothing);
  });

  it('is the same after a round trip through JSON', () => {
    const record = article(2, '28/05/2012');
    const copy = SlotSurvey.fromJSON(
      JSON.parse(JSON.stringify(surveyed())) as ReturnType<SlotSurvey['toJSON']>,
    );
    assert.deepEqual(copy.evidenceFor('islands', record), surveyed().evidenceFor('islands', record));
    assert.deepEqual(copy.toJSON(), surveyed().toJSON());
  });

  it('keeps its memory bounded', () => {
    const survey = new SlotSurvey();
    for (let n = 0; n < 3000; n += 1) {
      survey.add('one', {
        id: String(n),
        text: `line ${'x'.repeat(n % 1500)} 0${String(1 + (n % 9))}.11.20${String(10 + (n % 90))}`,
      });
    }
    const [[, group] = []] = survey.toJSON().groups;
    assert.ok((group?.slots.length ?? 0) <= 600);
    assert.ok((group?.dates.length ?? 0) <= 3000);
  });
});

describe('skeletonOf', () => {
  it('is one for lines by different authors with different dates', () => {
    const shape = (line: string, date: string): string =>
      skeletonOf(line, line.indexOf(date), line.indexOf(date) + date.length);
    assert.equal(
      shape('Par Anne Dupré | N° 12 | 03/04/2012 | Partager', '03/04/2012'),
      shape('Par Jean-Luc Martin | N° 131 | 17/11/2019 | Partager', '17/11/2019'),
    );
  });
});
