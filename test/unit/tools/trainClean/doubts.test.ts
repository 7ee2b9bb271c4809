import assert from 'node:assert/strict';
import { doubtfulLines, isDoubtful } from '../../../../tools/trainClean/doubts.ts';
import type { LabelledSpan } from '../../../../tools/trainClean/labelledPages.ts';

const article = 'The council met on Tuesday to settle the price of the bridge.';
const missed = 'The ferry goes on as before, said the mayor of the valley.';
const menu = 'Home Sports Weather Markets Opinion Archive';
const text = [menu, article, missed, 'Share'].join('\n');
const at = (line: string): [number, number] => [text.indexOf(line), text.indexOf(line) + line.length];

describe('what two readers of a page judge differently', () => {
  const spans: LabelledSpan[] = [
    [...at(menu), 'D'],
    [at(article)[0], at(missed)[1], 'K'],
    [...at('Share'), 'D'],
  ];

  it('is in doubt, line by line, whichever of them keeps it', () => {
    assert.deepEqual(doubtfulLines(text, spans, article), [at(missed)]);
    assert.deepEqual(doubtfulLines(text, spans, `${menu}\n${article}\n${missed}`), [at(menu)]);
  });

  it('is nothing where they agree, or a line is too short to tell', () => {
    assert.deepEqual(doubtfulLines(text, spans, `${article} ${missed} Share`), []);
  });

  it('covers what lies in it for the most part', () => {
    const doubtful = [at(missed)];
    assert.equal(isDoubtful(...at(missed), doubtful), true);
    assert.equal(isDoubtful(at(article)[0], at(missed)[1], doubtful), false);
    assert.equal(isDoubtful(...at(article), []), false);
  });
});
