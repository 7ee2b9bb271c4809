import assert from 'node:assert/strict';
import { alignedColumns, alignLine } from '../../../../src/core/index.ts';
import { kwicOf } from './kwicOf.ts';

const { date, outlet, left } = alignedColumns;
const keywordColumn = date + 2 + outlet + 2 + left;

describe('alignLine', () => {
  it('begins keywords in one column, whatever stands around them', () => {
    const lines = [
      kwicOf({ left: 'le ', right: ' de Brume', date: '2003-04-05', outlet: 'La Vigie' }),
      kwicOf({ left: 'mot '.repeat(30), right: ' suite'.repeat(30), outlet: 'Un très long nom de journal' }),
    ];
    for (const line of lines) {
      const { text, keyword } = alignLine(line, 'sans date');
      assert.equal(keyword.start, keywordColumn);
      assert.equal(text.slice(keyword.start, keyword.end), 'port');
    }
    const [first, second] = lines.map((line) => alignLine(line, 'sans date').text);
    assert.match(first!, /^2003-04-05 {2}La Vigie {12} +le port de Brume$/);
    assert.match(second!, /^sans date {3}Un très long nom … {2}…/);
    assert.ok(second!.endsWith('…'));
  });

  it('counts columns, not code units', () => {
    const { text, keyword } = alignLine(kwicOf({ left: 'e\u0301te\u0301 東京 ' }), '');
    // Two marks take no column, two wide letters take two each.
    assert.equal(keyword.start, keywordColumn + 2 - 2);
    assert.ok(text.endsWith('port'));
  });

  it('lets no text break or turn a line', () => {
    const { text } = alignLine(
      kwicOf({ left: 'a\u2028b\u0007\n', right: ' \u202ec\r\nd', outlet: 'x\ny' }),
      '',
    );
    assert.doesNotMatch(text, /[\u0000-\u001f\u2028\u202e]/);
  });
});
