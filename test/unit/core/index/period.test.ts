import assert from 'node:assert/strict';
import {
  admitsDate,
  checkFilter,
  dateCode,
  dateOfCode,
  lastCodeOf,
  precisionOfDate,
  truncateCode,
} from '../../../../src/core/index.ts';

describe('date codes', () => {
  it('keep a date with its precision', () => {
    for (const date of ['2003', '2003-04', '2003-04-05', '0999-12-31']) {
      const code = dateCode(date);
      assert.ok(code !== undefined);
      assert.equal(dateOfCode(code), date);
    }
    assert.deepEqual(['2003', '2003-04', '2003-04-05'].map(precisionOfDate), ['year', 'month', 'day']);
  });

  it('are undefined for what is no date', () => {
    for (const text of [
      '',
      '03',
      '2003-4',
      '2003-13',
      '2003-00',
      '2003-04-00',
      '2003-04-32',
      '0000',
      '2003-04-05T00:00',
    ]) {
      assert.equal(dateCode(text), undefined, text);
    }
  });

  it('sort as the dates do, and know their period', () => {
    const codes = ['2003', '2003-01', '2003-01-01', '2003-12-31', '2004'].map((date) => dateCode(date) ?? 0);
    assert.deepEqual(
      [...codes].sort((a, b) => a - b),
      codes,
    );
    assert.ok(lastCodeOf(20030000) >= 20031231 && lastCodeOf(20030000) < 20040000);
    assert.ok(lastCodeOf(20030400) >= 20030430 && lastCodeOf(20030400) < 20030500);
    assert.equal(lastCodeOf(20030405), 20030405);
    assert.deepEqual(
      ['year', 'month', 'day'].map((step) => truncateCode(20030405, step as 'day')),
      [20030000, 20030400, 20030405],
    );
  });
});

describe('admitsDate', () => {
  const admits = (from: string | undefined, to: string | undefined, date: string): boolean =>
    admitsDate(checkFilter({ ...(from && { from }), ...(to && { to }) }), dateCode(date) ?? 0);

  it('lets in what overlaps the bounds', () => {
    assert.equal(admits('2003-02', '2003-02', '2003-02-28'), true);
    assert.equal(admits('2003-02', '2003-02', '2003-03-01'), false);
    assert.equal(admits('2003-02-15', undefined, '2003-02'), true);
    assert.equal(admits('2003-02-15', '2003-02-16', '2003'), true);
    assert.equal(admits(undefined, '2003', '2003-12-31'), true);
    assert.equal(admits(undefined, '2003-05', '2003-06'), false);
    assert.equal(admits('2003', undefined, 'undated'), false);
    assert.equal(admits(undefined, undefined, 'undated'), true);
  });
});
