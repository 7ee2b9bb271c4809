import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cleanedOffset, originalOffset, type OffsetMap } from '../../../../src/core/index.ts';
import type { AnalysisPool } from '../../../../src/indexer/analysisPool.ts';
import type { CleaningReport } from '../../../../src/indexer/cleanCorpus/cleaningJob.ts';
import { withFolder, writeFiles } from '../folder.ts';
import { withFullDisk } from './fullDisk.ts';
import { cleanFolder, stubArticle, stubCleaning, stubPool } from './cleaningFixture.ts';

const corpus = {
  'a.txt': stubArticle('Alpha'),
  'north/b.txt': stubArticle('Beta', 2),
  'north/deep/c.txt': stubArticle('Gamma', 0),
  'south/d.txt': stubArticle('Delta DONAU'),
};

describe('cleanCorpus', () => {
  it('writes cleaned copies in the folders of the originals, which stay as they are', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, corpus);
      const report = await cleanFolder(root, { target });
      assert.equal(report.outcome, 'complete');
      assert.deepEqual(copiesIn(target), Object.keys(corpus).sort());
      for (const [path, text] of Object.entries(corpus)) {
        assert.equal(readFileSync(join(root, path), 'utf8'), text);
        const copy = readFileSync(join(target, path), 'utf8');
        assert.ok(!copy.includes('Share this page'), copy);
        assert.ok(copy.startsWith(text.slice(0, 40)));
        assert.ok(copy.endsWith('rained.\n'), 'one line end at the end, as the editor leaves it');
      }
      assert.deepEqual([report.articles, report.cleaned, report.refused], [4, 3, 0]);
    }));

  it('writes one line an article as JSON, with what went', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, corpus);
      await cleanFolder(root, { target, format: 'jsonl', withMap: true });
      const lines = jsonLines(target);
      assert.deepEqual(
        lines.map(({ id }) => id),
        ['a.txt', 'north/b.txt', 'north/deep/c.txt', 'south/d.txt'],
      );
      const [first] = lines;
      assert.deepEqual(Object.keys(first!), [
        ...['id', 'title', 'date', 'outlet', 'authors', 'language', 'text', 'removed', 'map'],
      ]);
      const [gone] = first!.removed;
      assert.equal(corpus['a.txt'].slice(gone!.start, gone!.end), '# Share this page with friend 0\n');
      assert.deepEqual(copiesIn(target), []);
    }));

  it('makes the copies anew of which a table of metadata says something else', () =>
    withPlaces(async ({ root, target }) => {
      const order = { target, format: 'jsonl' as const };
      const said = (title: string): string => `id,title\na.txt,${title}\nnorth/b.txt,Same\n`;
      writeFiles(root, { ...corpus, 'metadata.csv': said('One') });
      await cleanFolder(root, order);
      writeFiles(root, { 'metadata.csv': said('Another') });
      const report = await cleanFolder(root, order);
      assert.deepEqual([report.outcome, report.articles, report.takenOver], ['complete', 4, 3]);
      rmSync(join(root, 'metadata.csv'));
      assert.equal((await cleanFolder(root, order)).takenOver, 2);
    }));

  it('takes only the articles of the filter', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, corpus);
      const report = await cleanFolder(root, { target, filter: { entities: ['ORG:donau'] } });
      assert.deepEqual(copiesIn(target), ['south/d.txt']);
      assert.equal(report.articles, 1);
    }));

  it('keeps what is doubtful unless told otherwise', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, { 'a.txt': `${stubArticle('Alpha', 0)}? perhaps a notice\n` });
      await cleanFolder(root, { target });
      assert.match(readFileSync(join(target, 'a.txt'), 'utf8'), /perhaps a notice/);
      assert.match(readFileSync(join(target, 'loss-report.md'), 'utf8'), /1 doubtful passage stayed/);
      await cleanFolder(root, { target, removesDoubtful: true });
      assert.doesNotMatch(readFileSync(join(target, 'a.txt'), 'utf8'), /perhaps a notice/);
    }));

  it('copies unchanged what cleaning would leave too little of, and what is no article, and lists it first', () =>
    withPlaces(async ({ root, target }) => {
      const mostlyBars = stubArticle('Omega', 60, 2);
      const log = Array.from({ length: 9 }, (_, i) => `2024-05-06 10:11:0${i} INFO started\n`).join('');
      writeFiles(root, { ...corpus, 'log.txt': log, 'mostly.txt': mostlyBars });
      const report = await cleanFolder(root, { target, floorPercent: 15 });
      assert.equal(report.refused, 2);
      assert.equal(readFileSync(join(target, 'mostly.txt'), 'utf8'), mostlyBars);
      assert.equal(readFileSync(join(target, 'log.txt'), 'utf8'), log);
      const [, ...rows] = table(target, 'loss-report.csv');
      assert.deepEqual(
        rows.slice(0, 2).map((row) => row.split(',').slice(0, 2)),
        [
          ['copied unchanged', 'log.txt'],
          ['copied unchanged', 'mostly.txt'],
        ],
      );
      const markdown = readFileSync(join(target, 'loss-report.md'), 'utf8');
      assert.ok(markdown.indexOf('Copied unchanged') < markdown.indexOf('Lost unusually much'));
    }));

  it('names files that gave no copy in the report', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, { ...corpus, 'north/empty.txt': '' });
      const report = await cleanFolder(root, { target });
      assert.equal(report.leftOut, 1);
      assert.match(
        readFileSync(join(target, 'loss-report.md'), 'utf8'),
        /north\/empty\.txt.*The file is empty/,
      );
      const again = await cleanFolder(root, { target });
      assert.deepEqual([again.takenOver, again.leftOut], [4, 1]);
    }));

  it('puts the map of a copy beside it, which leads both ways', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, corpus);
      await cleanFolder(root, { target, withMap: true });
      const original = corpus['north/b.txt'];
      const copy = readFileSync(join(target, 'north/b.txt'), 'utf8');
      const map = JSON.parse(readFileSync(join(target, 'north/b.txt.map.json'), 'utf8')) as OffsetMap;
      for (let at = 0; at < copy.length; at++) {
        assert.equal(original[originalOffset(map, at)], copy[at]);
        assert.equal(cleanedOffset(map, originalOffset(map, at)), at);
      }
    }));

  it('writes copies in UTF-8 without a mark, whatever the original was written in', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, {
        'a.txt': Buffer.from(stubArticle('L\u2019été à Sète', 1).replace('\u2019', "'"), 'latin1'),
      });
      await cleanFolder(root, { target });
      assert.match(readFileSync(join(target, 'a.txt'), 'utf8'), /^L'été à Sète/);
    }));

  it('gives records of a file a folder of their own', () =>
    withPlaces(async ({ root, target }) => {
      const lines = ['One', 'Two', 'Three'].map((title) => JSON.stringify({ text: stubArticle(title) }));
      writeFiles(root, { 'dump.jsonl': `${lines.join('\n')}\n`, 'x.txt': corpus['a.txt'] });
      await cleanFolder(root, { target });
      assert.deepEqual(copiesIn(target), [
        'dump.jsonl/00001.txt',
        'dump.jsonl/00002.txt',
        'dump.jsonl/00003.txt',
        'x.txt',
      ]);
    }));

  it('tells apart what a disk without regard to case would write over', () =>
    withPlaces(async ({ root, target }) => {
      const files = ['Port.txt', 'port.txt', 'North/b.txt', 'north/b.txt', 'page.html', 'Page.html.txt'];
      writeFiles(root, Object.fromEntries(files.map((file) => [file, stubArticle(`Hull of ${file}`)])));
      // The disk of whoever tests may be one of those.
      const differ = readdirSync(root).includes('port.txt') && readdirSync(root).includes('Port.txt');
      await cleanFolder(root, { target });
      const copies = copiesIn(target);
      assert.equal(new Set(copies.map((copy) => copy.toLowerCase())).size, differ ? 6 : 4);
      if (!differ) return;
      assert.deepEqual(copies, [
        ...['North/b.txt', 'Page.html.txt', 'Port.txt', 'north~2/b.txt', 'page.html.page.txt', 'port~2.txt'],
      ]);
      assert.match(readFileSync(join(target, 'port~2.txt'), 'utf8'), /Hull of port\.txt/);
      rmSync(join(root, 'Port.txt'));
      await cleanFolder(root, { target });
      assert.match(readFileSync(join(target, 'port.txt'), 'utf8'), /Hull of port\.txt/);
      assert.match(readFileSync(join(target, 'loss-report.md'), 'utf8'), /port\\~2\.txt/);
    }));
});

describe('cleanCorpus, run again', () => {
  it('does nothing again that has not changed', () =>
    withPlaces(async ({ root, target }) => {
      for (const format of ['txt', 'jsonl'] as const) {
        const into = join(target, format);
        writeFiles(root, corpus);
        await cleanFolder(root, { target: into, format });
        const before = outputs(into);
        const report = await cleanFolder(root, { target: into, format, pool: idlePool });
        assert.deepEqual([report.outcome, report.takenOver], ['complete', 4]);
        assert.deepEqual(outputs(into), before);
      }
    }));

  it('does again what has changed, what is new, and copies that are gone, and no more', () =>
    withPlaces(async ({ root, target }) => {
      for (const format of ['txt', 'jsonl'] as const) {
        const into = join(target, format);
        rmSync(root, { recursive: true, force: true });
        writeFiles(root, { ...corpus, 'north/gone.txt': stubArticle('Gone') });
        await cleanFolder(root, { target: into, format });
        writeFiles(root, { 'a.txt': stubArticle('Alpha II', 3), 'north/aa.txt': stubArticle('New') });
        rmSync(join(root, 'north/gone.txt'));
        // Touched, not changed.
        utimesSync(join(root, 'south/d.txt'), new Date(), new Date());
        if (format === 'txt') rmSync(join(into, 'north/b.txt'));
        const report = await cleanFolder(root, { target: into, format });
        assert.deepEqual([report.outcome, report.articles], ['complete', 5]);
        assert.equal(report.takenOver, format === 'txt' ? 2 : 3);
        const fresh = join(target, `${format}-fresh`);
        await cleanFolder(root, { target: fresh, format });
        if (format === 'txt') {
          assert.match(
            readFileSync(join(into, 'loss-report.md'), 'utf8'),
            /Of an earlier run[^]*north\/gone\.txt/,
          );
          rmSync(join(into, 'north/gone.txt'));
        }
        assert.deepEqual(outputs(into, false), outputs(fresh, false));
      }
    }));

  it('goes on after a cancelled run, and says so in the report', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, manyArticles(40));
      const fresh = join(target, 'fresh');
      await cleanFolder(root, { target: fresh });
      const into = join(target, 'cancelled');
      const first = await cleanCancelled(root, into, 12);
      assert.equal(first.outcome, 'cancelled');
      assert.ok(first.articles >= 12 && first.articles < 40, `${first.articles}`);
      assert.match(readFileSync(join(into, 'loss-report.md'), 'utf8'), /cut short: \d+ of 40 articles/);
      const second = await cleanFolder(root, { target: into });
      assert.deepEqual([second.outcome, second.takenOver], ['complete', first.articles]);
      assert.deepEqual(outputs(into), outputs(fresh));
    }));

  for (const format of ['txt', 'jsonl'] as const)
    it(`goes on after a full disk, wherever it was full, with nothing lost: ${format}`, () =>
      withPlaces(async ({ root, target }) => {
        writeFiles(root, manyArticles(12));
        const order = { format, withMap: true };
        const fresh = join(target, 'fresh');
        await cleanFolder(root, { ...order, target: fresh });
        let stops = 0;
        for (const room of [0, 150, 700, 2000, 4000, 9000, 14_000, 20_000]) {
          const into = join(target, `full-${room}`);
          const first = await withFullDisk(room, () => cleanFolder(root, { ...order, target: into }));
          if (first.outcome === 'complete') continue;
          assert.equal(first.problem?.rule, 'diskFull', `${room}`);
          stops++;
          const done = first.outcome === 'refused' ? 0 : linesOfJournal(into);
          const second = await cleanFolder(root, { ...order, target: into });
          assert.deepEqual([second.outcome, second.articles, second.takenOver], ['complete', 12, done]);
          assert.deepEqual(outputs(into), outputs(fresh), `${room}`);
          // Other rules: all copies are to be made anew, what is there is set aside, and the disk is full again.
          await withFullDisk(room, () => cleanFolder(root, { ...order, target: into, version: 'other' }));
          const third = await cleanFolder(root, { ...order, target: into });
          assert.equal(third.outcome, 'complete');
          assert.deepEqual(outputs(into), outputs(fresh), `${room}, again`);
        }
        assert.ok(stops >= 5, `${stops}`);
      }));

  it('makes all copies anew when told to, or when the rules are others', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, corpus);
      await cleanFolder(root, { target });
      assert.equal((await cleanFolder(root, { target, startsOver: true })).takenOver, 0);
      assert.equal((await cleanFolder(root, { target, version: 'other' })).takenOver, 0);
      assert.equal((await cleanFolder(root, { target, version: 'other', withMap: true })).takenOver, 0);
    }));
});

describe('cleanCorpus, into a folder it may not use', () => {
  it('refuses the corpus, what lies in it, and folders of other files', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, corpus);
      const refusal = async (into: string): Promise<string | undefined> => {
        const { outcome, problem } = await cleanFolder(root, { target: into });
        assert.equal(outcome, problem ? 'refused' : 'complete');
        return problem?.rule;
      };
      assert.equal(await refusal(root), 'insideCorpus');
      assert.equal(await refusal(join(root, 'north', 'new')), 'insideCorpus');
      writeFiles(target, { 'other/mine.docx': 'x', file: 'x' });
      assert.equal(await refusal(join(target, 'other')), 'notEmpty');
      assert.equal(await refusal(join(target, 'file')), 'notAFolder');
      assert.equal(await refusal(join(target, 'file', 'below')), 'notAFolder');
      assert.equal(
        await refusal(join(root, '.cleaned')),
        undefined,
        'hidden folders are no part of the corpus',
      );
      assert.deepEqual(copiesIn(root), Object.keys(corpus).sort());
    }));

  it('refuses copies of another corpus or in another format', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, { ...prefixed('one/', corpus), ...prefixed('two/', corpus) });
      await cleanFolder(join(root, 'one'), { target });
      assert.equal((await cleanFolder(join(root, 'two'), { target })).problem?.rule, 'otherCorpus');
      assert.equal(
        (await cleanFolder(join(root, 'one'), { target, format: 'jsonl' })).problem?.rule,
        'otherFormat',
      );
    }));

  it('says that another run has the folder', () =>
    withPlaces(async ({ root, target }) => {
      writeFiles(root, corpus);
      await cleanFolder(root, { target });
      writeFiles(target, { '.corpus-explorer/lock': String(process.ppid) });
      assert.equal((await cleanFolder(root, { target })).problem?.rule, 'busy');
      writeFiles(target, { '.corpus-explorer/lock': '99999999' });
      assert.equal((await cleanFolder(root, { target })).outcome, 'complete', 'its owner is dead');
    }));

  it('stops with one reason when the folder vanishes', () =>
    withPlaces(async ({ root, target }) => {
      for (const format of ['txt', 'jsonl'] as const) {
        writeFiles(root, manyArticles(30));
        let done = 0;
        const pool = slowPool(() => {
          if (++done === 10) rmSync(target, { recursive: true });
        });
        const report = await cleanFolder(root, { target, format, pool });
        assert.deepEqual([report.outcome, report.problem?.rule], ['stopped', 'targetGone']);
        assert.equal(existsSync(target), false, 'it is not made again');
      }
    }));
});

async function withPlaces(use: (places: { root: string; target: string }) => Promise<void>): Promise<void> {
  await withFolder((folder) => use({ root: join(folder, 'corpus'), target: join(folder, 'copies') }));
}

/** The pool of a run that has nothing to analyse. */
const idlePool: AnalysisPool = {
  ...stubPool(),
  readPassages: () => Promise.reject(new Error('nothing is to be analysed')),
};

function slowPool(onArticle: () => void): AnalysisPool {
  return {
    ...stubPool(),
    readPassages: (record) => {
      onArticle();
      return Promise.resolve(stubCleaning(record));
    },
  };
}

async function cleanCancelled(root: string, target: string, after: number): Promise<CleaningReport> {
  const controller = new AbortController();
  return cleanFolder(root, {
    target,
    signal: controller.signal,
    onProgress: ({ phase, done }) => {
      if (phase === 'cleaning' && done >= after) controller.abort();
    },
    pool: slowPool(() => {
      // Progress is told every 50 ms only.
      const end = performance.now() + 6;
      while (performance.now() < end);
    }),
  });
}

function manyArticles(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i % 3}/${i}.txt`, stubArticle(`Number ${i}`, i % 4)]),
  );
}

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [prefix + path, text]));
}

/** Whole lines of the journal: what a run can go on from. */
function linesOfJournal(target: string): number {
  const file = join(target, '.corpus-explorer', 'journal.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
}

function copiesIn(folder: string): string[] {
  return globSync('**/*.txt', { cwd: folder }).sort();
}

/** Everything that a run wrote, by path; without the Markdown report where runs differ in what went before. */
function outputs(target: string, withReport = true): Record<string, string> {
  const paths = globSync('**/*', { cwd: target }).filter((path) => statSync(join(target, path)).isFile());
  return Object.fromEntries(
    paths
      .filter((path) => withReport || !path.endsWith('.md'))
      .sort()
      .map((path) => [path, readFileSync(join(target, path), 'utf8')]),
  );
}

interface Line {
  readonly id: string;
  readonly removed: readonly { readonly start: number; readonly end: number }[];
}

function jsonLines(target: string): Line[] {
  const lines = readFileSync(join(target, 'articles.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

function table(target: string, name: string): string[] {
  return readFileSync(join(target, name), 'utf8').trim().split('\r\n');
}
