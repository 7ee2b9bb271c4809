import assert from 'node:assert/strict';
import type { ArticleAnalysis, Boilerplate } from '../../../../src/core/index.ts';
import { planCleaning } from '../../../../src/vscode/clean/cleaningPlan.ts';
import { buildAnalysis } from '../../engines/analysisBuilder.ts';

const passage = (start: number, end: number, confidence: number): Boilerplate => ({
  start,
  end,
  kind: 'notice',
  evidence: { rule: 'messageOfPage' },
  confidence,
});

const withPassages = (...boilerplate: Boilerplate[]): ArticleAnalysis => ({
  ...buildAnalysis('a', ['0123456789 abcdefghij klmnopqrst uvwxyzabcd']),
  boilerplate,
});

describe('cleaningPlan', () => {
  it('does nothing where nothing was found, review or not', () => {
    assert.deepEqual(planCleaning(withPassages(), 'always'), { kind: 'nothing' });
  });

  it('removes at once what is sure', () => {
    const plan = planCleaning(withPassages(passage(0, 10, 0.99)), 'whenUnsure');
    assert.ok(plan.kind === 'remove');
    assert.equal(plan.kept, 0);
    assert.equal(plan.leaves, 0.75);
  });

  it('asks where one passage is in doubt, and shows all of them', () => {
    const plan = planCleaning(withPassages(passage(0, 10, 0.99), passage(11, 21, 0.6)), 'whenUnsure');
    assert.ok(plan.kind === 'review');
    assert.equal(plan.passages.length, 2);
  });

  it('keeps what is in doubt when no review is wanted', () => {
    const plan = planCleaning(withPassages(passage(0, 10, 0.99), passage(11, 21, 0.6)), 'never');
    assert.ok(plan.kind === 'remove');
    assert.equal(plan.kept, 1);
    assert.deepEqual(
      plan.passages.map(({ start }) => start),
      [0],
    );
    assert.deepEqual(planCleaning(withPassages(passage(0, 10, 0.6)), 'never'), {
      kind: 'nothingSure',
      doubtful: 1,
    });
  });

  it('shows sure passages too when every cleaning is to be reviewed', () => {
    assert.equal(planCleaning(withPassages(passage(0, 10, 0.99)), 'always').kind, 'review');
  });

  it('knows how little it would leave', () => {
    const plan = planCleaning(withPassages(passage(0, 42, 0.99)), 'whenUnsure');
    assert.ok(plan.kind === 'remove' && plan.leaves < 0.1);
  });
});
