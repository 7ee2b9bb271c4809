import assert from 'node:assert/strict';
import type { Boilerplate } from '../../../../src/core/index.ts';
import { passageRow } from '../../../../src/vscode/clean/passageRow.ts';
import { english } from '../english.ts';

describe('passageRow', () => {
  const text = 'Share this\n  page\n\nThe pier reopens.\n';
  const passage: Boilerplate = {
    start: 0,
    end: 19,
    kind: 'share',
    confidence: 0.99,
    evidence: { rule: 'repeatedInOutlet', values: { articles: 3 } },
  };

  it('says what a passage is, where it stands, why it was found and how it begins', () => {
    assert.deepEqual(passageRow(english, text, passage, { firstLine: 1, lastLine: 2 }), {
      label: 'Share bar',
      description: 'lines 1–2 · also in 3 other articles of this outlet',
      detail: 'Share this page',
    });
  });

  it('says that it is in doubt, and names one line as one', () => {
    const doubtful = { ...passage, confidence: 0.3 };
    const { description } = passageRow(english, text, doubtful, { firstLine: 4, lastLine: 4 });
    assert.match(description, /^in doubt · line 4 · /);
  });

  it('marks what the user decided with a pencil', () => {
    const own = { ...passage, evidence: { rule: 'userChoice' }, confidence: 1 };
    const row = passageRow(english, text, own, { firstLine: 1, lastLine: 2 });
    assert.equal(row.label, '$(edit) Share bar');
    assert.equal(row.description, 'lines 1–2 · your own choice');
  });

  it('cuts a long passage at a word', () => {
    const long = 'headline '.repeat(40);
    const { detail } = passageRow(
      english,
      long,
      { ...passage, end: long.length },
      { firstLine: 1, lastLine: 1 },
    );
    assert.match(detail, /^(headline )+headline…$/);
    assert.ok(detail.length <= 121, detail);
  });
});
