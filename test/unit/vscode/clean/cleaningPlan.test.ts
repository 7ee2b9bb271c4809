import assert from 'node:assert/strict';
import type { ArticleAnalysis, Boilerplate } from '../../../../src/core/index.ts';
import {
  planCleaning as plan,
  type CleaningPlan,
  type ReviewSetting,
} from '../../../../src/vscode/clean/cleaningPlan.ts';
import { buildAnalysis } from '../../engines/analysisBuilder.ts';

const passage = (start: number, end: number, confidence: number): Boilerplate => ({
  start,
  end,
  kind: 'notice',
  evidence: { rule: 'messageOfPage' },
  confidence,
});

const prose = [
  'Share this page with the reader next to you, and with the one behind.',
  'The pier reopens on Monday, said the harbour master, who had said so before.',
  'Forty people had queued since dawn; the baker sold out before seven.',
  'Nobody fell into the water, which the baker had also foretold.',
  'Tickets cost less than before, and children travel free of charge.',
].join('\n');

const withPassages = (...boilerplate: Boilerplate[]): ArticleAnalysis => ({
  ...buildAnalysis('a', [prose]),
  text: prose,
  boilerplate,
});

const planCleaning = (
  analysis: ArticleAnalysis,
  review: ReviewSetting,
  options: { floorPercent?: number; isInsisted?: boolean } = {},
): CleaningPlan => plan(analysis, { review, floorPercent: 10, ...options });

describe('cleaningPlan', () => {
  it('does nothing where nothing was found, review or not', () => {
    assert.deepEqual(planCleaning(withPassages(), 'always'), { kind: 'nothing' });
  });

  it('removes at once what is sure', () => {
    const plan = planCleaning(withPassages(passage(0, 10, 0.99)), 'whenUnsure');
    assert.ok(plan.kind === 'remove');
    assert.equal(plan.kept, 0);
  });

  it('asks where one passage is in doubt, and shows all of them', () => {
    const plan = planCleaning(withPassages(passage(0, 10, 0.99), passage(11, 21, 0.6)), 'whenUnsure');
    assert.equal(plan.kind, 'review');
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

  const most = passage(0, prose.length - 16, 0.99);

  it('does not leave less than the floor without asking', () => {
    assert.deepEqual(planCleaning(withPassages(most), 'whenUnsure'), {
      kind: 'refuse',
      evidence: { rule: 'leavesTooLittle', values: { percent: 4 } },
    });
    assert.equal(planCleaning(withPassages(most), 'never', { floorPercent: 0 }).kind, 'remove');
    assert.equal(planCleaning(withPassages(most), 'always').kind, 'review', 'who looks sees it');
  });

  it('leaves alone what is no article, even where a review was wanted', () => {
    const log = Array.from({ length: 9 }, (_, i) => `2024-05-0${i + 1} 10:00:00 INFO ready`).join('\n');
    const analysis = { ...withPassages(passage(0, 20, 0.99)), text: log };
    for (const review of ['always', 'whenUnsure', 'never'] as const)
      assert.deepEqual(planCleaning(analysis, review), {
        kind: 'refuse',
        evidence: { rule: 'looksLikeLog' },
      });
  });

  it('cleans what the user has selected, whatever the rest is', () => {
    assert.equal(planCleaning(withPassages(most), 'never', { isInsisted: true }).kind, 'remove');
  });
});
