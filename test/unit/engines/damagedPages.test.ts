import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusIndex } from '../../../src/core/index.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { withFolder } from '../indexer/folder.ts';
import { buildAnalysis } from './analysisBuilder.ts';

const pageSize = 4096;
const count = 400;

async function filled(file: string): Promise<void> {
  const { index } = openSqliteIndex(file);
  const files = Array.from({ length: count }, (_, i) => {
    const path = `${i}.txt`;
    const pieces = [
      `words ${i * 7}`,
      { type: 'ORG', name: `Maison ${i % 9}` } as const,
      { type: 'ORG', name: 'Port' } as const,
    ];
    const analysis = buildAnalysis(path, pieces, {
      date: `20${String(i % 20).padStart(2, '0')}-05-06`,
      title: `Titre ${i}`,
    });
    return { stamp: { path, modifiedMs: 1, size: 2 }, articles: [{ id: path, analysis }] };
  });
  await index.apply({ files, removedPaths: [], isComplete: true });
  await index.close();
}

/** What the views count. */
async function counts(index: CorpusIndex): Promise<unknown> {
  const page = { limit: 1000 };
  const { generation, ...status } = await index.status();
  assert.ok(generation >= 0);
  const card = await index.entity('ORG:port');
  return {
    status,
    organizations: (await index.facet({}, 'ORG', page)).items,
    ofYear: (await index.facet({ from: '2004', to: '2004' }, 'ORG', page)).items,
    years: (await index.histogram({}, 'year')).periods,
    ofEntity: (await index.histogram({ entities: ['ORG:port'] }, 'year')).periods,
    articles: (await index.documents({}, 'date', page)).items,
    found: (await index.search('words', {}, page)).total,
    card: card && { articles: card.articles, mentions: card.mentions, years: card.years },
  };
}

describe('an index of which a page is noise', () => {
  it('never counts wrongly: the page is not missed, or the damage is found', async function () {
    this.timeout(120_000);
    await withFolder(async (folder) => {
      const file = join(folder, 'index.sqlite');
      await filled(file);
      const sound = readFileSync(file);
      const expected = await answer(file);
      const outcomes = { rebuilt: 0, refused: 0, equal: 0 };
      for (let at = pageSize; at < sound.length; at += pageSize) {
        const broken = Buffer.from(sound);
        for (let i = 0; i < pageSize; i++) broken[at + i] = (i * i * 31 + at + 7 * i) % 253;
        const copy = join(folder, 'broken.sqlite');
        writeFileSync(copy, broken);
        const found = await answer(copy);
        if (found === 'rebuilt' || found === 'refused') outcomes[found]++;
        else {
          assert.deepEqual(found, expected, `page ${at / pageSize + 1}`);
          outcomes.equal++;
        }
      }
      assert.ok(outcomes.refused + outcomes.rebuilt > 10, JSON.stringify(outcomes));
    });
  });
});

async function answer(file: string): Promise<unknown> {
  const { index, state } = openSqliteIndex(file);
  try {
    return state === 'rebuilt' ? 'rebuilt' : await counts(index);
  } catch (error) {
    assert.equal((error as { rule?: string }).rule, 'damaged', String(error));
    return 'refused';
  } finally {
    await index.close();
  }
}
