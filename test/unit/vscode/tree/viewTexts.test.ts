import assert from 'node:assert/strict';
import {
  sumStatus,
  viewDescription,
  viewMessage,
  type ViewFacts,
} from '../../../../src/vscode/tree/viewTexts.ts';
import { english, frenchRules } from '../english.ts';

const facts: ViewFacts = {
  state: 'ready',
  articles: 1204,
  leftOut: 0,
  first: '2003-04',
  last: '2025-11-02',
  progress: undefined,
  lost: [],
  problem: undefined,
  filter: '',
  matching: undefined,
};

describe('viewTexts', () => {
  it('says how many articles there are and from when', () => {
    assert.equal(viewDescription(english, facts), '1,204 articles · 2003–2025');
    assert.equal(
      viewDescription(english, { ...facts, filter: '2016', matching: 38 }),
      '38 of 1,204 articles',
    );
    assert.equal(viewDescription(frenchRules, { ...facts, articles: 1 }), '1 article · 2003–2025');
    assert.equal(viewDescription(english, { ...facts, articles: 0 }), '');
  });

  it('has nothing to say above a whole, unfiltered tree', () => {
    assert.equal(viewMessage(english, facts), undefined);
  });

  it('always says which filter is on', () => {
    assert.equal(viewMessage(english, { ...facts, filter: '2016', matching: 3 }), 'Filter: 2016');
    assert.equal(
      viewMessage(english, { ...facts, filter: '2016', matching: 0 }),
      'No article matches the filter: 2016. Change or clear it above.',
    );
  });

  it('tells of files that were left out, and where to read about them', () => {
    assert.equal(
      viewMessage(english, { ...facts, leftOut: 3, filter: '2016' }),
      'Filter: 2016 — 3 files were left out: see Show Index Report',
    );
    assert.equal(
      viewMessage(english, { ...facts, leftOut: 1 }),
      '1 file was left out: see Show Index Report',
    );
  });

  it('says why a folder could not be indexed, and what to do', () => {
    const failed = (rule: string): string | undefined =>
      viewMessage(english, { ...facts, state: 'failed', problem: { rule, values: { seconds: 30 } } });
    assert.match(failed('notWritable') ?? '', /disk is full.*What was indexed before is kept/);
    assert.match(failed('heldElsewhere') ?? '', /another window/);
    assert.match(failed('newerVersion') ?? '', /Update/);
    assert.equal(failed('stalled'), 'The drive did not answer in 30 seconds. Refresh once it does.');
    assert.equal(failed('unheardOf'), undefined);
  });

  it('says when another window is at it', () => {
    const progress = { root: '/c', phase: 'waiting', done: 0, total: 0 } as const;
    assert.equal(
      viewMessage(english, { ...facts, state: 'indexing', progress }),
      'Another window is reading these articles…',
    );
  });

  it('follows the indexing', () => {
    const progress = { root: '/c', phase: 'analyzing', done: 120, total: 2000 } as const;
    assert.equal(
      viewMessage(english, { ...facts, state: 'indexing', progress }),
      'Reading articles… 120 of 2,000',
    );
    assert.equal(
      viewMessage(english, {
        ...facts,
        state: 'indexing',
        progress: { ...progress, phase: 'listing', total: 0 },
      }),
      'Looking for articles…',
    );
  });

  it('says at once that a folder is being looked at, but not that a full one is looked at again', () => {
    for (const state of ['opening', 'indexing'] as const) {
      assert.equal(viewMessage(english, { ...facts, state, articles: 0 }), 'Looking for articles…');
      assert.equal(viewMessage(english, { ...facts, state }), undefined);
    }
  });

  it('leaves an empty tree to its welcome text after a cancel', () => {
    assert.equal(viewMessage(english, { ...facts, state: 'cancelled', articles: 0 }), undefined);
    assert.match(viewMessage(english, { ...facts, state: 'cancelled' }) ?? '', /cancelled/);
  });

  it('sums up several corpora', () => {
    const status = {
      generation: 1,
      articles: 2,
      undated: 1,
      entities: { ORG: 1, PER: 0, LOC: 0 },
      skipped: 1,
      isComplete: true,
    };
    assert.deepEqual(
      sumStatus([
        { ...status, firstDate: '2010', lastDate: '2012-03' },
        status,
        { ...status, firstDate: '2009-12-31' },
      ]),
      { articles: 6, leftOut: 3, first: '2009-12-31', last: '2012-03' },
    );
  });
});
