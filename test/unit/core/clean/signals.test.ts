import assert from 'node:assert/strict';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';
import { dropWholeLists, signalOdds } from '../../../../src/core/clean/signals.ts';

function judge(text: string, odds: readonly number[]): { measured: number; odds: number[] } {
  const segments = splitSegments(text);
  const judged = Float32Array.from(odds);
  dropWholeLists(text, segments, measureSegments(text, segments), judged);
  return { measured: segments.length, odds: [...judged] };
}

describe('a list of short entries', () => {
  const list = '• Harbour\n• Valley Radio\n• Hill Press\n• Printers';

  it('goes whole where most of it goes', () => {
    assert.deepEqual(judge(list, [-1, 2, 1, 3]), { measured: 4, odds: [1, 2, 1, 3] });
  });

  it('stays as it is where half of it stays, and where it has two entries', () => {
    assert.deepEqual(judge(list, [-1, -1, 1, 3]).odds, [-1, -1, 1, 3]);
    assert.deepEqual(judge('• Harbour\n• Valley Radio', [-1, 2]).odds, [-1, 2]);
  });

  it('has a heading, and ends at another mark, at two blank lines, and at an entry that is a sentence', () => {
    assert.deepEqual(judge(`${list}\n- Bridge`, [1, 2, 1, 3, -1]).odds, [1, 2, 1, 3, -1]);
    assert.deepEqual(judge(`• Our titles:\n\n${list}`, [-1, 2, 1, 3, 2]).odds, [1, 2, 1, 3, 2]);
    assert.deepEqual(judge(`${list}\n\n\n• Bridge`, [1, 2, 1, 3, -1]).odds, [1, 2, 1, 3, -1]);
    const sentence = '• The town will pay for the bridge for twenty years';
    assert.deepEqual(judge(`${list}\n${sentence}`, [1, 2, 1, 3, -1]).odds, [1, 2, 1, 3, -1]);
  });
});

describe('a heading above buttons', () => {
  const goes = (line: string): boolean => {
    const text = `${line}\n\nThe bridge was opened on Monday.`;
    const segments = splitSegments(text);
    const odds = new Float32Array(segments.length);
    signalOdds(text, segments, measureSegments(text, segments), odds);
    return (odds[0] ?? 0) > 0;
  };

  it('goes, whatever was learned', () => {
    assert.ok(goes('• SUIVEZ-NOUS:'));
    assert.ok(goes('Follow us:'));
    assert.ok(!goes('Follow the river upstream:'));
  });
});
