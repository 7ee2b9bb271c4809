import assert from 'node:assert/strict';
import {
  boilerplateKindNames,
  boilerplateRules,
  describeBoilerplate,
} from '../../../../src/core/clean/evidence.ts';
import type { RuleSentence } from '../../../../src/core/clean/evidence.ts';

describe('describeBoilerplate', () => {
  it('puts the values of the evidence into words', () => {
    const evidence = { rule: 'headlinesOnOneLine', values: { headlines: 48 } };
    assert.equal(describeBoilerplate({ kind: 'ticker', evidence }), 'Ticker: 48 headlines on one line');
  });

  it('tells one from many', () => {
    const say = (articles: number): string =>
      describeBoilerplate({ kind: 'legal', evidence: { rule: 'repeatedInOutlet', values: { articles } } });
    assert.equal(say(1), 'Legal notice: also in another article of this outlet');
    assert.equal(say(41), 'Legal notice: also in 41 other articles of this outlet');
  });

  it('names a rule it does not know', () => {
    assert.equal(
      describeBoilerplate({ kind: 'notice', evidence: { rule: 'ofTomorrow' } }),
      'Notice: ofTomorrow',
    );
  });

  it('has a sentence for every rule and a name for every kind', () => {
    for (const [rule, { other }] of Object.entries<RuleSentence>(boilerplateRules))
      assert.ok(other.length > 10, rule);
    assert.equal(new Set(Object.values(boilerplateKindNames)).size, 8);
  });
});
