import assert from 'node:assert/strict';
import type { Boilerplate } from '../../../../src/core/index.ts';
import { withinSelections } from '../../../../src/vscode/clean/withinSelections.ts';

describe('withinSelections', () => {
  const text = 'Share\n\nThe pier reopens.\n\nShare\nPrint\n';
  const passage = (start: number, end: number): Boilerplate => ({
    start,
    end,
    kind: 'share',
    evidence: { rule: 'shareButtons', values: { words: 'Share' } },
    confidence: 0.9,
  });
  const passages = [passage(0, 7), passage(26, 38)];
  const within = (...selected: [number, number][]) =>
    withinSelections(
      text,
      passages,
      selected.map(([start, end]) => ({ start, end })),
    ).map(({ start, end }) => text.slice(start, end));

  it('takes what lies in the selection, and nothing beside it', () => {
    assert.deepEqual(within([0, text.length]), ['Share\n\n', 'Share\nPrint\n']);
    assert.deepEqual(within([28, 38]), ['are\nPrint\n']);
    assert.deepEqual(within([7, 26]), []);
  });

  it('takes no blank lines alone', () => {
    assert.deepEqual(within([5, 20]), []);
  });

  it('takes several selections in the order of the text', () => {
    assert.deepEqual(within([32, 38], [0, 5]), ['Share', 'Print\n']);
  });
});
