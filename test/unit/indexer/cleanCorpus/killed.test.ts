import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder, writeFiles } from '../folder.ts';
import { cleanFolder, stubArticle } from './cleaningFixture.ts';

const script = join(import.meta.dirname, 'cleaningProcess.ts');
const articles = 160;
const kills = 6;

describe('a cleaning process that is killed', () => {
  for (const format of ['txt', 'jsonl'] as const) {
    it(`leaves whole ${format} copies, and what goes on from there equals an uninterrupted run`, async function () {
      this.timeout(180_000);
      await withFolder(async (folder) => {
        const [root, target, fresh] = ['corpus', 'copies', 'fresh'].map((name) => join(folder, name)) as [
          string,
          string,
          string,
        ];
        writeFiles(root, corpus(0));
        await cleanFolder(root, { target: fresh, format, withMap: true });
        const whole = outputs(fresh);
        let killed = 0;
        let kept = 0;
        for (let round = 0; round < kills; round++) {
          if (!(await cleanAndKill([root, target, format], round))) killed++;
          kept = Math.max(kept, checkWhole(target, whole, format));
        }
        assert.ok(killed > 1, 'hardly a run was cut short: the test says nothing');
        assert.ok(kept > 0, 'no run got anywhere before it was killed: the test says nothing');
        const { outcome } = await cleanFolder(root, { target, format, withMap: true });
        assert.equal(outcome, 'complete');
        assert.deepEqual(outputs(target), whole);
      });
    });
  }

  it('equals an uninterrupted run too when the corpus changes between the kills', async function () {
    this.timeout(180_000);
    await withFolder(async (folder) => {
      const [root, target, fresh] = ['corpus', 'copies', 'fresh'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      let killed = 0;
      for (let round = 0; round < kills; round++) {
        writeFiles(root, corpus(round));
        rmSync(join(root, `2/${round}.txt`), { force: true });
        if (!(await cleanAndKill([root, target, 'jsonl'], round))) killed++;
      }
      assert.ok(killed > 1, 'hardly a run was cut short: the test says nothing');
      await cleanFolder(root, { target, format: 'jsonl', withMap: true });
      await cleanFolder(root, { target: fresh, format: 'jsonl', withMap: true });
      assert.deepEqual(outputs(target), outputs(fresh));
    });
  });
});

/** Some articles are others in every round. */
function corpus(round: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: articles }, (_, i) => {
      const title = i % 50 === round ? `Number ${i} of round ${round}` : `Number ${i}`;
      return [`${i % 4}/${i}.txt`, stubArticle(title, i % 4, 3 + (i % 9))];
    }),
  );
}

/** Starts a process and kills it some time after it entered a phase. Returns whether it came to its end before. */
function cleanAndKill(args: readonly string[], round: number): Promise<boolean> {
  // The second run of three is killed before it writes: while it looks at what the first has left.
  const phase = round % 3 === 1 ? 'listing' : 'cleaning';
  const afterMs = Math.random() * 100;
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      const isEntered = output.includes(phase);
      output += data.toString();
      if (!isEntered && output.includes(phase)) setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('close', () => {
      resolve(output.includes('complete'));
    });
  });
}

/** Every copy that is there is one of the uninterrupted run, but for a torn last line. Returns how many there are. */
function checkWhole(target: string, whole: Readonly<Record<string, string>>, format: string): number {
  if (format === 'jsonl') {
    const file = join(target, 'articles.jsonl');
    if (!existsSync(file)) return 0;
    const text = readFileSync(file, 'utf8');
    const lines = text.slice(0, text.lastIndexOf('\n') + 1);
    assert.ok(whole['articles.jsonl']!.startsWith(lines), 'whole lines, in order');
    return lines.split('\n').length - 1;
  }
  const copies = globSync('**/*.{txt,json}', { cwd: target });
  for (const copy of copies) assert.equal(readFileSync(join(target, copy), 'utf8'), whole[copy], copy);
  return copies.length;
}

function outputs(target: string): Record<string, string> {
  const paths = globSync('**/*', { cwd: target }).filter((path) => statSync(join(target, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(target, path), 'utf8')]));
}
