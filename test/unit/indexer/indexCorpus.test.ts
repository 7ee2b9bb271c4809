import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Batch, CorpusIndex } from '../../../src/core/index.ts';
import { describeSkip } from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { updateFiles } from '../../../src/indexer/updateFiles.ts';
import { withFolder, writeFiles } from './folder.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const pool = createInProcessPool(stubAnalysis);

async function articleIds(index: CorpusIndex): Promise<string[]> {
  const { items } = await index.documents({}, 'date', { limit: 100_000 });
  return items.map(({ id }) => id).sort();
}

async function organizations(index: CorpusIndex): Promise<Record<string, number | undefined>> {
  const { items } = await index.facet({}, 'ORG', { limit: 1000 });
  return Object.fromEntries(items.map(({ label, articles }) => [label, articles]));
}

async function reasons(index: CorpusIndex): Promise<Record<string, string>> {
  return Object.fromEntries((await index.skipped()).map(({ path, evidence }) => [path, evidence.rule]));
}

/** Root may read everything: where the tests run as root, this part of them does not. */
async function asOrdinaryUser<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('indexCorpus', () => {
  it('reads a folder, and again only what has changed', () =>
    withFolder(async (root) => {
      writeFiles(root, {
        'a.txt': 'One 2004-05-06\nACME and ZETA.',
        'sub/b.TXT': 'Two\nACME again',
        'notes.doc': 'not an article',
        '.hidden/c.txt': 'ACME',
        'node_modules/x/d.txt': 'ACME',
        '._a.txt': 'ACME',
      });
      const index = new MemoryIndex();
      const first = await indexCorpus({ root, index, pool });
      assert.deepEqual(
        { ...first, elapsedMs: 0 },
        { outcome: 'complete', analyzed: 2, unchanged: 0, removed: 0, skipped: [], elapsedMs: 0 },
      );
      assert.deepEqual(await articleIds(index), ['a.txt', 'sub/b.TXT']);
      assert.equal((await index.status()).isComplete, true);

      const { generation } = await index.status();
      const second = await indexCorpus({ root, index, pool });
      assert.equal(second.unchanged, 2);
      assert.equal((await index.status()).generation, generation, 'nothing to do writes nothing');

      appendFileSync(join(root, 'a.txt'), ' and NOVA more');
      rmSync(join(root, 'sub'), { recursive: true });
      const third = await indexCorpus({ root, index, pool });
      assert.deepEqual([third.analyzed, third.unchanged, third.removed], [1, 0, 1]);
      assert.deepEqual(await articleIds(index), ['a.txt']);
    }));

  it('names what cannot be read, and reads the rest', () =>
    withFolder(async (root) => {
      writeFiles(root, {
        'good.txt': 'Fine ACME day',
        'empty.txt': '',
        'blank.txt': ' \n\u00a0\n',
        'picture.txt': Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
        'broken.txt': Buffer.concat([
          Buffer.from('Été déjà vu ACME à Évry, où '),
          Buffer.from([0xff]),
          Buffer.from(' là'),
        ]),
        'big.txt': 'x',
        'caf\u00e9 🦉\nnew line.txt': 'Odd name ACME',
        'folder.txt/inside.txt': 'Inside ACME',
      });
      truncateSync(join(root, 'big.txt'), 20 * 1024 * 1024);
      symlinkSync(root, join(root, 'loop'));
      symlinkSync(join(root, 'good.txt'), join(root, 'twin.txt'));
      symlinkSync(join(root, 'nowhere.txt'), join(root, 'dead.txt'));
      symlinkSync('self.txt', join(root, 'self.txt'));
      const { index } = openSqliteIndex(join(root, '.index/index.sqlite'));
      const report = await indexCorpus({ root, index, pool });
      assert.deepEqual(await reasons(index), {
        'big.txt': 'tooLarge',
        'blank.txt': 'blank',
        'broken.txt': 'replacedBytes',
        'dead.txt': 'brokenLink',
        'empty.txt': 'empty',
        loop: 'linkLoop',
        'picture.txt': 'binary',
        'self.txt': 'linkLoop',
        'twin.txt': 'linkInside',
      });
      assert.deepEqual(await articleIds(index), [
        'broken.txt',
        'caf\u00e9 🦉\nnew line.txt',
        'folder.txt/inside.txt',
        'good.txt',
      ]);
      for (const { evidence } of report.skipped) assert.match(describeSkip(evidence), /^[A-Z][^{}]+\.$/);
      const status = await index.status();
      assert.equal(status.skipped, 5, 'a loop, a twin and replaced bytes leave nothing out');
      const { generation } = status;
      await indexCorpus({ root, index, pool });
      assert.equal(
        (await index.status()).generation,
        generation,
        'what is known to be left out is not written again',
      );
      await index.close();
    }));

  it('goes on past a folder without rights', async function () {
    // Windows has no such mode bits.
    if (process.platform === 'win32') this.skip();
    await withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME', 'shut/b.txt': 'ACME', 'c.txt': 'ACME' });
      chmodSync(root, 0o755);
      chmodSync(join(root, 'shut'), 0o000);
      chmodSync(join(root, 'c.txt'), 0o000);
      const index = new MemoryIndex();
      await asOrdinaryUser(() => indexCorpus({ root, index, pool }));
      chmodSync(join(root, 'shut'), 0o755);
      assert.deepEqual(await articleIds(index), ['a.txt']);
      assert.deepEqual(await reasons(index), { 'c.txt': 'noRights', shut: 'noRights' });
    });
  });

  it('writes nothing into the folder', () =>
    withFolder(async (folder) => {
      const root = join(folder, 'corpus');
      writeFiles(root, { 'a.txt': 'ACME', 'sub/b.txt': 'ZETA', 'sub/empty.txt': '' });
      const listing = (): string[] => {
        const places = ['', 'a.txt', 'sub', 'sub/b.txt', 'sub/empty.txt'].map((path) => join(root, path));
        return [
          ...readdirSync(root),
          ...readdirSync(join(root, 'sub')),
          ...places.map((path) => `${statSync(path).mtimeMs}`),
        ];
      };
      const before = listing();
      const { index } = openSqliteIndex(join(folder, 'storage/index.sqlite'));
      await indexCorpus({ root, index, pool });
      await updateFiles({ root, index, pool, paths: ['a.txt', 'sub'] });
      await index.close();
      assert.deepEqual(listing(), before);
    }));

  it('leaves the index alone when the root is gone', () =>
    withFolder(async (folder) => {
      const root = join(folder, 'corpus');
      writeFiles(root, { 'a.txt': 'ACME' });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      renameSync(root, join(folder, 'elsewhere'));
      await assert.rejects(indexCorpus({ root, index, pool }), { code: 'ENOENT' });
      assert.deepEqual(await articleIds(index), ['a.txt']);
    }));

  it('reports a file that vanishes between listing and reading', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME', 'b.txt': 'ACME' });
      const index = new MemoryIndex();
      const isListed = { value: false };
      await indexCorpus({
        root,
        index,
        pool,
        onProgress: ({ phase }) => {
          if (phase === 'surveying' && !isListed.value) rmSync(join(root, 'b.txt'));
          isListed.value ||= phase === 'surveying';
        },
      });
      assert.deepEqual(await reasons(index), { 'b.txt': 'vanished' });
      await indexCorpus({ root, index, pool });
      assert.deepEqual(await reasons(index), {});
    }));

  it('stays quick over 10,000 empty files', async function () {
    this.timeout(60_000);
    await withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME' });
      const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`empty/${i}.txt`, '']));
      writeFiles(root, many);
      const { index } = openSqliteIndex(join(root, '.index/index.sqlite'));
      const { outcome, skipped } = await indexCorpus({ root, index, pool });
      assert.equal(outcome, 'complete');
      assert.equal(skipped.length, 10_000);
      assert.equal((await index.status()).skipped, 10_000);
      assert.deepEqual(await articleIds(index), ['a.txt']);
      await index.close();
    });
  });

  it('stops between two files when cancelled, keeps what is done, and goes on from there', () =>
    withFolder(async (root) => {
      const texts = Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`${i}.txt`, `Title ${i}\nACME`]),
      );
      writeFiles(root, texts);
      const index = new MemoryIndex();
      const controller = new AbortController();
      const onProgress = ({ phase, done }: { phase: string; done: number }): void => {
        if (phase === 'analyzing' && done > 0) controller.abort();
      };
      const first = await indexCorpus({ root, index, pool, signal: controller.signal, onProgress });
      assert.equal(first.outcome, 'cancelled');
      const { isComplete, articles } = await index.status();
      assert.equal(isComplete, false);
      assert.ok(articles > 0 && articles < 60, String(articles));
      const second = await indexCorpus({ root, index, pool });
      assert.deepEqual([second.outcome, second.analyzed], ['complete', 60 - articles]);
      assert.equal((await index.status()).isComplete, true);
      assert.deepEqual(await organizations(index), { ACME: 60 });
    }));
});

describe('updateFiles', () => {
  it('has an index keep some batches together where nobody asks it meanwhile, and the last one for good', () =>
    withFolder(async (root) => {
      writeFiles(root, Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`${i}.txt`, `ACME ${i}`])));
      const batches = async (isAsked: boolean): Promise<readonly Batch[]> => {
        const given: Batch[] = [];
        const index = new (class extends MemoryIndex {
          override apply(batch: Batch): Promise<number> {
            given.push(batch);
            return super.apply(batch);
          }
        })();
        await indexCorpus({ root, index, pool, isAsked });
        assert.equal((await index.status()).articles, 700);
        return given.filter(({ files }) => files.length > 0);
      };
      const unasked = await batches(false);
      assert.deepEqual(
        [unasked[0]?.hasMore, unasked.some(({ hasMore }) => hasMore), unasked.at(-1)?.hasMore],
        [undefined, true, undefined],
      );
      assert.ok((await batches(true)).every(({ hasMore }) => !hasMore));
    }));

  it('follows files that are added, changed, renamed and removed', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME', 'sub/b.txt': 'ZETA', 'sub/deep/c.txt': 'ZETA' });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      const update = (...paths: string[]): Promise<number | undefined> =>
        updateFiles({ root, index, pool, paths });

      writeFiles(root, { 'new.txt': 'NOVA' });
      assert.ok((await update(join(root, 'new.txt'))) !== undefined);
      assert.deepEqual(await organizations(index), { ZETA: 2, ACME: 1, NOVA: 1 });

      writeFiles(root, { 'a.txt': 'OMEGA now' });
      renameSync(join(root, 'new.txt'), join(root, 'renamed.txt'));
      await update('a.txt', 'new.txt', 'renamed.txt');
      assert.deepEqual(await organizations(index), { ZETA: 2, NOVA: 1, OMEGA: 1 });

      renameSync(join(root, 'sub'), join(root, 'moved'));
      await update('sub', 'moved');
      assert.deepEqual(await articleIds(index), ['a.txt', 'moved/b.txt', 'moved/deep/c.txt', 'renamed.txt']);

      rmSync(join(root, 'moved'), { recursive: true });
      await update('moved/deep/c.txt', 'moved');
      assert.deepEqual(await articleIds(index), ['a.txt', 'renamed.txt']);

      rmSync(join(root, 'a.txt'));
      mkdirSync(join(root, 'a.txt'));
      writeFiles(root, { 'a.txt/x.txt': 'ACME' });
      await update('a.txt');
      assert.deepEqual(await articleIds(index), ['a.txt/x.txt', 'renamed.txt']);
    }));

  it('does nothing for what is not of the corpus or has not changed', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME', '.git/b.txt': 'ACME', 'readme.md': 'ACME' });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      const paths = ['a.txt', '.git/b.txt', 'readme.md', '../outside.txt', '/etc/passwd', 'gone.txt', root];
      assert.equal(await updateFiles({ root, index, pool, paths }), undefined);
    }));

  it('asks an index of very many files for no more than those that changed', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME', 'sub/b.txt': 'ZETA' });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      const asked: (string | undefined)[] = [];
      const stamps = index.stamps.bind(index);
      index.stamps = (under) => {
        asked.push(under);
        return stamps(under);
      };
      writeFiles(root, { 'sub/b.txt': 'NOVA' });
      await updateFiles({ root, index, pool, paths: ['sub/b.txt'] });
      assert.deepEqual(await organizations(index), { ACME: 1, NOVA: 1 });
      assert.deepEqual(asked, ['sub/b.txt']);
    }));

  it('sees a file whose clock went back', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME' });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      writeFiles(root, { 'a.txt': 'ZETA' });
      utimesSync(join(root, 'a.txt'), new Date('1999-01-01'), new Date('1999-01-01'));
      await updateFiles({ root, index, pool, paths: ['a.txt'] });
      assert.deepEqual(await organizations(index), { ZETA: 1 });
    }));
});
