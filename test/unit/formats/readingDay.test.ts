import assert from 'node:assert/strict';
import { readingDay } from '../../../src/formats/readingDay.ts';

describe('readingDay', () => {
  it('is never before the day of any place on Earth', () => {
    const noon = Date.UTC(2026, 0, 31, 12);
    assert.equal(readingDay(noon), '2026-02-01');
  });
});
