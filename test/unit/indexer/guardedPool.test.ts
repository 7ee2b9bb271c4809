import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ArticleRecord } from '../../../src/core/index.ts';
import { AnalysisFailed, createInProcessPool, type AnalysisPool } from '../../../src/indexer/analysisPool.ts';
import { guardedPool, withGuardedPool } from '../../../src/indexer/guardedPool.ts';
import { TriedArticles } from '../../../src/indexer/triedArticles.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const record = (id: string): ArticleRecord => ({ id, text: `About ${id}` });
const quick = createInProcessPool(stubAnalysis);

/** A pool that never answers for some articles, as one whose process dies meanwhile. */
function stuckOn(...ids: readonly string[]): AnalysisPool {
  const never = new Promise<never>(() => undefined);
  return {
    ...quick,
    enter: (each, evidence) => (ids.includes(each.id) ? never : quick.enter(each, evidence)),
  };
}

/** Work that is under way when a process dies: as much of it as can be done without the ones that are stuck. */
async function dieAt(file: string, isAfterCrash: boolean, stuck: string[], ids: string[]): Promise<void> {
  const pool = guardedPool(stuckOn(...stuck), new TriedArticles(file, isAfterCrash));
  for (const id of ids) void pool.enter(record(id));
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe('a pool whose process may die', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-explorer-tried-'));
  const file = path.join(folder, 'index.sqlite-trying');
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const suspects = (): object => Object.fromEntries(new TriedArticles(file, true).suspects);

  it('sets an article aside that two processes died of, the second one of it alone', async () => {
    await dieAt(file, false, ['bad', 'slow'], ['good', 'bad', 'slow', 'also good']);
    // The last line may be cut short by the death.
    appendFileSync(file, '["+","go');
    assert.deepEqual(suspects(), { bad: 1, slow: 1 });
    await dieAt(file, true, ['bad'], ['good', 'bad', 'slow', 'other']);
    assert.deepEqual(suspects(), { bad: 2, slow: 1 });
    const pool = guardedPool(quick, new TriedArticles(file, true));
    await assert.rejects(pool.enter(record('bad')), (error) => {
      assert.ok(error instanceof AnalysisFailed);
      assert.deepEqual(error.evidence, { rule: 'analysisCrashed' });
      return true;
    });
    await pool.enter(record('slow'));
    assert.deepEqual(suspects(), { bad: 2 });
  });

  it('tries a suspect with nothing beside it', async () => {
    await dieAt(file, false, ['a', 'b'], ['a', 'b']);
    let inWork = 0;
    const beside = new Map<string, number>();
    const watched: AnalysisPool = {
      ...quick,
      enter: async (each, evidence) => {
        inWork++;
        await new Promise(setImmediate);
        beside.set(each.id, inWork);
        const entered = await quick.enter(each, evidence);
        inWork--;
        return entered;
      },
    };
    await withGuardedPool(watched, { file: file.replace('-trying', ''), isAfterCrash: true }, (pool) =>
      Promise.all(['x', 'a', 'y', 'b', 'z'].map((id) => pool.enter(record(id)))),
    );
    assert.deepEqual([beside.get('a'), beside.get('b')], [1, 1]);
    assert.equal(beside.size, 5);
    assert.equal(existsSync(file), false);
  });

  it('suspects nobody when the process was just ended, and keeps what was not tried again', async () => {
    await dieAt(file, false, ['a'], ['a']);
    await withGuardedPool(quick, { file: file.replace('-trying', ''), isAfterCrash: true }, (pool) =>
      pool.enter(record('other')),
    );
    assert.deepEqual(suspects(), { a: 1 });
    assert.equal(new TriedArticles(file, false).suspects.size, 0);
    assert.deepEqual(suspects(), {});
  });

  it('goes on where nothing can be written down', async () => {
    const nowhere = path.join(folder, 'no', 'such', 'folder', 'index.sqlite');
    const entered = await withGuardedPool(quick, { file: nowhere, isAfterCrash: true }, (pool) =>
      pool.enter(record('a')),
    );
    assert.ok('analysis' in entered);
  });
});
