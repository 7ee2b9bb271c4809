import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { writeCuration } from '../../../src/formats/curation/curationStorage.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { updateFiles } from '../../../src/indexer/updateFiles.ts';
import { withFolder, writeFiles } from './folder.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const pool = createInProcessPool(stubAnalysis);
const { stat, open, readdir, realpath, lstat } = fsPromises;
const { createReadStream, stat: askStat } = fs;
const { setTimeout: wait } = globalThis;

/** From here on, what is asked of some paths is never answered. The half minute that a drive has is a tenth of a second. */
function stall(isStalled: (path: string) => boolean): void {
  const never = new Promise<never>(() => undefined);
  const wrap = (call: (...args: never[]) => Promise<unknown>) =>
    ((...args: never[]) => (isStalled(String(args[0])) ? never : call(...args))) as never;
  Object.assign(fsPromises, {
    stat: wrap(stat),
    lstat: wrap(lstat),
    open: wrap(open),
    readdir: wrap(readdir),
    realpath: wrap(realpath),
  });
  fs.stat = ((path: string, ...rest: never[]) => {
    if (!isStalled(path)) (askStat as (...args: unknown[]) => void)(path, ...rest);
  }) as never;
  fs.createReadStream = ((path: string, options: never) =>
    isStalled(path) ? new Readable({ read: () => undefined }) : createReadStream(path, options)) as never;
  syncBuiltinESMExports();
  globalThis.setTimeout = ((work: () => void, ms: number) => wait(work, ms >= 10_000 ? 100 : ms)) as never;
}

function answer(): void {
  Object.assign(fsPromises, { stat, open, readdir, realpath, lstat });
  fs.createReadStream = createReadStream;
  fs.stat = askStat;
  syncBuiltinESMExports();
  globalThis.setTimeout = wait;
}

async function articles(index: MemoryIndex): Promise<string[]> {
  const { items } = await index.documents({}, 'date', { limit: 1000 });
  return items.map(({ id }) => id).sort();
}

async function reasons(index: MemoryIndex): Promise<Record<string, string>> {
  return Object.fromEntries((await index.skipped()).map(({ path, evidence }) => [path, evidence.rule]));
}

describe('a drive that does not answer', function () {
  this.timeout(30_000);
  afterEach(answer);

  it('holds nothing up: other files are read, its own are named, and looked at again', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME', 'slow/b.txt': 'ZETA', 'slow.txt': 'NOVA', 'c.txt': 'ACME' });
      const index = new MemoryIndex();
      stall((path) => path.startsWith(join(root, 'slow')));
      const { outcome } = await indexCorpus({ root, index, pool });
      assert.equal(outcome, 'complete');
      assert.deepEqual(await articles(index), ['a.txt', 'c.txt']);
      assert.deepEqual(await reasons(index), { slow: 'stalled', 'slow.txt': 'stalled' });
      answer();
      await indexCorpus({ root, index, pool });
      assert.deepEqual(await articles(index), ['a.txt', 'c.txt', 'slow.txt', 'slow/b.txt']);
      assert.deepEqual(await reasons(index), {});
    }));

  it('takes nothing away that is known', () =>
    withFolder(async (root) => {
      const record = (text: string): string => `${JSON.stringify({ text: `${text} in a record.` })}\n`;
      writeFiles(root, {
        'a.txt': 'ACME',
        'far/b.txt': 'ZETA',
        'far/c/d.txt': 'ZETA',
        'e.jsonl': record('ACME'),
      });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      const before = await articles(index);
      stall((path) => path.startsWith(join(root, 'far')));
      writeFiles(root, { 'a.txt': 'NOVA now' });
      await indexCorpus({ root, index, pool });
      await updateFiles({ root, index, pool, paths: ['far', 'far/b.txt', 'a.txt'] });
      assert.deepEqual(await articles(index), before);
      answer();
      // A file that changed, and of which only the content does not come.
      writeFiles(root, { 'far/b.txt': 'OMEGA now', 'e.jsonl': record('OMEGA') });
      let isListed = false;
      stall((path) => isListed && (path.endsWith('b.txt') || path.endsWith('e.jsonl')));
      await indexCorpus({ root, index, pool, onProgress: ({ phase }) => (isListed ||= phase !== 'listing') });
      assert.deepEqual(await articles(index), before);
      answer();
      await indexCorpus({ root, index, pool });
      assert.equal((await index.facet({}, 'ORG', { limit: 9 })).items[0]?.label, 'OMEGA');
      assert.deepEqual(await reasons(index), {});
    }));

  it('is given up after some files in a row, and the index stays', () =>
    withFolder(async (root) => {
      writeFiles(root, Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, `ACME ${i}`])));
      const index = new MemoryIndex();
      let isListed = false;
      stall((path) => isListed && path.endsWith('.txt'));
      const onProgress = ({ phase }: { phase: string }): unknown => (isListed ||= phase !== 'listing');
      await assert.rejects(
        indexCorpus({ root, index, pool, onProgress: (progress) => void onProgress(progress) }),
        {
          name: 'DriveStalled',
        },
      );
      answer();
      await indexCorpus({ root, index, pool });
      assert.equal((await articles(index)).length, 60);
      stall((path) => path.startsWith(root));
      await assert.rejects(indexCorpus({ root, index, pool }), { name: 'DriveStalled' });
      assert.equal((await articles(index)).length, 60);
    }));

  it('and pipes in the place of files hold nothing up', async function () {
    if (process.platform === 'win32') this.skip();
    await withFolder(async (root) => {
      writeFiles(root, { 'a.txt': 'ACME', '.corpus/keep': '' });
      const pipes = [
        'p.txt',
        'p.jsonl',
        'p.jsonl.gz',
        'p.html',
        'metadata.csv',
        '.corpus/curation.yaml',
        '.corpus/corpus.yaml',
      ];
      for (const name of pipes) execFileSync('mkfifo', [join(root, name)]);
      const index = new MemoryIndex();
      assert.equal((await indexCorpus({ root, index, pool })).outcome, 'complete');
      assert.deepEqual(await articles(index), ['a.txt']);
      assert.deepEqual(new Set(Object.values(await reasons(index))), new Set(['notAFile']));
      const choice = {
        section: 'dates',
        choice: { article: 'a.txt', date: '2020-01-02' },
        action: 'set',
      } as const;
      assert.equal((await writeCuration(root, [choice])).isDone, false);
    });
  });
});
