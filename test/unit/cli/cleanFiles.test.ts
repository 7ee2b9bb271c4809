import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { runInMemory } from './runInMemory.ts';

const body =
  'La coopérative de Zagora a livré jeudi ses premières caisses de dattes à Marseille, après un été passé à négocier ' +
  'le prix du transport. « Nous avons tenu parole », a déclaré sa présidente, qui attend une récolte meilleure l’an prochain.';
const teasers = [
  'Articles similaires',
  '',
  'Economie',
  'Un budget en baisse pour les routes du Sud...',
  '',
  'Economie',
  'Les banques prudentes devant la hausse des taux...',
];
const dirty = ['Les dattes de Zagora arrivent à Marseille', '', body, '', ...teasers].join('\r\n');

describe('clean', () => {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'clean-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints the cleaned text and leaves the file alone', async () => {
    writeFileSync(at('a.txt'), dirty);
    const { code, stdout } = await runInMemory(['clean', 'a.txt'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /Nous avons tenu parole/);
    assert.doesNotMatch(stdout, /Articles similaires/);
    assert.equal(readFileSync(at('a.txt'), 'utf8'), dirty);
  });

  it('replaces a file only with --write, in its encoding, with its line ends and mode', async () => {
    writeFileSync(at('a.txt'), iconv.encode(dirty, 'windows-1252'), { mode: 0o640 });
    assert.equal((await runInMemory(['clean', 'a.txt', '--write'], { cwd: folder })).code, 0);
    const text = iconv.decode(readFileSync(at('a.txt')), 'windows-1252');
    assert.ok(text.startsWith(`Les dattes de Zagora arrivent à Marseille\r\n\r\n${body}`));
    assert.doesNotMatch(text, /Articles similaires/);
    assert.equal(statSync(at('a.txt')).mode & 0o777, 0o640);
  });

  it('prints a unified diff with --diff', async () => {
    writeFileSync(at('a.txt'), dirty);
    const { stdout } = await runInMemory(['clean', '--diff', 'a.txt'], { cwd: folder });
    assert.match(stdout, /^-Articles similaires/m);
    assert.equal(readFileSync(at('a.txt'), 'utf8'), dirty);
  });

  it('writes copies with --out, never over the original', async () => {
    writeFileSync(at('a.txt'), dirty);
    assert.equal((await runInMemory(['clean', 'a.txt', '--out', 'copies'], { cwd: folder })).code, 0);
    assert.ok(existsSync(at('copies/a.txt')));
    const same = await runInMemory(['clean', 'a.txt', '--out', '.'], { cwd: folder });
    assert.equal(same.code, 1);
    assert.equal(readFileSync(at('a.txt'), 'utf8'), dirty);
  });

  it('goes on after a file that cannot be read', async () => {
    writeFileSync(at('a.txt'), dirty);
    const { code, stdout, stderr } = await runInMemory(['clean', '--json', 'none.txt', 'a.txt'], {
      cwd: folder,
    });
    assert.equal(code, 1);
    assert.match(stderr, /none\.txt/);
    const answer = JSON.parse(stdout) as { file: string; removed: { kind: string; rule: string }[] };
    assert.equal(answer.file, 'a.txt');
    assert.ok(answer.removed.length > 0);
  });

  it('does not print several files into one stream', async () => {
    assert.equal((await runInMemory(['clean', 'a.txt', 'b.txt'], { cwd: folder })).code, 2);
  });

  it('leaves a damaged file alone', async () => {
    writeFileSync(
      at('a.txt'),
      Buffer.concat([Buffer.from(dirty), Buffer.from([0x20, 0xff, 0xfe, 0xfa, 0x20])]),
    );
    const before = readFileSync(at('a.txt'));
    const { code, stderr } = await runInMemory(['clean', '--write', 'a.txt'], { cwd: folder });
    // Either the bytes prove another encoding, in which the file is written back whole, or the file is left alone.
    if (code === 0) assert.ok(readFileSync(at('a.txt')).subarray(-5).equals(before.subarray(-5)));
    else assert.match(stderr, /left alone/);
  });
});
