import assert from 'node:assert/strict';
import { readMetadata } from '../../../../src/core/article/readMetadata.ts';
import type { RecordFact } from '../../../../src/core/article/record.ts';
import { crawlDay, fieldDates, openFieldDates } from '../../../../src/core/article/recordFacts.ts';

const published = (value: string, order?: RecordFact['order']): RecordFact => ({
  field: 'published',
  source: 'field:date',
  value,
  ...(order && { order }),
});
const dateOf = (value: string, order?: RecordFact['order']): string | undefined =>
  fieldDates([published(value, order)])[0]?.value;

describe('fieldDates', () => {
  it('reads the common ways to write a date, to their own precision', () => {
    assert.equal(dateOf('2018-09-04'), '2018-09-04');
    assert.equal(dateOf('2018-09-04T23:30:00-05:00'), '2018-09-04');
    assert.equal(dateOf('Tue, 04 Sep 2018 08:00:00 +0100'), '2018-09-04');
    assert.equal(dateOf('20180904'), '2018-09-04');
    assert.equal(dateOf('1536019200'), '2018-09-04');
    assert.equal(dateOf('1536019200000'), '2018-09-04');
    assert.equal(dateOf('4 septembre 2018'), '2018-09-04');
    assert.equal(dateOf('٤ شتنبر ٢٠١٨'), '2018-09-04');
    assert.equal(dateOf('2018-09'), '2018-09');
    assert.equal(dateOf('2018'), '2018');
  });

  it('reads figures that go both ways by the order of their column only', () => {
    assert.equal(dateOf('04/09/2018'), undefined);
    assert.equal(dateOf('04/09/2018', 'dayFirst'), '2018-09-04');
    assert.equal(dateOf('09/04/2018', 'monthFirst'), '2018-09-04');
    assert.equal(dateOf('24/09/2018'), '2018-09-24');
  });

  it('reads them as its text’s language or country does, if its column proves nothing', () => {
    const fact = published('04/09/2018');
    const [date] = fieldDates([fact], 'dmy');
    assert.equal(date?.value, '2018-09-04');
    assert.ok(date.confidence < 0.95);
    assert.equal(fieldDates([fact], 'mdy')[0]?.value, '2018-04-09');
    assert.equal(fieldDates([{ ...fact, order: 'monthFirst' }], 'dmy')[0]?.value, '2018-04-09');
  });

  it('shows both readings where nothing tells', () => {
    const [open, ...others] = openFieldDates([published('04/09/2018'), published('24/09/2018')]);
    assert.deepEqual(
      [open?.value, open?.evidence],
      [...['2018-09-04', { rule: 'openDayMonthOrder', values: { otherReading: '2018-04-09' } }]],
    );
    assert.equal(others.length, 0);
  });

  it('takes clocks that were never set and fillers for nothing', () => {
    for (const value of ['1970-01-01T00:00:00Z', '0000-00-00', 'N/A', '', '43347', 'hier soir'])
      assert.equal(dateOf(value), undefined, value);
  });

  it('counts days back from the day of the crawl', () => {
    const crawled: RecordFact = { field: 'crawled', source: 'field:crawl_date', value: '2020-03-02' };
    assert.equal(crawlDay([crawled]), '2020-03-02');
    const [date] = fieldDates([published('il y a 3 jours'), crawled]);
    assert.deepEqual([date?.value, date?.evidence.rule], ['2020-02-28', 'daysBeforeCrawl']);
    assert.equal(fieldDates([published('hace 1 día'), crawled])[0]?.value, '2020-03-01');
    assert.equal(fieldDates([published('yesterday')]).length, 0);
  });
});

describe('readMetadata on a record with fields', () => {
  const text = `Une digue neuve pour le marais\nPublié le 7 mai 2014\n\n${'Les riverains ont salué la fin du chantier, que la commune attendait depuis longtemps. '.repeat(5)}`;

  it('takes the field, and tells when the text says another day', () => {
    const { date, rejectedDates } = readMetadata({ id: 'a', text, facts: [published('2014-06-20')] }, []);
    assert.deepEqual([date?.value, date?.source, date?.isConflicting], ['2014-06-20', 'field:date', true]);
    assert.deepEqual(
      rejectedDates.map(({ value, evidence }) => [value, evidence.rule]),
      [['2014-05-07', 'otherSource']],
    );
  });

  it('sees no conflict in one day more or less, nor in a coarser date', () => {
    for (const value of ['2014-05-08', '2014-05', '2014']) {
      const { date } = readMetadata({ id: 'a', text, facts: [published(value)] }, []);
      assert.equal(date?.isConflicting, undefined, value);
    }
  });

  it('passes over a field in the future and says so', () => {
    const { date, rejectedDates } = readMetadata(
      { id: 'a', text, facts: [published('2099-01-01')] },
      [],
      undefined,
      {
        notAfter: '2030-01-01',
      },
    );
    assert.equal(date?.value, '2014-05-07');
    assert.equal(rejectedDates[0]?.evidence.rule, 'publicationInFuture');
  });

  it('takes title, authors, outlet and section from the fields first', () => {
    const fact = (field: RecordFact['field'], value: string): RecordFact => ({
      field,
      source: `field:${field}`,
      value,
    });
    const metadata = readMetadata(
      {
        id: 'a',
        text,
        facts: [
          fact('title', 'Le marais au sec'),
          fact('author', 'Ada Roux'),
          fact('author', 'N/A'),
          fact('outlet', 'La Vanne'),
        ],
      },
      [],
    );
    assert.equal(metadata.title?.value, 'Le marais au sec');
    assert.deepEqual(
      metadata.authors.map(({ value }) => value),
      ['Ada Roux'],
    );
    assert.equal(metadata.outlet?.source, 'field:outlet');
  });
});
