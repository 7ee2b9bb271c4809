import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadCleanModel } from '../../../../src/core/clean/cleanModel.ts';
import { evaluateTrees, loadTrees } from '../../../../src/core/clean/trees.ts';
import { shippedModelFile } from './shippedModel.ts';

describe('loadCleanModel', () => {
  it('reads the shipped model as bytes and as text', () => {
    const bytes = readFileSync(shippedModelFile);
    assert.deepEqual(loadCleanModel(bytes), loadCleanModel(bytes.toString('utf8')));
  });

  it('refuses what is no model, with the reason', () => {
    assert.throws(() => loadCleanModel('{"version":9}'), /version 9/u);
    assert.throws(() => loadCleanModel('not JSON'), SyntaxError);
    const data = JSON.parse(readFileSync(shippedModelFile, 'utf8')) as { features: string[] };
    const other = JSON.stringify({ ...data, features: [...data.features, 'new'] });
    assert.throws(() => loadCleanModel(other), /other features/u);
  });
});

describe('trees', () => {
  const stump = { bias: 0.5, roots: [0], features: [1, -1, -1], thresholds: [3, -2, 4], children: [1, 0, 0] };

  it('go left up to the threshold and right beyond', () => {
    const trees = loadTrees(stump, 2);
    // Five rows: four are walked side by side, the last by itself.
    const rows = Float32Array.of(9, 3, 9, 3.5, 9, NaN, 9, 2, 9, 4);
    assert.deepEqual([...evaluateTrees(trees, rows, 2, 5)], [-1.5, 4.5, -1.5, -1.5, 4.5]);
  });

  it('are refused when a walk would not end or leave the columns', () => {
    assert.throws(() => loadTrees({ ...stump, children: [0, 0, 0] }, 2), RangeError);
    assert.throws(() => loadTrees({ ...stump, children: [2, 0, 0] }, 2), RangeError);
    assert.throws(() => loadTrees(stump, 1), RangeError);
    assert.throws(() => loadTrees({ ...stump, roots: [7] }, 2), RangeError);
    assert.throws(() => loadTrees({ ...stump, thresholds: [1] }, 2), RangeError);
  });
});
