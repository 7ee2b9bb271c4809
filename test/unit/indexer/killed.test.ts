import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusIndex } from '../../../src/core/index.ts';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { withFolder, writeFiles } from './folder.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const script = fileURLToPath(new URL('./indexingProcess.ts', import.meta.url));
const pool = createInProcessPool(stubAnalysis);
const names = ['ACME', 'ZETA', 'NOVA', 'OMEGA', 'SIGMA'];
/** Every so many kills the index is compared with one built from nothing. */
const killsBetween = 12;
/** `npm run test:nightly` asks for five hundred. */
const kills = Number(process.env['CORPUS_EXPLORER_KILLS'] ?? 24);

/** Some articles, the same for the same round; later rounds change and remove some of the earlier ones. */
function change(root: string, round: number): void {
  for (let i = 0; i < 400; i++) {
    if ((i + round) % 3 === 0) continue;
    const mentions = names.filter((_, n) => (i + round) % (n + 2) === 0).join(' and ');
    const day = String(1 + (i % 28)).padStart(2, '0');
    writeFiles(root, {
      [`${i % 7}/${i}.txt`]: `Round ${round} of ${i}\n2004-0${1 + (i % 9)}-${day} ${mentions} `.repeat(
        1 + (i % 3),
      ),
    });
  }
  const lines = Array.from({ length: 500 }, (_, i) => {
    const text = `Record ${i} of ${round}\n2005-0${1 + (i % 9)}-01 ${names[(i + round) % names.length]} `;
    return JSON.stringify({ text });
  });
  writeFiles(root, { 'records.jsonl': lines.join('\n') });
  for (let i = round; i < 400; i += 17) rmSync(join(root, `${i % 7}/${i}.txt`), { force: true });
}

/** Starts indexing in a process of its own and kills it after some milliseconds of work. True when it came to its end. */
function indexAndKill(root: string, file: string, afterMs: number, mode: string): Promise<boolean> {
  const child = spawn(process.execPath, [script, root, file, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (output === 'started\n') setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('error', reject);
    child.on('close', () => resolve(output.includes('done')));
  });
}

async function everything(index: CorpusIndex): Promise<unknown> {
  const { generation, ...status } = await index.status();
  assert.ok(generation > 0);
  const all = { limit: 10_000 };
  return {
    status,
    organizations: (await index.facet({}, 'ORG', all)).items,
    months: (await index.histogram({}, 'month')).periods,
    articles: (await index.documents({}, 'date', all)).items,
    together: (await index.facet({ entities: ['ORG:acme'], words: 'round' }, 'ORG', all)).items,
    cards: await Promise.all(
      names.map(async (name) => {
        const card = await index.entity(`ORG:${name.toLowerCase()}`);
        return card && { ...card, generation: 0 };
      }),
    ),
    suggestions: await index.suggest('o', 10),
  };
}

/** Brings the index up to date and compares it with one that knows nothing of what happened before. */
async function equalsFresh(root: string, file: string): Promise<void> {
  const fresh = `${file}.fresh`;
  rmSync(fresh, { force: true });
  const [survivor, built] = [openSqliteIndex(file).index, openSqliteIndex(fresh).index];
  await indexCorpus({ root, index: survivor, pool });
  await indexCorpus({ root, index: built, pool });
  assert.deepEqual(await everything(survivor), await everything(built));
  await survivor.close();
  await built.close();
}

describe('an indexing process that is killed', () => {
  it('leaves an index that opens, and that after catching up equals one built from nothing', async function () {
    this.timeout(60_000 + kills * 20_000);
    await withFolder(async (folder) => {
      const root = join(folder, 'corpus');
      const file = join(folder, 'index.sqlite');
      let killed = 0;
      for (let round = 0; round < kills; round++) {
        change(root, round);
        const afterMs = Math.random() * 400;
        // In small batches a kill meets more states; larger ones are kept together.
        const mode = round % 3 === 0 ? 'unasked' : 'asked';
        if (!(await indexAndKill(root, file, afterMs, mode))) killed++;
        const { index, state } = openSqliteIndex(file);
        assert.notEqual(state, 'rebuilt', `killed after ${afterMs} ms in round ${round}`);
        const status = await index.status();
        const { total } = await index.documents({}, 'date', { limit: 1 });
        assert.equal(total, status.articles, 'counts hold in whatever state it was left');
        await index.close();
        if (round % killsBetween === killsBetween - 1) await equalsFresh(root, file);
      }
      assert.ok(killed > 0, 'no run was cut short: the test says nothing');
    });
  });
});
