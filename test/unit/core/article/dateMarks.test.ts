import assert from 'node:assert/strict';
import { bitsOfMarks, dateMarks, dateMarksOf, marksOfBits } from '../../../../src/core/article/dateMarks.ts';
import type { FoundDate, Metadata } from '../../../../src/core/article/metadata.ts';

const found: FoundDate = {
  value: '2019-04-05',
  precision: 'day',
  source: 'text',
  quote: '5 avril 2019',
  evidence: { rule: 'publicationCue' },
  confidence: 0.97,
};
const nothing: Metadata = { rejectedDates: [], authors: [], language: 'fr' };

describe('dateMarksOf', () => {
  it('says nothing of a sure date', () => {
    assert.deepEqual(dateMarksOf({ ...nothing, date: found }), []);
  });

  it('says why there is none', () => {
    assert.deepEqual(dateMarksOf(nothing), ['noDate']);
    assert.deepEqual(dateMarksOf({ ...nothing, undatedReason: 'onlyEventDates' }), ['onlyEventDates']);
    assert.deepEqual(dateMarksOf({ ...nothing, undatedReason: 'userChoice' }), ['userUndated']);
  });

  it('marks what wants a second look', () => {
    const rejectedDates = [{ value: '2090-01-01', quote: '', evidence: { rule: 'publicationInFuture' } }];
    const date = { ...found, confidence: 0.6, isConflicting: true, evidence: { rule: 'dateInPath' } };
    assert.deepEqual(dateMarksOf({ ...nothing, date, rejectedDates }), [
      'conflicting',
      'inFuture',
      'lowConfidence',
      'inferred',
    ]);
  });

  it('marks as disputed what has no date because its sources contradict each other', () => {
    const says = (value: string): Metadata['rejectedDates'][number] => ({
      value,
      quote: value,
      evidence: { rule: 'otherSource' },
    });
    const marksFor = (...days: string[]): readonly string[] =>
      dateMarksOf({ ...nothing, rejectedDates: days.map(says) });
    assert.deepEqual(marksFor('2019-03-12', '2019-06-20'), ['noDate', 'conflicting']);
    assert.deepEqual(marksFor('2019-03-12', '2019-03-13'), ['noDate']);
    assert.deepEqual(marksFor('2019-03-12'), ['noDate']);
  });

  it('asks nothing more once the user has spoken', () => {
    const rejectedDates = [{ value: '2090-01-01', quote: '', evidence: { rule: 'publicationInFuture' } }];
    assert.deepEqual(dateMarksOf({ ...nothing, date: { ...found, source: 'curation' }, rejectedDates }), [
      'userDate',
    ]);
    assert.deepEqual(dateMarksOf({ ...nothing, undatedReason: 'userChoice', rejectedDates }), [
      'userUndated',
    ]);
  });

  it('packs marks into bits and back', () => {
    for (let bits = 0; bits < 1 << dateMarks.length; bits += 1)
      assert.equal(bitsOfMarks(marksOfBits(bits)), bits);
  });
});
