import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  firstDay,
  formatDate,
  formatDateInYear,
  formatMonth,
  formatYears,
  lastDay,
  parsePartialDate,
} from '../../../src/vscode/partialDates.ts';
import { english, frenchRules } from './english.ts';

describe('partialDates', () => {
  it('says no more than is known', () => {
    assert.equal(formatDate(english, '2016'), '2016');
    assert.equal(formatDate(english, '2016-05'), 'May 2016');
    assert.equal(formatDate(english, '2016-05-23'), '23 May 2016');
    assert.equal(formatDate(frenchRules, '2016-05-23'), '23 mai 2016');
    assert.equal(formatDateInYear(english, '2016-05-23'), '23 May');
    assert.equal(formatDateInYear(english, '2016'), '');
    assert.equal(formatMonth(frenchRules, '2016-08'), 'Août');
  });

  it('sums up a span of years', () => {
    assert.equal(formatYears('2003-02', '2025'), '2003–2025');
    assert.equal(formatYears('2003-02', '2003-11-04'), '2003');
    assert.equal(formatYears(undefined, undefined), undefined);
  });

  it('knows the days that a period begins and ends with', () => {
    assert.equal(lastDay('2016-02'), '2016-02-29');
    assert.equal(lastDay('1900-02'), '1900-02-28');
    assert.equal(lastDay('2016'), '2016-12-31');
    assert.equal(firstDay('2016-02'), '2016-02-01');
    assert.equal(lastDay('2016-02-03'), '2016-02-03');
  });

  it('reads what people type as a date, and nothing else', () => {
    assert.equal(parsePartialDate(' 2016 '), '2016');
    assert.equal(parsePartialDate('2016-5'), '2016-05');
    assert.equal(parsePartialDate('5/2016'), '2016-05');
    assert.equal(parsePartialDate('23.5.2016'), '2016-05-23');
    for (const text of ['', 'May', '16', '2016-13', '2016-02-30', '31/4/2016', '2016-05-23-01']) {
      assert.equal(parsePartialDate(text), undefined, text);
    }
  });

  it('reads back every date it can write', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
        const partial = date.toISOString().slice(0, length);
        assert.equal(parsePartialDate(partial), partial);
        assert.ok(firstDay(partial) <= lastDay(partial));
        assert.ok(lastDay(partial).startsWith(partial));
      }),
    );
  });
});
