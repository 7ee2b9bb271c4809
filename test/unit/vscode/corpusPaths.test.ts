import assert from 'node:assert/strict';
import path from 'node:path';
import { isOutsideCorpus, relativeTo, sourceFileOf } from '../../../src/vscode/corpusPaths.ts';

const root = path.resolve('/corpus');

describe('corpusPaths', () => {
  it('finds the file of an article and of a record', () => {
    assert.equal(sourceFileOf(root, 'a/b.txt'), path.join(root, 'a', 'b.txt'));
    assert.equal(sourceFileOf(root, 'a/b.jsonl#12'), path.join(root, 'a', 'b.jsonl'));
    assert.equal(sourceFileOf(root, 'a/n#1.txt'), path.join(root, 'a', 'n#1.txt'));
  });

  it('knows what is below the root', () => {
    assert.equal(relativeTo(root, path.join(root, 'a', 'b.txt')), 'a/b.txt');
    assert.equal(relativeTo(root, path.join(root, '..twice.txt')), '..twice.txt');
    assert.equal(relativeTo(root, root), undefined);
    assert.equal(relativeTo(root, path.resolve('/corpus2/a.txt')), undefined);
  });

  it('leaves the folders of tools alone', () => {
    assert.ok(isOutsideCorpus('.git/index'));
    assert.ok(isOutsideCorpus('a/node_modules/b/c.txt'));
    assert.ok(!isOutsideCorpus('a.b/c.txt'));
  });
});
