import assert from 'node:assert/strict';
import {
  isEmptyFilter,
  naming,
  onOneDayOf,
  undatedOf,
  withinPeriod,
} from '../../../../src/vscode/filter/filterRange.ts';

describe('filterRange', () => {
  it('narrows to a period, and never widens what the filter asks', () => {
    assert.deepEqual(withinPeriod({ words: 'port' }, '2016'), { words: 'port', from: '2016', to: '2016' });
    assert.deepEqual(withinPeriod({ from: '2016-05-10' }, '2016'), { from: '2016-05-10', to: '2016' });
    assert.deepEqual(withinPeriod({ from: '2015', to: '2016-03' }, '2016'), { from: '2016', to: '2016-03' });
    assert.deepEqual(withinPeriod({ from: '2016' }, '2016-05'), { from: '2016-05', to: '2016-05' });
  });

  it('finds no article where period and filter have no day in common', () => {
    assert.equal(withinPeriod({ to: '2015-12-31' }, '2016'), undefined);
    assert.equal(withinPeriod({ from: '2016-06' }, '2016-05'), undefined);
  });

  it('asks for one day of the year that the filter lets through', () => {
    assert.deepEqual(onOneDayOf({}, '2016'), { from: '2016-12-31', to: '2016-12-31' });
    assert.deepEqual(onOneDayOf({ to: '2016-02' }, '2016'), { from: '2016-02-29', to: '2016-02-29' });
  });

  it('names an entity once, and last', () => {
    assert.deepEqual(naming({ entities: ['ORG:a', 'ORG:b'] }, 'ORG:a'), { entities: ['ORG:b', 'ORG:a'] });
  });

  it('has no undated articles between two dates', () => {
    assert.equal(undatedOf({ from: '2016' }), undefined);
    assert.deepEqual(undatedOf({ words: 'port' }), { words: 'port', isUndated: true });
  });

  it('is empty when no field narrows', () => {
    assert.ok(isEmptyFilter({}));
    assert.ok(isEmptyFilter({ entities: [], words: '' }));
    assert.ok(!isEmptyFilter({ isUndated: true }));
    assert.ok(!isEmptyFilter({ outlets: [''] }));
  });
});
