import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { readingProblem, readSourceFile, sourceFileLimit } from '../../../src/formats/readSourceFile.ts';
import { withFolder, writeFiles } from '../indexer/folder.ts';

describe('readSourceFile', () => {
  it('gives the text as one record, with the stamp to know it again by', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'sub/a b.txt': '\ufeffTitre\r\nCorps' });
      const { stamp, records, skipped } = await readSourceFile(root, 'sub/a b.txt');
      const [{ readOn, ...record } = assert.fail('no record'), ...others] = records;
      assert.deepEqual(record, {
        id: 'sub/a b.txt',
        text: 'Titre\r\nCorps',
        fileName: 'a b.txt',
        path: 'sub/a b.txt',
        source: 'sub',
      });
      assert.match(readOn ?? '', /^\d{4}-\d\d-\d\d$/);
      assert.deepEqual(others, []);
      assert.equal(stamp?.size, 15);
      assert.equal(skipped, undefined);
    }));

  it('says of each file that gives nothing why', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'empty.txt': '', 'blank.txt': '\n\n', 'huge.txt': '', 'limit.txt': 'x' });
      truncateSync(join(root, 'huge.txt'), sourceFileLimit + 1);
      mkdirSync(join(root, 'folder.txt'));
      symlinkSync('self.txt', join(root, 'self.txt'));
      const rule = async (path: string): Promise<string | undefined> =>
        (await readSourceFile(root, path)).skipped?.evidence.rule;
      assert.equal(await rule('empty.txt'), 'empty');
      assert.equal(await rule('blank.txt'), 'blank');
      assert.equal(await rule('huge.txt'), 'tooLarge');
      assert.equal(await rule('folder.txt'), 'notAFile');
      assert.equal(await rule('self.txt'), 'linkLoop');
      assert.equal(await rule('missing.txt'), 'vanished');
      assert.equal(await rule('limit.txt/below.txt'), 'vanished');
      assert.equal(await rule(`${'x'.repeat(300)}.txt`), 'unreadable');
    }));

  it('does not wait for a pipe', async function () {
    if (process.platform === 'win32') this.skip();
    await withFolder(async (root) => {
      execFileSync('mkfifo', [join(root, 'pipe.txt')]);
      const { skipped } = await readSourceFile(root, 'pipe.txt');
      assert.equal(skipped?.evidence.rule, 'notAFile');
    });
  });

  it('tells missing rights from a failing disk', () => {
    assert.deepEqual(readingProblem({ code: 'EACCES' }), { rule: 'noRights' });
    assert.deepEqual(readingProblem({ code: 'EIO' }), { rule: 'unreadable', values: { code: 'EIO' } });
  });
});
