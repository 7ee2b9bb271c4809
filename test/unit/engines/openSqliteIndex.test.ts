import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Batch, WritableCorpusIndex } from '../../../src/core/index.ts';
import { probeSqlite } from '../../../src/engines/sqlite/probeSqlite.ts';
import { tryWriterLock } from '../../../src/engines/sqlite/writerLock.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { withFolder } from '../indexer/folder.ts';
import { buildAnalysis } from './analysisBuilder.ts';

async function fill(
  index: WritableCorpusIndex,
  count: number,
  from = 0,
  more: Pick<Batch, 'hasMore'> = {},
): Promise<number> {
  const files = Array.from({ length: count }, (_, i) => {
    const path = `${from + i}.txt`;
    const pieces = ['words', { type: 'ORG', name: `Maison ${i % 7}` } as const, `of article ${from + i}`];
    const articles = [{ id: path, analysis: buildAnalysis(path, pieces, { date: '2004-05-06' }) }];
    return { stamp: { path, modifiedMs: 1, size: 2 }, articles };
  });
  return index.apply({ files, removedPaths: [], isComplete: true, ...more });
}

/** An index of 300 articles, closed. */
async function filled(folder: string): Promise<string> {
  const file = join(folder, 'index.sqlite');
  const { index } = openSqliteIndex(file);
  await fill(index, 300);
  await index.close();
  return file;
}

describe('openSqliteIndex', () => {
  it('finds SQLite with full-text search in this Node', () => {
    assert.equal(probeSqlite().ok, true);
  });

  it('numbers no parameter of a statement, which the oldest Node that has all we need cannot fill', () => {
    const folder = new URL('../../../src/engines/sqlite/', import.meta.url);
    const numbering = readdirSync(folder).filter((name) =>
      /\?\d/.test(readFileSync(new URL(name, folder), 'utf8')),
    );
    assert.deepEqual(numbering, []);
  });

  it('creates the folder and the file, and finds both again', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'deep/er/index.sqlite');
      const first = openSqliteIndex(file);
      assert.equal(first.state, 'created');
      await fill(first.index, 3);
      await first.index.close();
      const second = openSqliteIndex(file);
      assert.equal(second.state, 'opened');
      assert.equal((await second.index.status()).articles, 3);
      await second.index.close();
    }));

  const rebuilt = async (file: string, reason: string): Promise<void> => {
    const opened = openSqliteIndex(file);
    assert.deepEqual([opened.state, opened.reason], ['rebuilt', reason]);
    const status = await opened.index.status();
    assert.deepEqual([status.articles, status.isComplete, status.generation], [0, false, 0]);
    await fill(opened.index, 2);
    assert.equal((await opened.index.status()).articles, 2);
    await opened.index.close();
  };

  it('builds anew what was truncated', () =>
    withFolder(async (folder) => {
      const file = await filled(folder);
      truncateSync(file, Math.floor(statSync(file).size / 2));
      await rebuilt(file, 'damaged');
      truncateSync(file, 40);
      await rebuilt(file, 'damaged');
      truncateSync(file, 0);
      await rebuilt(file, 'damaged');
    }));

  it('builds anew what is noise', () =>
    withFolder(async (folder) => {
      const file = await filled(folder);
      writeFileSync(
        file,
        Uint8Array.from({ length: 50_000 }, (_, i) => (i * i * 13) % 251),
      );
      await rebuilt(file, 'damaged');
      const half = readFileSync(await filled(folder));
      half.fill(0xa5, 0, 4096);
      writeFileSync(file, half);
      await rebuilt(file, 'damaged');
    }));

  it('says so when an answer comes upon a damaged part', () =>
    withFolder(async (folder) => {
      const file = await filled(folder);
      const database = new DatabaseSync(file);
      const tables = database
        .prepare("SELECT rootpage FROM sqlite_schema WHERE name IN ('article', 'surface')")
        .all();
      database.close();
      const bytes = readFileSync(file);
      for (const { rootpage } of tables)
        bytes.fill(0x5a, (Number(rootpage) - 1) * 4096, Number(rootpage) * 4096);
      writeFileSync(file, bytes);
      const { index } = openSqliteIndex(file);
      await assert.rejects(fill(index, 10, 300), { name: 'IndexUnavailable', rule: 'damaged' });
      await assert.rejects(index.article('0.txt'), {
        rule: 'damaged',
      });
      await index.close();
    }));

  it('builds anew what an older version wrote, and refuses a newer one', () =>
    withFolder(async (folder) => {
      const file = await filled(folder);
      const setVersion = (version: string): void => {
        const database = new DatabaseSync(file);
        const current = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
        database.exec(`PRAGMA user_version = ${version === 'newer' ? current + 1 : -1}`);
        database.close();
      };
      setVersion('newer');
      assert.throws(() => openSqliteIndex(file), { name: 'IndexUnavailable', rule: 'newerVersion' });
      setVersion('older');
      await rebuilt(file, 'olderVersion');
    }));

  it('does not create or change anything when it is to read only', () =>
    withFolder(async (folder) => {
      const missing = join(folder, 'missing.sqlite');
      assert.throws(() => openSqliteIndex(missing, { isReadOnly: true }), { rule: 'notReadable' });
      const { index } = openSqliteIndex(await filled(folder), { isReadOnly: true });
      assert.equal((await index.status()).articles, 300);
      await assert.rejects(fill(index, 1));
      assert.equal((await index.status()).articles, 300, 'a failed write leaves what is read as it was');
      await index.close();
    }));

  it('shows one window what another one writes', () =>
    withFolder(async (folder) => {
      const file = await filled(folder);
      const writer = openSqliteIndex(file).index;
      const reader = openSqliteIndex(file).index;
      const filter = { words: 'words' };
      assert.equal((await reader.facet(filter, 'ORG', { limit: 10 })).items[0]?.articles, 43);
      await fill(writer, 700, 300);
      const { items, generation } = await reader.facet(filter, 'ORG', { limit: 10 });
      assert.equal(items[0]?.articles, 143);
      assert.equal(generation, (await writer.status()).generation);
      await fill(reader, 10, 1000);
      await fill(writer, 10, 1010);
      assert.equal((await writer.status()).articles, 1020);
      assert.equal((await reader.status()).articles, 1020);
      await writer.close();
      await reader.close();
    }));

  it('forgets everything at once, for another window too', () =>
    withFolder(async (folder) => {
      const file = await filled(folder);
      const [writer, reader] = [openSqliteIndex(file).index, openSqliteIndex(file).index];
      const filter = { words: 'words' };
      assert.equal((await reader.facet(filter, 'ORG', { limit: 10 })).items[0]?.articles, 43);
      const before = await reader.currentGeneration();
      await writer.clear();
      assert.deepEqual((await reader.facet(filter, 'ORG', { limit: 10 })).items, []);
      assert.ok((await reader.currentGeneration()) > before, 'what is kept in memory is known to be old');
      await fill(writer, 70);
      const fresh = openSqliteIndex(join(folder, 'fresh.sqlite')).index;
      await fill(fresh, 70);
      for (const index of [writer, reader]) {
        assert.deepEqual(
          (await index.facet(filter, 'ORG', { limit: 10 })).items,
          (await fresh.facet(filter, 'ORG', { limit: 10 })).items,
        );
        const { generation, ...status } = await index.status();
        assert.equal(generation, before + 2);
        assert.deepEqual({ ...status, generation: 1 }, await fresh.status());
      }
      for (const index of [writer, reader, fresh]) await index.close();
    }));

  it('makes or replaces an index only where nobody else writes it', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'index.sqlite');
      const lock = tryWriterLock(file)!;
      assert.throws(() => openSqliteIndex(file), { name: 'IndexUnavailable', rule: 'heldElsewhere' });
      await openSqliteIndex(file, { isWriter: true }).index.close();
      await openSqliteIndex(file).index.close();
      writeFileSync(file, 'noise');
      assert.throws(() => openSqliteIndex(file), { rule: 'heldElsewhere' });
      assert.equal(readFileSync(file, 'utf8'), 'noise');
      lock.release();
      await rebuilt(file, 'damaged');
    }));

  it('keeps a batch that has more to come when the next one comes, somebody asks or it is closed', () =>
    withFolder(async (folder) => {
      const file = await filled(folder);
      const { index } = openSqliteIndex(file);
      const other = openSqliteIndex(file, { isReadOnly: true }).index;
      const seen = async (): Promise<number> => (await other.status()).articles;
      await fill(index, 10, 300, { hasMore: true });
      assert.equal(await seen(), 300);
      await fill(index, 10, 310);
      assert.equal(await seen(), 320);
      const generation = await fill(index, 10, 320, { hasMore: true });
      assert.equal((await index.status()).articles, 330);
      assert.equal((await index.status()).generation, generation);
      assert.equal(await seen(), 330);
      await fill(index, 10, 330, { hasMore: true });
      await index.close();
      assert.equal(await seen(), 340);
      await other.close();
    }));

  it('keeps nothing of a batch that fails on the way', () =>
    withFolder(async (folder) => {
      const { index } = openSqliteIndex(await filled(folder));
      const before = JSON.stringify(await index.facet({ words: 'words' }, 'ORG', { limit: 10 }));
      const path = 'bad.txt';
      const good = buildAnalysis(path, [{ type: 'ORG', name: 'Nouvelle Maison' }]);
      const bad = { ...good, linked: undefined as never };
      const articles = [good, bad].map((analysis, n) => ({ id: `${path}#${n}`, analysis }));
      const stamp = { path, modifiedMs: 1, size: 1 };
      await assert.rejects(index.apply({ files: [{ stamp, articles }], removedPaths: ['0.txt'] }));
      assert.equal(JSON.stringify(await index.facet({ words: 'words' }, 'ORG', { limit: 10 })), before);
      assert.equal(await index.resolve('ORG', 'nouvelle maison'), undefined);
      await fill(index, 1, 300);
      assert.equal((await index.status()).articles, 301);
      await index.close();
    }));
});
