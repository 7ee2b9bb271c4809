import assert from 'node:assert/strict';
import { findDates } from '../../../../src/core/article/dateGrammar.ts';
import { readWithOrder, type OrderHints } from '../../../../src/core/article/dayMonthOrder.ts';

/** The first date of `text` as it is read; with `?` when its order stays open. */
function firstDay(text: string, hints: Partial<OrderHints> = {}): string {
  const [first = assert.fail('no date')] = readWithOrder(findDates(text), { language: 'en', ...hints });
  return first.alternative === undefined ? first.value : `${first.value}?`;
}

describe('readWithOrder', () => {
  it('leaves open what nothing proves', () => {
    assert.equal(firstDay('03/04/2020'), '2020-04-03?');
  });

  it('reads all dates with one sign in the order that one of them proves', () => {
    assert.equal(firstDay('03/04/2020 and 03/25/2020'), '2020-03-04');
    assert.equal(firstDay('03/04/2020 and 25/03/2020'), '2020-04-03');
    assert.equal(firstDay('03/04/2020 and 03-25-2020'), '2020-04-03?');
  });

  it('believes no order where the dates contradict each other', () => {
    assert.equal(firstDay('03/04/2020, 03/25/2020, 25/03/2020'), '2020-04-03?');
  });

  it('puts other dates before the outlet, the outlet before a day that is written out', () => {
    assert.equal(firstDay('03/04/2020 and 25/03/2020', { outletOrder: 'mdy' }), '2020-04-03');
    assert.equal(firstDay('03/04/2020, on 3 April 2020', { outletOrder: 'mdy' }), '2020-03-04');
    assert.equal(firstDay('03/04/2020, on March 4, 2020', { language: 'fr' }), '2020-03-04');
  });

  it('knows what full stops, languages and countries say', () => {
    assert.equal(firstDay('03.04.2020'), '2020-04-03');
    assert.equal(firstDay('03/04/2020', { language: 'fr' }), '2020-04-03');
    assert.equal(firstDay('03/04/2020', { host: 'news.example.us', language: 'es' }), '2020-03-04');
    assert.equal(firstDay('03/04/2020', { host: 'news.example.co.uk' }), '2020-04-03');
  });

  it('takes the style of the written dates when nothing else tells', () => {
    assert.equal(firstDay('03/04/2020, then May 9, 2020'), '2020-03-04');
    assert.equal(firstDay('03/04/2020, then 9 May 2020'), '2020-04-03');
    assert.equal(firstDay('03/04/2020, 9 May 2020, May 10, 2020'), '2020-04-03?');
  });

  it('puts a written day of the same week before that style', () => {
    assert.equal(firstDay('08/02/2026, after what was said on February 4, 2026'), '2026-02-08');
    assert.equal(firstDay('08/02/2026, after what was said on February 4 and July 30, 2026'), '2026-08-02');
  });
});
