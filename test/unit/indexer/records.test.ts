import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ArticleRecord, Batch, CorpusIndex, WritableCorpusIndex } from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { createTextReader, findArticle } from '../../../src/indexer/textReader.ts';
import { updateFiles } from '../../../src/indexer/updateFiles.ts';
import { withFolder, writeFiles } from './folder.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const records = (count: number, from = 1): string =>
  Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ title: `T${from + i}`, text: `ACME ${from + i}` })}\n`,
  ).join('');

async function articleIds(index: CorpusIndex): Promise<string[]> {
  const { items } = await index.documents({}, 'date', { limit: 100_000 });
  return items.map(({ id }) => id).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** A memory index that remembers its batches. */
class WatchedIndex extends MemoryIndex {
  readonly batches: Batch[] = [];

  override apply(batch: Batch): Promise<number> {
    this.batches.push(batch);
    return super.apply(batch);
  }
}

describe('indexCorpus, with files of records', () => {
  const pool = createInProcessPool(stubAnalysis);

  it('hands a large file over in parts, in order, and knows it as read at the end', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.jsonl': records(1000), 'b.txt': 'ACME' });
      const index = new WatchedIndex();
      const progress: { done: number; total: number }[] = [];
      const report = await indexCorpus({
        root,
        index,
        pool,
        onProgress: ({ phase, done, total }) => {
          if (phase === 'analyzing') progress.push({ done, total });
        },
      });
      assert.equal(report.outcome, 'complete');
      assert.equal(report.analyzed, 2);
      const parts = index.batches
        .flatMap(({ files }) => files)
        .filter(({ stamp }) => stamp.path === 'a.jsonl');
      assert.ok(parts.length > 5, `${parts.length} parts`);
      assert.ok(parts.every(({ articles }) => articles.length <= 200));
      assert.deepEqual(
        parts.map(({ isContinued }) => isContinued ?? false),
        parts.map((_, i) => i > 0),
      );
      assert.deepEqual(
        parts.map(({ isPartial }) => isPartial ?? false),
        parts.map((_, i) => i < parts.length - 1),
      );
      const expected = [...Array.from({ length: 1000 }, (_, i) => `a.jsonl#${i + 1}`), 'b.txt'];
      assert.deepEqual(await articleIds(index), expected);
      assert.deepEqual(progress.at(-1), { done: 1001, total: 1001 });
      assert.ok(progress.every(({ done, total }) => done <= total));
      assert.equal((await indexCorpus({ root, index, pool })).analyzed, 0);
    }));

  it('reads a file anew when it was cut short in the middle of it', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.jsonl': records(1000) });
      const { index } = openSqliteIndex(join(root, '.index.db'));
      const stop = new AbortController();
      let seen = 0;
      const stopping = createInProcessPool((record: ArticleRecord) => {
        if (++seen === 600) stop.abort();
        return stubAnalysis(record);
      });
      const cut = await indexCorpus({ root, index, pool: stopping, signal: stop.signal });
      assert.equal(cut.outcome, 'cancelled');
      const { articles, isComplete } = await index.status();
      assert.ok(articles > 0 && articles < 1000 && !isComplete, `${articles}`);
      // A part of a file is there to be read meanwhile.
      const readText = createTextReader(root);
      assert.equal(await readText('a.jsonl#3', await index.place('a.jsonl#3')), 'ACME 3');
      const report = await indexCorpus({ root, index, pool });
      assert.deepEqual([report.outcome, report.analyzed], ['complete', 1]);
      assert.equal((await index.status()).articles, 1000);
      assert.equal((await articleIds(index)).length, 1000);
      await index.close();
    }));

  describe('when a file grows', () => {
    const long = (count: number, from = 1): string =>
      Array.from(
        { length: count },
        (_, i) =>
          `${JSON.stringify({ title: `T${from + i}`, text: `ACME ${from + i} ${'word '.repeat(90)}` })}\n`,
      ).join('');
    const counting = (seen: string[]): ReturnType<typeof createInProcessPool> =>
      createInProcessPool((record: ArticleRecord) => {
        seen.push(record.id);
        return stubAnalysis(record);
      });
    const engines: readonly [string, (root: string) => WritableCorpusIndex][] = [
      ['memory', () => new MemoryIndex()],
      ['SQLite', (root) => openSqliteIndex(join(root, '.index.db')).index],
    ];
    for (const [name, open] of engines) {
      it(`reads only what was added, and ends up with the same as when read whole (${name})`, () =>
        withFolder(async (root) => {
          const index = open(root);
          writeFiles(root, { 'a.jsonl': long(1000) });
          await indexCorpus({ root, index, pool });
          writeFiles(root, { 'a.jsonl': `${long(1200)}{\n` });
          const seen: string[] = [];
          const report = await indexCorpus({ root, index, pool: counting(seen) });
          assert.deepEqual([report.outcome, report.analyzed, seen.length], ['complete', 1, 200]);
          const whole = new MemoryIndex();
          await indexCorpus({ root, index: whole, pool });
          assert.deepEqual(await articleIds(index), await articleIds(whole));
          assert.deepEqual(report.skipped, await whole.skipped());
          assert.deepEqual(report.skipped[0]?.records, { bad: 1, total: 1201, line: 1201 });
          for (const id of ['a.jsonl#1', 'a.jsonl#1000', 'a.jsonl#1001', 'a.jsonl#1200'])
            assert.deepEqual(await index.place(id), await whole.place(id), id);
          const fields = async (of: CorpusIndex): Promise<unknown> => (await of.sources()).recordFiles;
          assert.deepEqual(await fields(index), await fields(whole));
          await index.close();
        }));
    }

    const changes: readonly [string, string][] = [
      ['was written anew', long(1300, 5)],
      ['lost a record', `${long(500)}${long(800, 502)}`],
      ['goes on in its last line', `${long(1000).trimEnd()} ${long(300, 1001)}`],
    ];
    for (const [what, text] of changes) {
      it(`reads a file whole that ${what}`, () =>
        withFolder(async (root) => {
          const index = new MemoryIndex();
          writeFiles(root, { 'a.jsonl': long(1000) });
          await indexCorpus({ root, index, pool });
          writeFiles(root, { 'a.jsonl': text });
          const seen: string[] = [];
          await updateFiles({ root, index, pool: counting(seen), paths: ['a.jsonl'] });
          assert.equal(seen[0], 'a.jsonl#1');
          assert.deepEqual(await articleIds(index), seen);
        }));
    }
  });

  it('replaces all records of a file that changed', () =>
    withFolder(async (root) => {
      const index = new MemoryIndex();
      writeFiles(root, { 'a.jsonl': records(3), 'b.csv': 'title,text\nx,ACME one\ny,ACME two\n' });
      await indexCorpus({ root, index, pool });
      assert.deepEqual(await articleIds(index), [
        'a.jsonl#1',
        'a.jsonl#2',
        'a.jsonl#3',
        'b.csv#1',
        'b.csv#2',
      ]);
      writeFiles(root, { 'a.jsonl': records(1, 9) });
      rmSync(join(root, 'b.csv'));
      await updateFiles({ root, index, pool, paths: ['a.jsonl', 'b.csv'] });
      assert.deepEqual(await articleIds(index), ['a.jsonl#1']);
    }));

  it('tells records that could not be read and records that could not be analysed together', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.jsonl': `${records(2)}{\n${records(2, 3)}` });
      const index = new MemoryIndex();
      const failing = createInProcessPool((record: ArticleRecord) => {
        if (record.text === 'ACME 2') throw new Error('boom');
        return stubAnalysis(record);
      });
      const { skipped } = await indexCorpus({ root, index, pool: failing });
      assert.deepEqual(skipped, [
        {
          path: 'a.jsonl',
          evidence: { rule: 'analysisFailed', values: { message: 'boom' } },
          records: { bad: 2, total: 5, line: 2 },
        },
      ]);
    }));

  it('reads texts again when the table beside them or the settings of the corpus change, and nothing else', () =>
    withFolder(async (root) => {
      const index = new MemoryIndex();
      const facts = new Map<string, string[]>();
      const noting = createInProcessPool((record: ArticleRecord) => {
        const said = (record.facts ?? []).map(({ field, value }) => `${field} ${value}`);
        facts.set(record.id, said);
        return stubAnalysis(record);
      });
      const bringUp = async (): Promise<Record<string, string[]>> => {
        facts.clear();
        await indexCorpus({ root, index, pool: noting });
        return Object.fromEntries(facts);
      };
      writeFiles(root, {
        'x/metadata.csv': 'id,date\n1,2016-05-23\n',
        'x/1.txt': 'ACME',
        'y/2.txt': 'ACME',
        'z.jsonl': `${JSON.stringify({ text: 'ACME', jour: 'x', day2: '2011-01-01' })}\n`,
      });
      assert.deepEqual(await bringUp(), {
        'x/1.txt': ['published 2016-05-23'],
        'y/2.txt': [],
        'z.jsonl#1': [],
      });
      assert.deepEqual(await bringUp(), {});
      writeFiles(root, { 'x/metadata.csv': 'id,date\n1.txt,2016-05-24\n' });
      assert.deepEqual(await bringUp(), { 'x/1.txt': ['published 2016-05-24'] });
      writeFiles(root, { '.corpus/corpus.yaml': 'fields:\n  date: day2\n' });
      assert.deepEqual(await bringUp(), { 'z.jsonl#1': ['published 2011-01-01'] });
      assert.deepEqual(await bringUp(), {});
      rmSync(join(root, 'x/metadata.csv'));
      facts.clear();
      await updateFiles({ root, index, pool: noting, paths: ['x/metadata.csv'] });
      assert.deepEqual(Object.fromEntries(facts), { 'x/1.txt': [] });
      writeFiles(root, { '.corpus/corpus.yaml': 'fields:\n  dat: day2\n' });
      await updateFiles({ root, index, pool: noting, paths: [join(root, '.corpus/corpus.yaml')] });
      assert.deepEqual(facts.get('z.jsonl#1'), []);
      assert.deepEqual(
        (await index.skipped()).map(({ evidence }) => evidence.rule),
        ['unknownSetting'],
      );
    }));

  it('does not look into what a browser saved beside a page', () =>
    withFolder(async (root) => {
      writeFiles(root, {
        'page.html': '<p>ACME</p>',
        'page_files/frame.html': '<p>ZETA</p>',
        'press_files/a.txt': 'ACME',
      });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool });
      assert.deepEqual(await articleIds(index), ['page.html', 'press_files/a.txt']);
    }));
});

describe('findArticle', () => {
  it('goes to a record by its place, and looks for it when its file has changed', () =>
    withFolder(async (root) => {
      writeFiles(root, { 'a.jsonl': records(5), 'b.jsonl.gz': gzipSync(records(5)) });
      const index = new MemoryIndex();
      await indexCorpus({ root, index, pool: createInProcessPool(stubAnalysis) });
      const textOf = async (id: string): Promise<string> => {
        const found = await findArticle(root, id, await index.place(id));
        return 'record' in found
          ? `${found.record.text}${found.isChanged ? ' (changed)' : ''}`
          : found.missing.rule;
      };
      assert.equal(await textOf('a.jsonl#4'), 'ACME 4');
      assert.equal(await textOf('b.jsonl.gz#4'), 'ACME 4');
      writeFiles(root, { 'a.jsonl': records(4, 101) });
      utimesSync(join(root, 'a.jsonl'), 1, 1);
      assert.equal(await textOf('a.jsonl#4'), 'ACME 104 (changed)');
      assert.equal(await textOf('a.jsonl#5'), 'recordGone');
      rmSync(join(root, 'a.jsonl'));
      assert.equal(await textOf('a.jsonl#4'), 'vanished');
      // An excerpt is read only where the index is right: another text would give another place.
      assert.equal(await createTextReader(root)('a.jsonl#4', await index.place('a.jsonl#4')), undefined);
    }));

  it('does not leave the corpus', () =>
    withFolder(async (folder) => {
      writeFiles(folder, { 'secret.jsonl': records(1), 'corpus/a.txt': 'x' });
      const place = { offset: 0, length: 20, line: 1, modifiedMs: 0, size: 0 };
      for (const id of ['../secret.jsonl#1', `${join(folder, 'secret.jsonl')}#1`]) {
        assert.deepEqual(await findArticle(join(folder, 'corpus'), id, place), {
          missing: { rule: 'vanished' },
        });
      }
    }));
});
