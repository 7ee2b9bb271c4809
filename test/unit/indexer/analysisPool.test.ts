import assert from 'node:assert/strict';
import { entryOf } from '../../../src/core/index.ts';
import { AnalysisFailed, createThreadPool, type AnalysisPool } from '../../../src/indexer/analysisPool.ts';
import { stubAnalysis } from './stubAnalysis.ts';

const entry = new URL('./stubThread.ts', import.meta.url);

describe('the pool of analysis threads', function () {
  this.timeout(60_000);
  let pool: AnalysisPool;
  beforeEach(() => {
    pool = createThreadPool({ entry, modelsDir: '', threads: 2, timeLimitMs: 1000 });
  });
  afterEach(() => pool.close());

  const outcome = async (text: string, i: number): Promise<string> => {
    try {
      return (await pool.analyze({ id: String(i), text })).id;
    } catch (error) {
      assert.ok(error instanceof AnalysisFailed, String(error));
      return error.evidence.rule;
    }
  };

  it('gives each article its own analysis', async () => {
    const texts = Array.from({ length: 50 }, (_, i) => `Article ${i} ACME`);
    assert.deepEqual(await Promise.all(texts.map(outcome)), [...texts.keys()].map(String));
  });

  it('gives what an index keeps of an article, without its text', async () => {
    const record = { id: 'a', text: 'Un été à ACME' };
    assert.deepEqual(await pool.enter(record), { entry: entryOf('a', stubAnalysis(record)) });
  });

  it('sets aside what hangs, dies or throws, and does the rest', async () => {
    const texts = [
      'a',
      'please hang',
      'b',
      'please crash',
      'c',
      'please throw',
      'd',
      'please hang too',
      'e',
      'f',
      'g',
    ];
    const expected = [
      '0',
      'analysisTimedOut',
      '2',
      'analysisCrashed',
      '4',
      'analysisFailed',
      '6',
      'analysisTimedOut',
    ];
    assert.deepEqual(await Promise.all(texts.map(outcome)), [...expected, '8', '9', '10']);
  });

  it('survives an article that fills the memory', async () => {
    const roomy = createThreadPool({ entry, modelsDir: '', threads: 1, timeLimitMs: 50_000, memoryMb: 64 });
    try {
      await assert.rejects(roomy.analyze({ id: 'a', text: 'please fill the memory' }), AnalysisFailed);
      assert.equal((await roomy.analyze({ id: 'b', text: 'ACME' })).id, 'b');
    } finally {
      await roomy.close();
    }
  });

  it('rejects what is waiting when it is closed', async () => {
    const pending = pool.analyze({ id: 'a', text: 'please hang' });
    const rejected = assert.rejects(pending, /closed/);
    await pool.close();
    await rejected;
    await assert.rejects(pool.analyze({ id: 'b', text: '' }), /closed/);
  });

  it('says why when threads do not start', async () => {
    const broken = createThreadPool({
      entry: new URL('./missing.ts', import.meta.url),
      modelsDir: '',
      threads: 1,
    });
    await assert.rejects(broken.analyze({ id: 'a', text: '' }), /missing\.ts/);
    await broken.close();
  });
});
