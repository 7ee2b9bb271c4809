import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  isReallyInside,
  isWalkedPath,
  walkCorpus,
  type WalkOptions,
} from '../../../src/indexer/walkCorpus.ts';
import { withFolder, writeFiles } from './folder.ts';

async function walk(
  root: string,
  options: WalkOptions = {},
): Promise<{ files: string[]; skipped: Record<string, unknown> }> {
  const files: string[] = [];
  const skipped: Record<string, unknown> = {};
  for await (const some of walkCorpus(root, options)) {
    for (const walked of some) {
      if (walked.kind === 'file') files.push(walked.stamp.path);
      else
        skipped[walked.skipped.path] =
          walked.skipped.evidence.values?.['target'] ?? walked.skipped.evidence.rule;
    }
  }
  return { files, skipped };
}

describe('walkCorpus', () => {
  it('finds texts folder by folder in the order of names, and nothing hidden', () =>
    withFolder(async (root) => {
      writeFiles(root, {
        'b/2.txt': 'x',
        'b/1.TXT': 'x',
        'a.txt': 'x',
        'c/d/e.txt': 'x',
        'b/x.doc': 'x',
        '.git/a.txt': 'x',
        'c/node_modules/a.txt': 'x',
        'c/.a.txt': 'x',
      });
      assert.deepEqual(await walk(root), {
        files: ['a.txt', 'b/1.TXT', 'b/2.txt', 'c/d/e.txt'],
        skipped: {},
      });
      assert.deepEqual((await walk(root, { below: 'c' })).files, ['c/d/e.txt']);
    }));

  it('follows links out of the corpus once, and reports the others', () =>
    withFolder(async (folder) => {
      const root = join(folder, 'corpus');
      writeFiles(folder, {
        'corpus/in/a.txt': 'x',
        'corpus/.kept/h.txt': 'x',
        'outside/o.txt': 'x',
        'outside/deep/p.txt': 'x',
        'single.txt': 'x',
      });
      const links: Record<string, string> = {
        'corpus/in/up': root,
        'corpus/in/self': join(root, 'in'),
        'corpus/in/above': folder,
        'corpus/m-other': join(root, 'in'),
        'corpus/n-out': join(folder, 'outside'),
        'corpus/o-again': join(folder, 'outside'),
        'corpus/p-deep': join(folder, 'outside/deep'),
        'corpus/q-hidden': join(root, '.kept'),
        'corpus/r.txt': join(folder, 'single.txt'),
        'corpus/s.doc': join(folder, 'nowhere.doc'),
        'outside/back': join(folder, 'outside'),
      };
      for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
      const { files, skipped } = await walk(root);
      assert.deepEqual(files.sort(), [
        'in/a.txt',
        'n-out/deep/p.txt',
        'n-out/o.txt',
        'q-hidden/h.txt',
        'r.txt',
      ]);
      assert.deepEqual(skipped, {
        'in/above': 'linkLoop',
        'in/self': 'linkLoop',
        'in/up': 'linkLoop',
        'm-other': 'in',
        'n-out/back': 'linkLoop',
        'o-again': 'n-out',
        'p-deep': 'n-out/deep',
      });
    }));

  it('follows no link out of a corpus that is not trusted, and says so', () =>
    withFolder(async (folder) => {
      const root = join(folder, 'corpus');
      writeFiles(folder, {
        'corpus/in/a.txt': 'x',
        'corpus/.kept/h.txt': 'x',
        'outside/o.txt': 'x',
        secret: 'x',
      });
      symlinkSync(join(folder, 'outside'), join(root, 'out'));
      symlinkSync(join(folder, 'secret'), join(root, 'key.txt'));
      symlinkSync('../secret', join(root, 'relative.md'));
      symlinkSync(join(root, '.kept'), join(root, 'kept'));
      const { files, skipped } = await walk(root, { followsLinksOut: false });
      assert.deepEqual(files.sort(), ['in/a.txt', 'kept/h.txt']);
      assert.deepEqual(skipped, {
        out: 'linkOutside',
        'key.txt': 'linkOutside',
        'relative.md': 'linkOutside',
      });
      assert.equal(await isReallyInside(root, 'out/o.txt'), false);
      assert.equal(await isReallyInside(root, 'kept/h.txt'), true);
    }));

  it('stops when it is told to', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a/1.txt': 'x', 'b/1.txt': 'x', 'c/1.txt': 'x' });
      const controller = new AbortController();
      let count = 0;
      for await (const some of walkCorpus(root, { signal: controller.signal })) {
        assert.deepEqual(
          some.map(({ kind }) => kind),
          ['file'],
        );
        count++;
        controller.abort();
      }
      assert.equal(count, 1);
    }));

  it('gives the files of a large folder and of many small ones in order, and all of them', () =>
    withFolder(async (root) => {
      const numbered = (count: number, path: (i: string) => string): string[] =>
        Array.from({ length: count }, (_, i) => path(String(i).padStart(3, '0')));
      const large = numbered(200, (i) => `a/${i}.txt`);
      const small = numbered(150, (i) => `b/${i}/x.txt`);
      const paths = [...large, ...small, 'c.txt'];
      writeFiles(root, Object.fromEntries(paths.map((path) => [path, 'x'])));
      assert.deepEqual((await walk(root)).files, ['c.txt', ...large, ...small]);
    }));

  it('throws when there is no root', async () => {
    await assert.rejects(walk('/no/such/folder'), { code: 'ENOENT' });
  });

  it('knows which paths it would look at', () => {
    const paths = ['a/b.txt', '.a/b.txt', 'a/.b', 'node_modules/a.txt', 'a.b/c..txt'];
    assert.deepEqual(paths.map(isWalkedPath), [true, false, false, false, true]);
  });
});
