import assert from 'node:assert/strict';
import { measureSegments } from '../../../../src/core/clean/measures.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';
import { signalOdds } from '../../../../src/core/clean/signals.ts';
import { dropWholeLists } from '../../../../src/core/clean/wholeLists.ts';

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

/** Whether the line at this place of a text goes of which nothing was learned. */
function goes(text: string, line: string): boolean {
  const segments = splitSegments(text);
  const odds = new Float32Array(segments.length);
  signalOdds(text, segments, measureSegments(text, segments), odds);
  return (odds[segments.findIndex(({ start }) => start === text.indexOf(line))] ?? 0) > 0;
}

describe('signalOdds', () => {
  const goesAlone = (line: string): boolean =>
    goes(`The bridge was opened on Monday.\n\n${line}\n\nThe bridge is long.`, line);

  it('takes a heading above buttons', () => {
    assert.ok(goesAlone('• SUIVEZ-NOUS:'));
    assert.ok(goesAlone('Follow us:'));
    assert.ok(!goesAlone('Follow the river upstream:'));
  });

  it('takes a sentence about the reader’s subscription, and none about others’', () => {
    assert.ok(goesAlone('You receive this letter because you signed up. Unsubscribe at any time.'));
    assert.ok(!goesAlone('The newspaper has lost half of its subscribers since the bridge was opened.'));
  });

  it('takes the second line of a message of the page, where the two stand alone', () => {
    const message = 'Please report an error on this page.';
    const rest = 'Insults are struck out, and so are those who write them.';
    assert.ok(goes(`${message}\n${rest}\n\nThe bridge is long.`, rest));
    assert.ok(!goes(`${message}\n${rest}\nThe bridge is long.`, rest));
    assert.ok(!goes(`${message}\n\n${rest}\n\nThe bridge is long.`, rest));
  });
});
