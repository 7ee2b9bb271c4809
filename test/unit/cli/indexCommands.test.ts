import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { tryWriterLock } from '../../../src/engines/sqlite/writerLock.ts';
import { indexFile } from '../../../src/indexer/location.ts';
import { writeTinyModel } from '../indexer/ownModel/tinyModel.ts';
import { projectDir, runInMemory, type CliRun } from './runInMemory.ts';

const article = (title: string, date: string, text: string): string =>
  `${title}\nPar Salma Idrissi | Le ${date}\n\n${text} La décision a été prise mardi à Rabat par le conseil, qui ` +
  `s’est réuni pendant quatre heures et a entendu les représentants du personnel.\n`;

describe('the commands that ask an index', function () {
  this.timeout(60_000);
  let folder = '';
  const runIn = (storage: string, ...args: string[]): Promise<CliRun> =>
    runInMemory([...args, '--storage', path.join(folder, storage)], { cwd: folder });
  const run = (...args: string[]): Promise<CliRun> => runIn('storage', ...args);

  before(() => {
    assert.ok(existsSync(path.join(projectDir, 'dist', 'thread.js')), 'build first: npm run build');
    folder = mkdtempSync(path.join(tmpdir(), 'index-commands-'));
    mkdirSync(path.join(folder, 'corpus'));
    const put = (name: string, text: string): void => {
      writeFileSync(path.join(folder, 'corpus', name), text);
    };
    put(
      'a.txt',
      article('Le budget du port', '04/05/2016', 'La société Sidecom, filiale de Banque Atlas, investit.'),
    );
    put('b.txt', article('Une grue de plus', '11/06/2017', 'La société Sidecom a acheté une grue à Tanger.'));
    put('empty.txt', '');
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('index says what it read and what it left out', async () => {
    const { code, stdout, stderr } = await run('index', 'corpus');
    assert.equal(code, 1);
    assert.match(stdout, /^2 articles, 0 undated; /);
    assert.match(stderr, /left out: empty\.txt: The file is empty\./);
  });

  it('entities lists names with their counts', async () => {
    const { code, stdout } = await run('entities', 'corpus', '--type', 'org', '--jsonl');
    assert.equal(code, 0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { name: string; articles: number });
    assert.deepEqual(
      rows.filter(({ name }) => name === 'Sidecom').map(({ articles }) => articles),
      [2],
    );
  });

  it('finds names with a model in a folder, for one command or for all, and says what that lacks', async () => {
    await run('index', 'corpus');
    writeTinyModel(path.join(folder, 'model'), { Sidecom: 'B-PER', Atlas: 'B-ORG' });
    const other = await run('entities', 'corpus', '--model', 'model');
    assert.equal(other.stdout, 'ORG  Atlas  1 article, 1 mention\nPER  Sidecom  2 articles, 2 mentions\n');
    assert.match(other.stderr, /^The index is made anew/m);
    const env = { CORPUS_EXPLORER_MODEL: 'model' };
    const storage = ['--storage', path.join(folder, 'storage')];
    const same = await runInMemory(['entities', 'corpus', ...storage], { cwd: folder, env });
    assert.deepEqual(same, { ...other, stderr: '' });
    const one = await runInMemory(['analyze', 'corpus/b.txt'], { cwd: folder, env });
    assert.match(one.stdout, /^Organizations +none\nPeople +Sidecom \(1\)/m);
    const line = JSON.stringify({ id: 1, text: 'Sidecom, la filiale de Banque Atlas, investit à Rabat.' });
    const filter = await runInMemory(['analyze', '--jsonl', '--body', '--model', 'model'], {
      cwd: folder,
      stdin: `${line}\n`,
    });
    const { mentions } = JSON.parse(filter.stdout) as { mentions: { type: string; text: string }[] };
    assert.deepEqual(
      mentions.map(({ type, text }) => `${type} ${text}`),
      ['PER Sidecom', 'ORG Atlas'],
    );
    const missing = await run('entities', 'corpus', '--model', 'nowhere');
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /^There is no folder .*nowhere/);
    const cluster = await run('index', 'corpus', '--engine', 'http://localhost:1/x', '--model', 'model');
    assert.equal(cluster.code, 2);
    assert.match((await run('entities', 'corpus')).stdout, /^ORG {2}Sidecom/m);
  });

  it('articles narrows by entity and date, and writes CSV', async () => {
    const { stdout } = await run('articles', 'corpus', '--entity', 'sidecom', '--from', '2017', '--csv');
    const [header, ...rows] = stdout.trim().split('\n');
    assert.match(header ?? '', /^path,date,precision,title,/);
    assert.equal(rows.length, 1);
    assert.match(rows[0] ?? '', /^b\.txt,2017-06-11,day,Une grue de plus,/);
  });

  it('kwic shows words in their context', async () => {
    const { stdout } = await run('kwic', 'corpus', 'grue', '--jsonl');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { keyword: string; path: string });
    assert.ok(lines.length >= 1);
    for (const { keyword, path: file } of lines)
      assert.deepEqual([keyword.toLowerCase(), file], ['grue', 'b.txt']);
  });

  it('says what it does not find, and what it cannot read', async () => {
    const unknown = await run('articles', 'corpus', '--entity', 'Sidecomm');
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /Nothing is named “Sidecomm”/);
    const longer = await run('articles', 'corpus', '--entity', 'Ancienne Sidecom');
    assert.match(longer.stderr, /Did you mean Sidecom/);
    const empty = await run('kwic', 'corpus', ' ');
    assert.deepEqual([empty.code, empty.stdout], [2, '']);
    assert.match(empty.stderr, /no word to look for/);
    assert.match((await run('kwic', 'corpus', 'grue')).stdout, /^\S+ {2}b\.txt:\d+ {2}/);
    const date = await run('articles', 'corpus', '--from', 'yesterday');
    assert.equal(date.code, 2);
    assert.match(date.stderr, /from/);
    assert.equal((await run('index', 'nowhere')).code, 2);
    const query = await run('kwic', 'corpus', 'grue OR (port');
    assert.equal(query.code, 2);
    assert.match(query.stderr, /not closed\.\n {2}grue OR \(port\n {10}\^\n$/);
  });

  it('reads articles of every format, and finds words in records by their place', async () => {
    const formats = path.join(projectDir, 'test', 'fixtures', 'formats');
    const { code, stdout, stderr } = await run('index', formats);
    assert.equal(code, 1);
    assert.match(stdout, /^9 articles, 0 undated; /);
    assert.match(
      stderr,
      /read in part: vigie\.jsonl: 2 of 5 records could not be read, the first at line 3\. /,
    );
    assert.match(stderr, /noted: textes\/metadata\.csv: Rows that name no file of the folder: 1 of 3/);
    const lines = (await run('kwic', formats, 'phares', '--jsonl')).stdout.trim().split('\n');
    const found = lines.map((line) => JSON.parse(line) as { path: string; keyword: string });
    assert.ok(found.some((each) => each.path === 'tableau.csv#2' && each.keyword === 'Phares'));
    assert.ok(found.some((each) => each.path === 'port.md'));
    assert.ok(found.some((each) => each.path === 'agenda.html'));
  });

  it('export writes a table to stdout, a folder for TXM, and refuses to write into the corpus', async () => {
    const table = await run('export', 'corpus', '--format', 'csv', '--entity', 'Sidecom', '--from', '2017');
    assert.equal(table.code, 0);
    const [header, ...rows] = table.stdout.split('\r\n').filter((row) => row !== '');
    assert.match(header!, /^\uFEFFtitle,date,outlet,path,line,/);
    assert.equal(rows.length, 1);
    assert.match(rows[0]!, /^Une grue de plus,2017-06-11,.*b\.txt,4,.*11\/06\/2017,2,.*Sidecom · from 2017$/);
    const lines = await run('export', 'corpus', '--format', 'jsonl', '--kwic', 'grue');
    assert.deepEqual(
      lines.stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { line: number }).line),
      [1, 4],
    );
    const nothing = await run('export', 'corpus', '--format', 'csv', '--words', 'introuvable');
    assert.equal(nothing.code, 1);
    assert.match(nothing.stdout, /^\uFEFFtitle,/);
    assert.match(nothing.stderr, /Nothing was found/);
    const folderOf = await run('export', 'corpus', '--format', 'txm', '--out', 'txm');
    assert.equal(folderOf.code, 0);
    assert.ok(existsSync(path.join(folder, 'txm', 'metadata.csv')));
    for (const args of [
      ['--format', 'csv', '--out', 'corpus/a.txt', '--force'],
      ['--format', 'csv', '--out', 'corpus/new.csv'],
      ['--format', 'txm', '--out', 'txm'],
      ['--format', 'txm'],
      ['--format', 'csv', '--kwic', 'grue', '--mentions', 'Sidecom'],
      ['--format', 'word'],
    ]) {
      assert.equal((await run('export', 'corpus', ...args)).code, 2, args.join(' '));
    }
  });

  it('dossier prints Markdown with links from here, writes a file, and refuses the corpus', async () => {
    const { code, stdout } = await run('dossier', 'corpus', 'Sidecom');
    assert.equal(code, 0);
    assert.match(stdout, /^# Sidecom\n/);
    assert.match(stdout, /\(<corpus\/a\.txt#L\d+>\)/);
    assert.equal((await run('dossier', 'corpus', 'Sidecom', '--out', 'sidecom.md')).code, 0);
    assert.equal((await run('dossier', 'corpus', 'Sidecom', '--out', 'sidecom.md')).code, 2);
    assert.equal((await run('dossier', 'corpus', 'Sidecom', '--out', 'corpus/sidecom.md')).code, 2);
    assert.equal((await run('dossier', 'corpus', 'Nobody at all')).code, 1);
    const json = await run('dossier', 'corpus', 'Sidecom', '--json');
    assert.equal((JSON.parse(json.stdout) as { card: { name: string } }).card.name, 'Sidecom');
  });

  it('search and cooccur print what they found with its place, and say by the exit code when there is nothing', async () => {
    const found = await run('search', 'corpus', 'filiale', '--jsonl');
    assert.equal(found.code, 0);
    const row = JSON.parse(found.stdout) as { path: string; line: number; snippet: string };
    assert.deepEqual([row.path, row.line], ['a.txt', 4]);
    assert.match(row.snippet, /filiale de Banque Atlas/);
    for (const command of ['search', 'kwic']) {
      const { code, stdout, stderr } = await run(command, 'corpus', 'introuvable', '--jsonl');
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /^Nothing was found\.$/m);
    }
    assert.equal((await run('search', 'corpus', '(grue')).code, 2);
    const pairs = await run('cooccur', 'corpus', '--once', '--minimum', '1', '--csv');
    assert.match(pairs.stdout, /^first,second,together,articles,score/);
    assert.equal((await run('cooccur', 'corpus', '--unit', 'page')).code, 2);
    const all = await run('cooccur', 'corpus', '--minimum', '1', '--type', 'all', '--jsonl');
    const rows = all.stdout.trim().split('\n');
    assert.ok(rows.length > pairs.stdout.trim().split('\n').length - 1, 'no person or place is in a pair');
    assert.equal((await run('cooccur', 'corpus', '--type', 'org,firm')).code, 2);
  });

  it('reads an index that another process writes as it is, and says so', async () => {
    const lock = tryWriterLock(indexFile(path.join(folder, 'storage'), path.join(folder, 'corpus')))!;
    const late = path.join(folder, 'corpus', 'late.txt');
    try {
      writeFileSync(late, article('Un quai de plus', '12/06/2017', 'La société Sidecom a acheté un quai.'));
      const { code, stdout, stderr } = await run('articles', 'corpus', '--jsonl');
      assert.equal(code, 0);
      assert.equal(stdout.trim().split('\n').length, 2);
      assert.match(stderr, /another command is writing.* answered from the 2 articles in it/);
      const fresh = await runIn('other', 'articles', 'corpus');
      assert.match(fresh.stdout, /Un quai de plus/, 'in a storage of its own nobody else writes');
      const waiting = run('index', 'corpus', '--json');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      lock.release();
      const whole = await waiting;
      assert.match(whole.stderr, /waiting for it to end/);
      assert.equal((JSON.parse(whole.stdout) as { articles: number }).articles, 3);
    } finally {
      lock.release();
      rmSync(late);
    }
  });

  it('ends partly when the corpus is not read to its end by the one who writes', async () => {
    const storage = path.join(folder, 'half');
    const lock = tryWriterLock(indexFile(storage, path.join(folder, 'corpus')))!;
    try {
      await openSqliteIndex(indexFile(storage, path.join(folder, 'corpus')), {
        isWriter: true,
      }).index.close();
      const { code, stderr } = await runIn('half', 'articles', 'corpus');
      assert.equal(code, 1);
      assert.match(stderr, /not all of the folder is read yet/);
    } finally {
      lock.release();
    }
  });

  it('tells a terminal nothing but words', async () => {
    const place = path.join(folder, 'corpus', 'escape.txt');
    const title = '\u001b]0;owned\u0007Une \u001b[31mgrue\u009b2J rouge';
    writeFileSync(place, article(title, '11/06/2018', 'La société Sidecom a acheté une grue.'));
    try {
      const { stdout } = await run('articles', 'corpus', '--from', '2018');
      assert.match(stdout, /grue/);
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    } finally {
      rmSync(place);
    }
  });
});
