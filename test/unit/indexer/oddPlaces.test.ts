import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { updateFiles } from '../../../src/indexer/updateFiles.ts';
import { withFolder, writeFiles } from './folder.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const pool = createInProcessPool(stubAnalysis);
/** `npm run test:nightly` asks for a hundred thousand. */
const fileCount = Number(process.env['CORPUS_EXPLORER_FILES'] ?? 2000);

async function articles(index: MemoryIndex): Promise<string[]> {
  const { items } = await index.documents({}, 'date', { limit: 1000 });
  return items.map(({ id }) => id).sort();
}

async function organizations(index: MemoryIndex): Promise<Record<string, number>> {
  const { items } = await index.facet({}, 'ORG', { limit: 100 });
  return Object.fromEntries(items.map(({ label, articles: count }) => [label, count]));
}

/** Does something once, between the listing of the files and their reading. */
function onceListed(act: () => void): (progress: { readonly phase: string }) => void {
  let isDone = false;
  return ({ phase }) => {
    if (!isDone && phase !== 'listing') {
      isDone = true;
      act();
    }
  };
}

describe('odd places', () => {
  it('reads paths of 4,000 bytes, and names what is beyond what the system can open', async function () {
    // Elsewhere such paths cannot be made.
    if (process.platform !== 'linux') this.skip();
    const before = process.cwd();
    await withFolder(async (root) => {
      try {
        writeFileSync(join(root, 'a.txt'), 'ACME');
        process.chdir(root);
        let length = root.length;
        const name = 'é'.repeat(100);
        while (length + 201 + 12 < 4096) {
          mkdirSync(name);
          process.chdir(name);
          length += 201;
          if (length > 3700) writeFileSync('long.txt', 'ZETA');
        }
        mkdirSync(name);
        process.chdir(name);
        writeFileSync('far.txt', 'NOVA');
        process.chdir(before);
        const index = new MemoryIndex();
        const { outcome, skipped } = await indexCorpus({ root, index, pool });
        assert.equal(outcome, 'complete');
        const found = await organizations(index);
        assert.equal(found['ACME'], 1);
        assert.ok(found['ZETA']! > 0);
        assert.equal(found['NOVA'], undefined);
        assert.ok((await articles(index)).some((id) => Buffer.byteLength(join(root, id)) > 3800));
        assert.deepEqual(
          skipped.map(({ evidence }) => evidence),
          [{ rule: 'unreadable', values: { code: 'ENAMETOOLONG' } }],
        );
      } finally {
        process.chdir(before);
      }
    });
  });

  it('keeps names apart that differ in their case or in how an accent is written', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'Été/A.txt': 'ACME', 'Été/a.txt': 'ZETA', 'E\u0301te\u0301/A.txt': 'NOVA' });
      const onDisk = readdirSync(root).flatMap((folder) =>
        readdirSync(join(root, folder)).map((file) => `${folder}/${file}`),
      );
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      assert.deepEqual(await articles(index), onDisk.sort(), 'as the drive has them');
      const [first = ''] = onDisk;
      const renamed = first.replace(/A\.txt$/i, 'B.TXT');
      renameSync(join(root, first), join(root, renamed));
      await updateFiles({ root, index, pool, paths: [first, renamed] });
      assert.deepEqual(await articles(index), [renamed, ...onDisk.slice(1)].sort());
      const report = await indexCorpus({ root, index, pool });
      assert.deepEqual([report.analyzed, report.removed], [0, 0]);
    }));

  it('reads files from the future, and from before there were computers', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'future.txt': 'ACME', 'past.txt': 'ZETA', 'zero.txt': 'NOVA' });
      utimesSync(join(root, 'future.txt'), new Date('2099-01-01'), new Date('2099-01-01'));
      utimesSync(join(root, 'past.txt'), new Date('1950-01-01'), new Date('1950-01-01'));
      utimesSync(join(root, 'zero.txt'), 0, 0);
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      assert.deepEqual(await organizations(index), { ACME: 1, NOVA: 1, ZETA: 1 });
      assert.equal((await indexCorpus({ root, index, pool })).analyzed, 0);
      // A clock that was put right: the new time lies before the old one.
      writeFiles(root, { 'future.txt': 'OMEGA' });
      assert.equal((await indexCorpus({ root, index, pool })).analyzed, 1);
      assert.equal((await organizations(index))['OMEGA'], 1);
    }));

  it('reads again what changes while it is read, and what becomes a folder or a file', () =>
    withFolder(async (root) => {
      const line = `${JSON.stringify({ text: 'ACME is in a record here.' })}\n`;
      writeFiles(root, {
        'grows.jsonl': line,
        'file.txt': 'ZETA',
        'folder.txt/in.txt': 'ZETA',
        'b.txt': 'NOVA',
      });
      const index = new MemoryIndex();
      const onProgress = onceListed(() => {
        appendFileSync(join(root, 'grows.jsonl'), line);
        rmSync(join(root, 'file.txt'));
        writeFiles(root, { 'file.txt/in.txt': 'OMEGA' });
        rmSync(join(root, 'folder.txt'), { recursive: true });
        writeFiles(root, { 'folder.txt': 'SIGMA', 'b.txt': 'NOVA now' });
      });
      await indexCorpus({ root, index, pool, onProgress });
      await indexCorpus({ root, index, pool });
      assert.deepEqual(await articles(index), [
        'b.txt',
        'file.txt/in.txt',
        'folder.txt',
        'grows.jsonl#1',
        'grows.jsonl#2',
      ]);
      assert.equal((await indexCorpus({ root, index, pool })).analyzed, 0);
    }));

  it(`reads ${fileCount} files of one folder, and sees one change among them`, async function () {
    this.timeout(60_000 + fileCount * 20);
    await withFolder(async (root) => {
      mkdirSync(join(root, 'all'));
      for (let i = 0; i < fileCount; i++) writeFileSync(join(root, 'all', `${i}.txt`), `ACME ${i}`);
      const { index } = openSqliteIndex(join(root, '.index/index.sqlite'));
      const first = await indexCorpus({ root, index, pool });
      assert.deepEqual([first.outcome, first.analyzed], ['complete', fileCount]);
      writeFileSync(join(root, 'all', '7.txt'), 'ZETA now');
      const second = await indexCorpus({ root, index, pool });
      assert.deepEqual([second.analyzed, second.unchanged], [1, fileCount - 1]);
      const { items } = await index.facet({}, 'ORG', { limit: 2 });
      assert.deepEqual(
        items.map((each) => each.articles),
        [fileCount - 1, 1],
      );
      if (fileCount >= 100_000)
        console.log(
          `${fileCount} files: read in ${first.elapsedMs} ms, looked at again in ${second.elapsedMs} ms`,
        );
      await index.close();
    });
  });
});
