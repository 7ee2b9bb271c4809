import assert from 'node:assert/strict';
import { boilerplateRules } from '../../../../src/core/index.ts';
import { evidenceText, kindNames } from '../../../../src/vscode/clean/evidenceText.ts';
import { english } from '../english.ts';

describe('evidenceText', () => {
  it('fills in numbers and words', () => {
    const ticker = { rule: 'headlinesOnOneLine', values: { headlines: 1048 } };
    assert.equal(evidenceText(english, ticker), '1,048 headlines on one line');
    const links = { rule: 'linksAfterHeading', values: { heading: 'Lire aussi' } };
    assert.equal(evidenceText(english, links), 'list of links after “Lire aussi”');
  });

  it('counts one as one', () => {
    const repeated = (articles: number) => ({ rule: 'repeatedInOutlet', values: { articles } });
    assert.equal(evidenceText(english, repeated(1)), 'also in another article of this outlet');
    assert.equal(evidenceText(english, repeated(41)), 'also in 41 other articles of this outlet');
  });

  it('has words for every rule, and its id for one of another version', () => {
    for (const rule of Object.keys(boilerplateRules)) assert.notEqual(evidenceText(english, { rule }), rule);
    assert.equal(evidenceText(english, { rule: 'toString' }), 'toString');
  });

  it('names each kind once, in the order of the text', () => {
    const passages = (['ticker', 'notice', 'ticker', 'crossLink'] as const).map((kind) => ({ kind }));
    assert.equal(kindNames(english, passages), 'ticker, notice, cross link');
  });
});
