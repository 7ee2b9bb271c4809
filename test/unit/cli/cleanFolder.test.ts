import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectDir, runInMemory, type CliRun } from './runInMemory.ts';

const article = (town: string, date: string): string =>
  [
    `La halle de ${town} rouvre ses portes`,
    `Par Salma Idrissi | Le ${date}`,
    '',
    `La société Sidecom a rendu mardi les clés de la halle de ${town}, après deux ans de travaux. « Nous avons tenu ` +
      `le calendrier », a déclaré le chef du chantier devant les marchands, qui attendaient depuis le printemps.`,
    `Le conseil de ${town} paiera la moitié de la facture ; le reste viendra des loyers, pendant quinze ans encore.`,
    '',
    'Articles similaires',
    '',
    'Economie',
    'Un budget en baisse pour les routes du Sud...',
    '',
  ].join('\n');

describe('clean DIR --out DIR', function () {
  this.timeout(60_000);
  let folder = '';
  const at = (...names: string[]): string => path.join(folder, ...names);
  const run = (...args: string[]): Promise<CliRun> =>
    runInMemory([...args, '--storage', at('storage')], { cwd: folder });

  before(() => {
    assert.ok(existsSync(path.join(projectDir, 'dist', 'thread.js')), 'build first: npm run build');
    folder = mkdtempSync(path.join(tmpdir(), 'clean-folder-'));
    mkdirSync(at('corpus', 'sud'), { recursive: true });
    writeFileSync(at('corpus', 'a.txt'), article('Zagora', '04/05/2016'));
    writeFileSync(at('corpus', 'sud', 'b.txt'), article('Errachidia', '11/06/2017'));
    writeFileSync(at('corpus', 'sud', 'c.txt'), article('Taza', '12/07/2018'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes copies and a report, and goes on from there the next time', async () => {
    const { code, stdout } = await run('clean', 'corpus', '--out', 'copies');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^3 articles: 3 cleaned, 0 with nothing to remove, 0 copied unchanged, 0 left out; report: copies.loss-report\.md\n$/,
    );
    assert.doesNotMatch(readFileSync(at('copies', 'sud', 'b.txt'), 'utf8'), /Articles similaires/);
    const again = await run('clean', 'corpus', '--out', 'copies', '--json');
    assert.match(again.stderr, /3 articles of an earlier run taken over/);
    assert.equal((JSON.parse(again.stdout) as { takenOver: number }).takenOver, 3);
  });

  it('writes one file of JSON lines, of the articles of a filter', async () => {
    const { code } = await run('clean', 'corpus', '--out', 'lines', '--format', 'jsonl', '--from', '2017');
    assert.equal(code, 0);
    const lines = readFileSync(at('lines', 'articles.jsonl'), 'utf8').trim().split('\n');
    const articles = lines.map((line) => JSON.parse(line) as { id: string; date: string });
    assert.deepEqual(
      articles.map(({ id, date }) => [id, date]),
      [
        ['sud/b.txt', '2017-06-11'],
        ['sud/c.txt', '2018-07-12'],
      ],
    );
    assert.match(readFileSync(at('lines', 'loss-report.md'), 'utf8'), /Filter: from 2017/);
  });

  it('says why a folder cannot be used, and which options are not for folders', async () => {
    const inside = await run('clean', 'corpus', '--out', 'corpus/copies');
    assert.equal(inside.code, 2);
    assert.match(inside.stderr, /lies in the corpus/);
    assert.equal(existsSync(at('corpus', 'copies')), false);
    assert.equal((await run('clean', 'corpus')).code, 2);
    assert.match((await run('clean', 'corpus', '--write')).stderr, /--write is for files/);
    const file = await runInMemory(['clean', 'corpus/a.txt', '--map'], { cwd: folder });
    assert.match(file.stderr, /--map is for a folder/);
  });

  it('keeps what is done when it is interrupted, and says how to go on', async () => {
    const { code, stderr } = await runInMemory(
      ['clean', 'corpus', '--out', 'cut', '--storage', at('storage')],
      {
        cwd: folder,
        signal: AbortSignal.abort(),
      },
    );
    assert.equal(code, 130);
    assert.equal(stderr.includes('Error'), false);
  });
});

describe('clean FILE', () => {
  it('leaves alone what is no article, or would lose nearly all, unless forced', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'clean-refused-'));
    const log = Array.from({ length: 8 }, (_, i) => `2024-05-06 10:11:0${i} INFO a job was started\n`).join(
      '',
    );
    writeFileSync(path.join(folder, 'log.txt'), log);
    writeFileSync(path.join(folder, 'a.txt'), article('Zagora', '04/05/2016'));
    const refused = await runInMemory(['clean', 'log.txt'], { cwd: folder });
    assert.deepEqual([refused.code, refused.stdout], [1, log]);
    assert.match(refused.stderr, /log\.txt: not cleaned: This reads as a log/);
    assert.equal((await runInMemory(['clean', 'log.txt', '--force'], { cwd: folder })).code, 0);
    const floor = await runInMemory(['clean', 'a.txt', '--floor', '99'], { cwd: folder });
    assert.match(floor.stderr, /would leave \d+ % of the words/);
    assert.equal((await runInMemory(['clean', 'a.txt', '--floor', 'x'], { cwd: folder })).code, 2);
    rmSync(folder, { recursive: true });
  });
});
