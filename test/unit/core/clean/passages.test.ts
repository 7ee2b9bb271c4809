import assert from 'node:assert/strict';
import type { Reason } from '../../../../src/core/clean/explain.ts';
import { toPassages, type Finding } from '../../../../src/core/clean/passages.ts';
import { splitSegments } from '../../../../src/core/clean/segments.ts';

describe('Passages of what goes', () => {
  const text = 'Accueil\nÉconomie\nSports\nAu port, rien de neuf.\n';
  const segments = splitSegments(text);
  const passagesFor = (...reasons: Reason[]) => {
    const found = new Map(reasons.map((reason, i): [number, Finding] => [i, { reason, confidence: 0.9 }]));
    return toPassages(segments, found, [{ start: 0, end: segments[reasons.length - 1]!.end }]);
  };
  const repeated = (articles: number): Reason => ({
    kind: 'navigation',
    rule: 'repeatedInOutlet',
    values: { articles },
  });

  it('make one of neighbours that repeat, and say in how many articles all of it stands', () => {
    const [passage, ...others] = passagesFor(repeated(12), repeated(9), repeated(11));
    assert.deepEqual(others, []);
    assert.deepEqual(passage?.evidence, { rule: 'repeatedInOutlet', values: { articles: 9 } });
    assert.equal(text.slice(passage.start, passage.end), 'Accueil\nÉconomie\nSports');
  });

  it('stay apart where the reasons differ', () => {
    const label: Reason = { kind: 'sectionLabel', rule: 'sectionName' };
    assert.deepEqual(
      passagesFor(repeated(12), label, repeated(11)).map(({ evidence }) => evidence.rule),
      ['repeatedInOutlet', 'sectionName', 'repeatedInOutlet'],
    );
  });
});
