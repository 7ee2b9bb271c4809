import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import {
  readingSentence,
  rejectedSentences,
  surenessOf,
  takenSentences,
} from '../../../../src/core/article/readingSentences.ts';

/** Rules as the readers write them into their evidence. */
function rulesInSource(): Set<string> {
  const rules = new Set<string>();
  for (const file of globSync('src/core/article/*.ts', {
    cwd: new URL('../../../../', import.meta.url).pathname,
  })) {
    const source = readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');
    for (const [, rule] of source.matchAll(/rule: '(\w+)'/g)) rules.add(rule!);
  }
  return rules;
}

describe('readingSentence', () => {
  it('has words for every rule by which a date is read or passed over', () => {
    const known = new Set([...Object.keys(takenSentences), ...Object.keys(rejectedSentences)]);
    // Outlets and sections are shown without their evidence.
    const others = /^(?:host|aggregatorTemplate|publishedIn|sectionAboveTitle|folderName|\w+Marks)$/;
    const missing = [...rulesInSource()].filter((rule) => !known.has(rule) && !others.test(rule));
    assert.deepEqual(missing, []);
  });

  it('gives nothing for a rule nobody knows', () => {
    assert.equal(readingSentence('taken', { rule: 'constructor' }), undefined);
    assert.equal(readingSentence('rejected', { rule: 'inTicker' })?.other, 'in a ticker');
  });

  it('calls a probability certain, likely or unsure', () => {
    assert.deepEqual([0.5, 0.8, 0.99].map(surenessOf), ['unsure', 'likely', 'certain']);
  });
});
