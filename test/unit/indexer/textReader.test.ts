import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createTextReader } from '../../../src/indexer/textReader.ts';
import { withFolder, writeFiles } from './folder.ts';

describe('createTextReader', () => {
  it('reads an article as its file is now', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'sub/a#1.txt': '\ufeffUn été' });
      const readText = createTextReader(root);
      assert.equal(await readText('sub/a#1.txt'), 'Un été');
      writeFiles(root, { 'sub/a#1.txt': 'Un hiver' });
      assert.equal(await readText('sub/a#1.txt'), 'Un hiver');
      assert.equal(await readText('gone.txt'), undefined);
    }));

  it('does not leave the corpus', () =>
    withFolder(async (folder) => {
      writeFiles(folder, { 'secret.txt': 'no', 'corpus/a.txt': 'yes' });
      const readText = createTextReader(join(folder, 'corpus'));
      for (const id of ['../secret.txt', 'sub/../../secret.txt', join(folder, 'secret.txt'), '..']) {
        assert.equal(await readText(id), undefined, id);
      }
    }));
});
