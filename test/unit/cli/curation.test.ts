import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInMemory } from './runInMemory.ts';

const line = 'La rédaction vous salue bien bas';
const article = [
  'Les dattes de Zagora arrivent à Marseille',
  '',
  'Publié le 3 mars 2019',
  '',
  'La coopérative de Zagora a livré jeudi ses premières caisses de dattes à Marseille, après un été passé à négocier ' +
    'le prix du transport. « Nous avons tenu parole », a déclaré sa présidente, qui attend une récolte meilleure.',
  '',
  line,
  '',
].join('\n');

describe('The command line in a folder that the user has put right', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'curation-'));
    mkdirSync(path.join(folder, 'journal'));
    mkdirSync(path.join(folder, '.corpus'));
    writeFileSync(path.join(folder, 'journal', 'a.txt'), article);
    writeFileSync(path.join(folder, 'journal', 'b.txt'), article);
    writeFileSync(
      path.join(folder, '.corpus', 'curation.yaml'),
      [
        'passages:',
        `  - { text: "${line}", is: notice, outlet: journal }`,
        'dates:',
        '  - { article: journal/a.txt, date: 1871 }',
        '  - { article: journal/b.txt, date: soon }',
      ].join('\n'),
    );
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('cleans what the user called boilerplate, from wherever it is called', async () => {
    for (const [cwd, name] of [
      [folder, 'journal/a.txt'],
      [path.join(folder, 'journal'), 'b.txt'],
    ] as const) {
      const { code, stdout } = await runInMemory(['clean', name], { cwd });
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, new RegExp(line));
      assert.match(stdout, /Nous avons tenu parole/);
    }
  });

  it('gives the date that the user gave, and says what is wrong in the file', async () => {
    const { stdout, stderr } = await runInMemory(['analyze', 'journal/a.txt', '--json'], { cwd: folder });
    const { date, datePrecision, dateEvidence } = JSON.parse(stdout) as {
      date: string;
      datePrecision: string;
      dateEvidence: { source: string; confidence: number };
    };
    assert.deepEqual([date, datePrecision], ['1871', 'year']);
    assert.deepEqual([dateEvidence.source, dateEvidence.confidence], ['curation', 1]);
    assert.match(stderr, /curation\.yaml:5:37: “soon” is no date/);
    const shown = await runInMemory(['analyze', 'journal/a.txt'], { cwd: folder });
    assert.match(shown.stdout, /1871 {2}\(said so in the curation file\)/);
  });

  it('says what is wrong in the file before it answers from the index', async () => {
    const env = { CORPUS_EXPLORER_HOME: path.join(folder, 'home') };
    const asked = await runInMemory(['entities', folder], { env });
    assert.match(asked.stderr, /curation\.yaml:5:37: “soon” is no date/);
    writeFileSync(path.join(folder, '.corpus', 'curation.yaml'), 'entities:\n  - { entity: "Zag');
    const broken = await runInMemory(['entities', folder], { env });
    assert.match(broken.stderr, /curation\.yaml:2:\d+: The file cannot be read as YAML/);
    assert.match(broken.stdout, /Zagora|Marseille/);
  });

  it('leaves articles elsewhere as they are', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
    writeFileSync(path.join(elsewhere, 'a.txt'), article);
    const { stdout } = await runInMemory(['clean', 'a.txt'], { cwd: elsewhere });
    rmSync(elsewhere, { recursive: true });
    assert.match(stdout, new RegExp(line));
  });

  it('names what the user calls a name, by the name that the user gave', async () => {
    const file = path.join(folder, '.corpus', 'curation.yaml');
    const mentions = async (): Promise<readonly string[]> => {
      const { stdout } = await runInMemory(['analyze', 'journal/a.txt', '--json'], { cwd: folder });
      const analysis = JSON.parse(stdout) as { mentions: { text: string; type: string; entity: string }[] };
      return analysis.mentions.map(({ text, type, entity }) => `${type} ${text} = ${entity}`);
    };
    assert.ok(!(await mentions()).some((mention) => mention.includes('transport')));
    writeFileSync(
      file,
      [
        'entities:',
        '  - { entity: transport, type: ORG, isEntity: true }',
        '  - { entity: transport, type: ORG, rename: Transport SA }',
        '  - { entity: Marseille, type: LOC, notAnEntity: true }',
      ].join('\n'),
    );
    const found = await mentions();
    assert.ok(found.includes('ORG transport = Transport SA'), found.join());
    assert.ok(!found.some((mention) => mention.includes('Marseille')), found.join());
    const { stdout } = await runInMemory(['analyze', 'journal/a.txt'], { cwd: folder });
    assert.match(stdout, /Transport SA ✎ \(1\)/);
  });
});
