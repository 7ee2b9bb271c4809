import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { createInProcessPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { withFolder, writeFiles } from '../indexer/folder.ts';
import { stubAnalysis } from '../indexer/stubAnalysis.ts';

const script = fileURLToPath(new URL('../indexer/indexingProcess.ts', import.meta.url));
const pool = createInProcessPool(stubAnalysis);

describe('an index that finds the disk full', () => {
  it('keeps what it has, says why it stopped, and goes on when there is room', async function () {
    // No shell there that limits the size of files.
    if (process.platform === 'win32') this.skip();
    this.timeout(120_000);
    await withFolder(async (folder) => {
      const root = join(folder, 'corpus');
      const names = ['ACME', 'ZETA', 'NOVA', 'OMEGA'];
      const texts = Array.from({ length: 900 }, (_, i) => {
        const words = Array.from({ length: 120 }, (__, n) => `word${(i * 31 + n * n) % 5000}`).join(' ');
        return [`${i}.txt`, `Title ${i}\n2004-05-06 ${names[i % 4]} ${words}`] as const;
      });
      writeFiles(root, Object.fromEntries(texts));
      const file = join(folder, 'index.sqlite');
      // Blocks of 1,024 bytes; beyond them a write fails as on a full disk, once the signal is ignored.
      const limited = `trap '' XFSZ; ulimit -f 900; exec "$0" "$@"`;
      const run = spawnSync('bash', ['-c', limited, process.execPath, script, root, file], {
        encoding: 'utf8',
      });
      assert.notEqual(run.status, 0, 'there was room for all: the test says nothing');
      assert.match(run.stderr, /The index cannot be written .*Make room, then refresh/);
      const { index, state } = openSqliteIndex(file);
      assert.notEqual(state, 'rebuilt');
      const { articles, isComplete } = await index.status();
      assert.ok(articles > 0 && articles < texts.length, `${articles} articles`);
      assert.equal(isComplete, false);
      assert.equal((await index.documents({}, 'date', { limit: 1 })).total, articles);
      const organizations = (await index.facet({}, 'ORG', { limit: 10 })).items;
      assert.equal(
        organizations.reduce((sum, each) => sum + each.articles, 0),
        articles,
      );
      const { outcome } = await indexCorpus({ root, index, pool });
      assert.equal(outcome, 'complete');
      assert.deepEqual(
        (await index.facet({}, 'ORG', { limit: 10 })).items.map((each) => each.articles),
        [225, 225, 225, 225],
      );
      await index.close();
    });
  });
});
