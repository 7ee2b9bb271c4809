import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Batch, BatchArticle, WritableCorpusIndex } from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { countEntities, topEntities } from '../../../src/engines/sqlite/facets.ts';
import { openDatabase } from '../../../src/engines/sqlite/openDatabase.ts';
import { partsOf } from '../../../src/engines/sqlite/parts.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { topOrganizations } from '../../../src/engines/sqlite/topOrganizations.ts';
import { buildAnalysis, type Piece } from './analysisBuilder.ts';

const articles = 1400;

/** Articles of which many have one date, many none, and whose names begin alike; some stand in most of them. */
function largeBatch(): Batch {
  const files = Array.from({ length: articles }, (_, i) => {
    const name = (n: number): Piece => ({ type: 'ORG', name: `Bureau ${n}` });
    const names = [name(i % 600), ...[601, 602, 603, 604, 605].filter((n) => (i * n) % 7 > n % 5).map(name)];
    const date = i % 2 === 0 ? {} : { date: i % 3 === 0 ? '2011-02-03' : `2011-03-${10 + (i % 19)}` };
    const id = `${(i * 7919) % 10_007}.txt`;
    const pieces = names.flatMap((each) => [each, 'et', each, 'publient l’avis commun.']);
    const analysis = buildAnalysis(id, pieces, { title: `Avis ${(i * 31) % 97}`, ...date });
    return { stamp: { path: id, modifiedMs: 1, size: 1 }, articles: [{ id, analysis }] };
  });
  return { files, removedPaths: [], isComplete: true };
}

function textOf(article: BatchArticle): [string, string] {
  return [article.id, 'analysis' in article ? article.analysis.text : ''];
}

describe('long lists, which the engine reads in the order of its own indexes', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-lists-'));
  const file = path.join(folder, 'index.sqlite');
  let stored: WritableCorpusIndex;
  const naive = new MemoryIndex();
  const both = async (ask: (index: WritableCorpusIndex) => Promise<unknown>): Promise<void> => {
    assert.deepEqual(await ask(stored), await ask(naive));
  };

  before(async () => {
    const batch = largeBatch();
    const texts = new Map(batch.files.flatMap(({ articles }) => articles.map(textOf)));
    stored = openSqliteIndex(file, { readText: (id) => Promise.resolve(texts.get(id)) }).index;
    for (const index of [stored, naive]) await index.apply(batch);
  });
  after(async () => {
    await stored.close();
    rmSync(folder, { recursive: true });
  });

  it('gives every page of the undated ones, of a day and of a month as the oracle does', async () => {
    for (const cursor of [undefined, '40', '680']) {
      const page = { limit: 50, ...(cursor !== undefined && { cursor }) };
      await both((index) => index.documents({ isUndated: true }, 'title', page));
      await both((index) => index.documents({ isUndated: true, outlets: [''] }, 'title', page));
      await both((index) => index.documents({ from: '2011-02-03', to: '2011-02-03' }, 'date', page));
      await both((index) => index.documents({ from: '2011-03' }, 'dateDescending', page));
      await both((index) => index.documents({}, 'dateDescending', page));
      await both((index) => index.documents({ entities: ['ORG:bureau 601'] }, 'date', page));
    }
    await both((index) => index.histogram({ from: '2011-03' }, 'day'));
  });

  it('suggests the best of very many', async () => {
    await both((index) => index.suggest('bureau', 20));
    await both((index) => index.suggest('bureau 60', 20));
  });

  it('ranks very many finds', async () => {
    for (const cursor of [undefined, '20', '1390'])
      await both((index) =>
        index.search('avis commun', {}, { limit: 20, ...(cursor !== undefined && { cursor }) }),
      );
    await both((index) => index.search('avis NOT ferry', {}, { limit: 20 }));
  });

  it('finds the most frequent organizations of many articles without counting all', () => {
    const parts = partsOf(openDatabase(file, { isReadOnly: true }).database);
    const docs = parts.columns.documents();
    for (const some of [docs, docs.filter((doc) => doc % 3 > 0)]) {
      const counted = topEntities(parts, countEntities(parts, some), 'ORG', { limit: 4 }).items;
      const named = counted.map(({ value, label, articles }) => ({ value, label, articles }));
      assert.deepEqual(topOrganizations(parts, some, 4), named);
      // The fifth is one of six hundred that are equally rare.
      assert.equal(topOrganizations(parts, some, 5), undefined);
    }
    parts.database.close();
  });
});
