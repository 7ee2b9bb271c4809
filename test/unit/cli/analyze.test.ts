import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInMemory } from './runInMemory.ts';

const article = [
  'Le port sec de Bouznika ouvre ses quais',
  'Par Nadia Ferhat | Le 14/03/2018',
  '',
  'La société Rivamar a inauguré mardi le port sec de Bouznika, deux ans après le début des travaux. ' +
    'Le président de Rivamar, Karim Belhadi, a remercié les équipes qui ont tenu le calendrier malgré les pluies.',
  '',
  'Les premiers conteneurs doivent arriver avant la fin du mois, selon la direction du groupe.',
].join('\n');

const answerFields = [
  'id',
  'title',
  'date',
  'datePrecision',
  'dateEvidence',
  'authors',
  'outlet',
  'aggregator',
  'lang',
  'cleaned',
  'removed',
  'mentions',
];

describe('analyze --jsonl', () => {
  const jsonl = (values: readonly unknown[]): string =>
    values.map((value) => JSON.stringify(value)).join('\n');
  const answers = (stdout: string): Record<string, unknown>[] =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('answers in input order with the fields of the contract', async () => {
    const stdin = jsonl([
      { id: 'a', text: article },
      { id: 7, text: 'Rien.' },
      { id: 'c', text: '' },
    ]);
    const { code, stdout } = await runInMemory(['analyze', '--jsonl'], { stdin });
    assert.equal(code, 0);
    const [first, ...rest] = answers(stdout);
    assert.deepEqual(
      rest.map((answer) => answer.id),
      ['7', 'c'],
    );
    for (const field of answerFields) assert.ok(first !== undefined && field in first, field);
    assert.equal(first?.date, '2018-03-14');
    assert.equal(first.datePrecision, 'day');
    assert.deepEqual(first.authors, ['Nadia Ferhat']);
    assert.equal(first.lang, 'fr');
  });

  it('gives the quote of a date at its offset', async () => {
    const { stdout } = await runInMemory(['analyze', '--jsonl'], {
      stdin: jsonl([{ id: 'a', text: article }]),
    });
    const { quote, start, end } = answers(stdout)[0]?.dateEvidence as {
      quote: string;
      start: number;
      end: number;
    };
    assert.equal(article.slice(start, end), quote);
  });

  it('reports a bad line in its place and goes on', async () => {
    const stdin = [
      '{"id":"a","text":"Un."}',
      '{broken',
      '[]',
      '{"text":"x"}',
      '{"id":"e"}',
      '',
      '{"id":"f","text":"Deux."}',
    ].join('\n');
    const { code, stdout, stderr } = await runInMemory(['analyze', '--jsonl'], { stdin });
    assert.equal(code, 1);
    assert.match(stderr, /4 lines/);
    const lines = answers(stdout);
    assert.deepEqual(
      lines.map((answer) => ('error' in answer ? answer.line : answer.id)),
      ['a', 2, 3, 4, 5, 'f'],
    );
    assert.equal(lines[4]?.id, 'e');
  });

  it('gives no date that lies in the future', async () => {
    const text = article.replace('14/03/2018', '14/03/2091');
    const { stdout } = await runInMemory(['analyze', '--jsonl'], { stdin: jsonl([{ id: 'a', text }]) });
    assert.equal(answers(stdout)[0]?.date, null);
  });

  it('returns the text that offsets index when it was given HTML', async () => {
    const html = `<html><body><h1>Le port sec ouvre</h1><p>Un premier paragraphe.</p></body></html>`;
    const { stdout } = await runInMemory(['analyze', '--jsonl'], { stdin: jsonl([{ id: 'h', html }]) });
    assert.match(String(answers(stdout)[0]?.text), /Un premier paragraphe\./);
  });

  it('cleans nothing with --body', async () => {
    const text = `${article}\n\nPartager sur Facebook\nTwitter\nLinkedIn\nWhatsApp`;
    const { stdout } = await runInMemory(['analyze', '--jsonl', '--body'], {
      stdin: jsonl([{ id: 'b', text }]),
    });
    assert.equal(answers(stdout)[0]?.cleaned, text);
    assert.deepEqual(answers(stdout)[0]?.removed, []);
  });

  it('takes the other fields of a line for what they say, beside those of the contract', async () => {
    const text = 'La société Rivamar a ouvert mardi ses quais au public.\n\nLa foule était nombreuse.';
    const stdin = jsonl([
      {
        id: 'a',
        text,
        title: 'Les quais',
        pubDate: '2017-05-04',
        auteur: 'Nadia Ferhat',
        scraped_at: '2024-01-01',
      },
      { id: 'b', text, scraped_at: '2024-01-01' },
      { id: 'c', text, source: 'quais', lang: 'fr' },
    ]);
    const { stdout } = await runInMemory(['analyze', '--jsonl'], { stdin });
    const [first, second, third] = answers(stdout);
    assert.equal(first?.title, 'Les quais');
    assert.equal(first.date, '2017-05-04');
    assert.deepEqual(first.authors, ['Nadia Ferhat']);
    assert.equal((first.dateEvidence as { source: string }).source, 'field:pubDate');
    assert.equal(second?.date, null);
    // `source` tells outlets apart, and is no outlet's name.
    assert.equal(third?.outlet, null);
  });

  it('knows with --corpus what repeats among the records', async () => {
    const slogan = 'Le quotidien des quais et des hommes qui les font vivre depuis trente ans';
    const texts = ['Le vent', 'La grue', 'Le phare', 'La marée', 'Le remorqueur'].map(
      (subject) =>
        `${slogan}\n${subject} tourne\n\n${subject} a occupé le conseil municipal pendant toute la soirée de mardi, ` +
        `et les élus ont fini par voter le budget que la capitainerie demandait depuis l’automne dernier.`,
    );
    const stdin = jsonl(texts.map((text, i) => ({ id: `t${i}`, text, source: 'quais' })));
    const { stdout } = await runInMemory(['analyze', '--jsonl', '--corpus'], { stdin });
    for (const answer of answers(stdout))
      assert.doesNotMatch(String(answer.cleaned), /Le quotidien des quais/);
  });
});

describe('analyze FILE', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'analyze-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('describes one record of a file, and a Markdown file by its front matter', async () => {
    const record = (n: number): string =>
      JSON.stringify({ headline: `Quai ${n}`, date: `2017-05-0${n}`, body: article });
    writeFileSync(path.join(folder, 'quais.jsonl'), `${record(1)}\n${record(2)}\n`);
    writeFileSync(path.join(folder, 'quai.md'), `---\ntitle: Le quai\ndate: 2016-02-03\n---\n\n${article}`);
    const run = (name: string) => runInMemory(['analyze', name], { cwd: folder });
    const second = await run('quais.jsonl#2');
    assert.equal(second.code, 0);
    assert.match(second.stdout, /^Title +Quai 2$/m);
    assert.match(second.stdout, /^Date +2017-05-02 /m);
    assert.match((await run('quai.md')).stdout, /^Date +2016-02-03 /m);
    const whole = await run('quais.jsonl');
    assert.equal(whole.code, 1);
    assert.match(whole.stderr, /name one of them, quais\.jsonl#1/);
    assert.match((await run('quais.jsonl#3')).stderr, /no record 3/);
  });

  it('reads what a table beside a text says of it', async () => {
    writeFileSync(path.join(folder, 'metadata.csv'), 'id;date\nphare;2015-04-03\n');
    writeFileSync(path.join(folder, 'phare.txt'), 'Le phare\n\nLe phare est rallumé.');
    const { stdout } = await runInMemory(['analyze', 'phare.txt'], { cwd: folder });
    assert.match(stdout, /^Date +2015-04-03 /m);
  });

  it('describes a file for a person', async () => {
    writeFileSync(path.join(folder, 'port.txt'), article);
    const { code, stdout } = await runInMemory(['analyze', 'port.txt'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /^Title +Le port sec de Bouznika ouvre ses quais$/m);
    assert.match(stdout, /^Date +2018-03-14 /m);
  });

  it('says what is wrong with a file', async () => {
    writeFileSync(
      path.join(folder, 'image.txt'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 0]),
    );
    const missing = await runInMemory(['analyze', 'none.txt'], { cwd: folder });
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /none\.txt: cannot be read \(ENOENT\)/);
    const binary = await runInMemory(['analyze', 'image.txt'], { cwd: folder });
    assert.equal(binary.code, 1);
    assert.match(binary.stderr, /image\.txt: The file is not a text/);
    const directory = await runInMemory(['analyze', '.'], { cwd: folder });
    assert.match(directory.stderr, /is a folder/);
  });

  it('answers a wrong call with usage', async () => {
    assert.equal((await runInMemory(['analyze'])).code, 2);
    assert.equal((await runInMemory(['analyze', 'a.txt', '--jsonl'])).code, 2);
    assert.equal((await runInMemory(['no-such-command'])).code, 2);
    assert.equal((await runInMemory(['--help'])).code, 0);
  });
});
