import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type {
  ArticleAnalysis,
  ArticleRecord,
  CorpusEvidence,
  CorpusIndex,
  WritableCorpusIndex,
} from '../../../src/core/index.ts';
import { curatePassages } from '../../../src/core/curation/curatePassages.ts';
import { removeSpans } from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { readSettings } from '../../../src/formats/corpusSettings.ts';
import { createInProcessPool, type AnalysisPool } from '../../../src/indexer/analysisPool.ts';
import { applyCuration } from '../../../src/indexer/curation/applyCuration.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { updateFiles } from '../../../src/indexer/updateFiles.ts';
import { withFolder, writeFiles } from './folder.ts';
import { stubAnalysis } from './stubAnalysis.ts';

/** Like `stubAnalysis`, but it hears what the user has put right. */
function curatedAnalysis(record: ArticleRecord, evidence: CorpusEvidence = {}): ArticleAnalysis {
  const { curation } = evidence;
  const removed = curatePassages(record.text, [], curation);
  const date = curation?.date;
  const text = removeSpans(record.text, removed).text;
  const dated = date === undefined ? text : `${text.replace(/\d{4}-\d\d-\d\d/, '')} ${date ?? ''}`;
  return stubAnalysis({ ...record, text: dated }, evidence);
}

/** A pool that notes what it is asked for. */
function notingPool(): AnalysisPool & { readonly asked: string[] } {
  const asked: string[] = [];
  const pool = createInProcessPool((record, evidence) => {
    asked.push(record.id);
    return curatedAnalysis(record, evidence);
  });
  return { ...pool, asked };
}

const files = {
  'north/a.txt': 'One 2004-05-06\nACME grows.\nWRITE TO US\n',
  'north/b.txt': 'Two 2004-05-07\nACME shrinks.\nWRITE TO US\n',
  'south/c.txt': 'Three\nZETA grows.\nWRITE TO US\n',
  'south/d.txt': 'Four 2004-05-09\nZETA shrinks.\n',
};

const curate = (root: string, ...lines: string[]): void => {
  mkdirSync(join(root, '.corpus'), { recursive: true });
  writeFileSync(join(root, '.corpus/curation.yaml'), lines.join('\n'));
};

async function organizations(index: CorpusIndex): Promise<Record<string, number>> {
  const { items } = await index.facet({}, 'ORG', { limit: 1000 });
  return Object.fromEntries(items.map(({ label, articles }) => [label, articles]));
}

async function dates(index: CorpusIndex): Promise<Record<string, string | undefined>> {
  const { items } = await index.documents({}, 'title', { limit: 1000 });
  return Object.fromEntries(items.map(({ id, date }) => [id, date]));
}

const apply = async (root: string, index: WritableCorpusIndex, pool: AnalysisPool, signal?: AbortSignal) =>
  applyCuration({ root, index, pool, settings: await readSettings(root), signal });

const engines: readonly (readonly [string, (root: string) => WritableCorpusIndex])[] = [
  ['in memory', () => new MemoryIndex()],
  ['in SQLite', (root) => openSqliteIndex(join(root, '.index/index.sqlite')).index],
];

for (const [where, open] of engines) {
  describe(`applyCuration, ${where}`, () => {
    const withCorpus = (use: (root: string, index: WritableCorpusIndex) => Promise<void>): Promise<void> =>
      withFolder(async (root) => {
        writeFiles(root, files);
        const index = open(root);
        try {
          await use(root, index);
        } finally {
          await index.close();
        }
      });

    it('applies the file when the corpus is first indexed, reading every article once', () =>
      withCorpus(async (root, index) => {
        curate(root, 'passages:', '  - { text: WRITE TO US, is: notice, outlet: north }');
        const pool = notingPool();
        await indexCorpus({ root, index, pool });
        assert.deepEqual(await organizations(index), { ACME: 2, ZETA: 2, WRITE: 1, TO: 1, US: 1 });
        assert.deepEqual(pool.asked.sort(), Object.keys(files));
      }));

    it('analyses again only what a change bears on, and undoes it when the line is deleted', () =>
      withCorpus(async (root, index) => {
        const pool = notingPool();
        await indexCorpus({ root, index, pool });
        const before = await organizations(index);
        pool.asked.length = 0;
        curate(
          root,
          'passages:',
          '  - { text: WRITE TO US, is: notice, outlet: north }',
          'dates:',
          '  - { article: south/c.txt, date: 2004-05-11 }',
          '  - { article: south/d.txt, date: none }',
        );
        assert.deepEqual(await apply(root, index, pool), { amended: 4, isComplete: true });
        assert.deepEqual(pool.asked.sort(), ['north/a.txt', 'north/b.txt', 'south/c.txt', 'south/d.txt']);
        assert.deepEqual(await organizations(index), { ACME: 2, ZETA: 2, WRITE: 1, TO: 1, US: 1 });
        assert.deepEqual(await dates(index), {
          'north/a.txt': '2004-05-06',
          'north/b.txt': '2004-05-07',
          'south/c.txt': '2004-05-11',
          'south/d.txt': undefined,
        });
        pool.asked.length = 0;
        curate(root, 'passages:', 'dates:', '  - { article: south/c.txt, date: 2004-05-11 }');
        await apply(root, index, pool);
        assert.deepEqual(pool.asked.sort(), ['north/a.txt', 'north/b.txt', 'south/d.txt']);
        assert.deepEqual(await organizations(index), before);
        assert.equal((await dates(index))['south/d.txt'], '2004-05-09');
        pool.asked.length = 0;
        assert.deepEqual(await apply(root, index, pool), { amended: 0, isComplete: true });
        assert.deepEqual(pool.asked, []);
      }));

    it('renames and hides entities without reading an article again, and takes it back', () =>
      withCorpus(async (root, index) => {
        const pool = notingPool();
        await indexCorpus({ root, index, pool });
        const before = await organizations(index);
        pool.asked.length = 0;
        curate(
          root,
          'entities:',
          '  - { entity: ACME, type: ORG, rename: Acme Works }',
          '  - { entity: US, type: ORG, notAnEntity: true }',
        );
        await apply(root, index, pool);
        const { ACME = 0, ...others } = before;
        delete others['US'];
        assert.deepEqual(await organizations(index), { ...others, 'Acme Works': ACME });
        curate(root, 'entities:');
        const told: number[] = [];
        const settings = await readSettings(root);
        await applyCuration({ root, index, pool, settings, onBatch: (generation) => told.push(generation) });
        assert.deepEqual(told, [(await index.status()).generation]);
        assert.deepEqual(await organizations(index), before);
        assert.deepEqual(pool.asked, []);
      }));

    it('reads the articles again in which a name stands that the user gave, and takes it back', () =>
      withCorpus(async (root, index) => {
        const pool = notingPool();
        await indexCorpus({ root, index, pool });
        const before = await organizations(index);
        pool.asked.length = 0;
        curate(
          root,
          'entities:',
          '  - { entity: Three, type: ORG, isEntity: true }',
          '  - { entity: Four, type: LOC, changeType: ORG }',
          '  - { entity: WRITE, type: ORG, rename: Bureau }',
        );
        assert.deepEqual(await apply(root, index, pool), { amended: 2, isComplete: true });
        assert.deepEqual(pool.asked.sort(), ['south/c.txt', 'south/d.txt']);
        const { WRITE = 0, ...others } = before;
        assert.deepEqual(await organizations(index), { ...others, Three: 1, Four: 1, Bureau: WRITE });
        pool.asked.length = 0;
        curate(root, 'entities:', '  - { entity: Four, type: LOC, changeType: ORG }');
        await apply(root, index, pool);
        assert.deepEqual(pool.asked, ['south/c.txt']);
        assert.deepEqual(await organizations(index), { ...before, Four: 1 });
      }));

    it('takes one word on a date after the other', () =>
      withCorpus(async (root, index) => {
        const pool = notingPool();
        await indexCorpus({ root, index, pool });
        for (const date of ['1900-01-01', '1901-01-01', 'none']) {
          curate(root, `dates: [{ article: north/a.txt, date: ${date} }]`);
          await apply(root, index, pool);
          assert.equal((await dates(index))['north/a.txt'], date === 'none' ? undefined : date);
        }
      }));

    it('finds out at the next start what changed while nobody looked', () =>
      withCorpus(async (root, index) => {
        const pool = notingPool();
        curate(root, 'dates: [{ article: north/a.txt, date: 2001 }]');
        await indexCorpus({ root, index, pool });
        rmSync(join(root, '.corpus/curation.yaml'));
        pool.asked.length = 0;
        await indexCorpus({ root, index, pool });
        assert.deepEqual(pool.asked, ['north/a.txt']);
        assert.equal((await dates(index))['north/a.txt'], '2004-05-06');
      }));

    it('goes on where it was interrupted, even when the file is changed back meanwhile', () =>
      withCorpus(async (root, index) => {
        const pool = notingPool();
        await indexCorpus({ root, index, pool });
        const before = await organizations(index);
        curate(root, 'passages:', '  - { text: WRITE TO US, is: notice }');
        const stop = new AbortController();
        const stopping: AnalysisPool = {
          ...pool,
          analyze: async (record, evidence) => {
            const analysis = await pool.analyze(record, evidence);
            stop.abort();
            return analysis;
          },
        };
        const outcome = await apply(root, index, stopping, stop.signal);
        assert.equal(outcome.isComplete, false);
        assert.ok(outcome.amended >= 1 && outcome.amended < 3);
        rmSync(join(root, '.corpus/curation.yaml'));
        await indexCorpus({ root, index, pool });
        assert.deepEqual(await organizations(index), before);
      }));

    it('keeps what held before while the file is broken, and takes a file that is saved with it', () =>
      withCorpus(async (root, index) => {
        const pool = notingPool();
        curate(root, 'passages:', '  - { text: WRITE TO US, is: notice }');
        await indexCorpus({ root, index, pool });
        curate(root, 'passages: [');
        assert.deepEqual(await apply(root, index, pool), { amended: 0, isComplete: true });
        writeFiles(root, { 'north/a.txt': 'One again\nACME grows.\nWRITE TO US\n' });
        await updateFiles({ root, index, pool, paths: ['north/a.txt'] });
        assert.deepEqual(await organizations(index), { ACME: 2, ZETA: 2 });
      }));
  });
}

describe('applyCuration', () => {
  it('comes to the same whichever way the file went', () =>
    withFolder(async (root) => {
      writeFiles(root, files);
      const texts = ['WRITE TO US', 'ACME', 'ZETA grows.'];
      const line = fc
        .record({
          text: fc.constantFrom(...texts),
          outlet: fc.constantFrom(undefined, 'north', 'south'),
          is: fc.constantFrom('article', 'notice'),
        })
        .map(
          ({ text, outlet, is }) =>
            `  - { text: ${text}, is: ${is}${outlet === undefined ? '' : `, outlet: ${outlet}`} }`,
        );
      const state = fc.array(line, { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 4 }), async (states) => {
          const walked = new MemoryIndex();
          const pool = notingPool();
          for (const lines of states) {
            curate(root, 'passages:', ...lines);
            await indexCorpus({ root, index: walked, pool });
          }
          const direct = new MemoryIndex();
          await indexCorpus({ root, index: direct, pool });
          assert.deepEqual(await organizations(walked), await organizations(direct));
        }),
        { numRuns: 25 },
      );
    }));
});
