import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportFormats, type ExportFormat } from '../../../../src/core/index.ts';
import { MemoryIndex } from '../../../../src/engines/memory/memoryIndex.ts';
import { exportCorpus, writeProblem, type ExportOrder } from '../../../../src/indexer/export/exportCorpus.ts';
import { createTextReader } from '../../../../src/indexer/textReader.ts';
import { buildAnalysis } from '../../engines/analysisBuilder.ts';

const phare = { type: 'ORG', name: 'Phare de Brume' } as const;
const count = 30;

describe('exportCorpus', () => {
  let folder: string;
  let root: string;
  const index = new MemoryIndex();
  before(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'export-')));
    root = path.join(folder, 'corpus');
    mkdirSync(root);
    const files = Array.from({ length: count }, (_, i) => {
      const id = `${String(i).padStart(2, '0')}.txt`;
      const analysis = buildAnalysis(id, [`mot${i}\n\nLe`, phare, 'brille.'], {
        date: `20${10 + i}`,
        furniture: 'Cours de la bourse',
      });
      writeFileSync(path.join(root, id), analysis.text);
      return { stamp: { path: id, modifiedMs: 1, size: 1 }, articles: [{ id, analysis }] };
    });
    await index.apply({ files, removedPaths: [], isComplete: true });
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const order = (format: ExportFormat, target: string, more: Partial<ExportOrder> = {}): ExportOrder => ({
    index,
    root,
    readText: createTextReader(root),
    filter: {},
    format,
    head: { corpus: 'corpus', filter: '', separator: ',' },
    target: path.join(folder, target),
    mayReplace: false,
    ...more,
  });
  const left = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

  for (const format of exportFormats) {
    it(`writes ${format} as a whole, without boilerplate, with lines that are right`, async () => {
      const progress: number[] = [];
      const target = `all-${format}.out`;
      const report = await exportCorpus(
        order(format, target, { onProgress: ({ done }) => progress.push(done) }),
      );
      assert.deepEqual(report, { outcome: 'complete', items: count });
      assert.equal(progress.at(-1), count);
      assert.deepEqual(left(), []);
      const place = path.join(folder, target);
      const text =
        format === 'txm'
          ? readdirSync(place)
              .map((name) => readFileSync(path.join(place, name), 'utf8'))
              .join('\n')
          : readFileSync(place, 'utf8');
      assert.doesNotMatch(text, /bourse/);
      if (format === 'txm') assert.equal(readdirSync(place).length, count + 1);
      if (format === 'iramuteq') assert.ok(existsSync(path.join(folder, `all-${format}.sources.csv`)));
    });
  }

  it('gives a concordance the line of each keyword, and the formats of texts its articles', async () => {
    const query = { entity: 'ORG:phare de brume' };
    await exportCorpus(order('jsonl', 'kwic.jsonl', { query, filter: { from: '2011', to: '2012' } }));
    const rows = readFileSync(path.join(folder, 'kwic.jsonl'), 'utf8').trim().split('\n');
    assert.deepEqual(
      rows
        .map((row) => JSON.parse(row) as { path: string; line: number; keyword: string })
        .map(({ path: file, line, keyword }) => [file, line, keyword]),
      [
        ['01.txt', 4, 'Phare de Brume'],
        ['02.txt', 4, 'Phare de Brume'],
      ],
    );
    const texts = await exportCorpus(order('iramuteq', 'kwic.txt', { query: { words: 'mot3' } }));
    assert.equal(texts.items, 1);
  });

  it('never writes over a source, nor into the corpus where it would be read', async () => {
    symlinkSync(path.join(root, '00.txt'), path.join(folder, 'link.txt'));
    const before = readFileSync(path.join(root, '00.txt'), 'utf8');
    const problemOf = async (
      format: ExportFormat,
      target: string,
      mayReplace = true,
    ): Promise<string | undefined> =>
      (await exportCorpus(order(format, target, { mayReplace }))).problem?.rule;
    assert.equal(await problemOf('csv', 'corpus/00.txt'), 'isSource');
    assert.equal(await problemOf('iramuteq', 'link.txt'), 'isSource');
    assert.equal(await problemOf('csv', 'corpus/new/export.csv'), 'insideCorpus');
    assert.equal(await problemOf('txm', 'corpus/txm'), 'insideCorpus');
    assert.equal(await problemOf('bibtex', 'corpus/list.bib'), undefined);
    assert.equal(await problemOf('csv', 'corpus'), 'insideCorpus');
    assert.equal(await problemOf('txm', 'all-txm.out'), 'notEmpty');
    assert.equal(await problemOf('txm', 'all-csv.out'), 'notAFolder');
    assert.equal(await problemOf('csv', 'all-txm.out'), 'isAFolder');
    assert.equal(await problemOf('csv', 'all-csv.out', false), 'exists');
    assert.equal(await problemOf('csv', 'all-csv.out'), undefined);
    assert.equal(await problemOf('csv', 'nowhere/a.csv'), 'targetGone');
    mkdirSync(path.join(root, '.corpus'));
    assert.equal(await problemOf('csv', 'corpus/.corpus/export.csv'), undefined);
    assert.equal(readFileSync(path.join(root, '00.txt'), 'utf8'), before);
    assert.deepEqual(left(), []);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    for (const format of exportFormats) {
      const stop = new AbortController();
      const onProgress = ({ done }: { done: number }): void => {
        if (done === 5) stop.abort();
      };
      const report = await exportCorpus(
        order(format, `stopped-${format}`, { signal: stop.signal, onProgress }),
      );
      assert.equal(report.outcome, 'cancelled');
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => /stopped|\.tmp$/.test(name)),
      [],
    );
  });

  it('says what a full disk or a missing right is, and passes on what is no fault of the place', () => {
    const failed = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'write' });
    assert.equal(writeProblem(failed('ENOSPC'))?.rule, 'diskFull');
    assert.equal(writeProblem(failed('EACCES'))?.rule, 'noRights');
    assert.deepEqual(writeProblem(failed('EIO')), { rule: 'cannotWrite', values: { code: 'EIO' } });
    assert.equal(writeProblem(new Error('a bug')), undefined);
  });
});
