import assert from 'node:assert/strict';
import { boilerplateShare, formatPercent } from '../../../../src/vscode/clean/boilerplateShare.ts';
import { english } from '../english.ts';

describe('boilerplateShare', () => {
  it('counts characters, white space apart', () => {
    assert.equal(boilerplateShare('ab  cd\n\n', [{ start: 0, end: 4 }]), 0.5);
    assert.equal(boilerplateShare('ab cd', []), 0);
    assert.equal(boilerplateShare(' \n', [{ start: 0, end: 2 }]), 0);
  });

  it('is shown as no percent and as all of them only where that is so', () => {
    const shown = [0, 0.0001, 0.454, 0.999, 1].map((share) => formatPercent(english, share));
    assert.deepEqual(shown, ['0', '1', '45', '99', '100']);
  });
});
