import assert from 'node:assert/strict';
import { CorpusSurvey, type ArticleRecord, type CorpusEvidence } from '../../../src/core/index.ts';
import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { AnalysisFailed, createInProcessPool, type AnalysisPool } from '../../../src/indexer/analysisPool.ts';
import { indexCorpus } from '../../../src/indexer/indexCorpus.ts';
import { countKnownNames, readNames } from '../../../src/indexer/surveyNames.ts';
import { withFolder, writeFiles } from './folder.ts';
import { stubAnalysis } from './stubAnalysis.ts';

describe('the names of a corpus that are read ahead', () => {
  it('come in the order of their articles, but for those that cannot be analysed', async () => {
    const records = ['ACME', 'fails', 'ZETA'].map((text): ArticleRecord => ({ id: text, text }));
    const named = await readNames(
      records.map((record) => () => Promise.resolve([record])),
      async (record) => {
        if (record.text === 'fails') throw new AnalysisFailed({ rule: 'analysisFailed' });
        await new Promise((resolve) => setTimeout(resolve, record.text === 'ACME' ? 20 : 0));
        return stubAnalysis(record);
      },
      { atOnce: 3 },
    );
    assert.deepEqual(
      named.map((mentions) => mentions.map(({ text }) => text)),
      [['ACME'], ['ZETA']],
    );
  });

  it('are known to the analysis of each article, and of a few that change later', () =>
    withFolder(async (root) => {
      const heard = new Map<string, CorpusEvidence['names']>();
      const pool: AnalysisPool = {
        ...createInProcessPool((record, evidence) => {
          heard.set(record.id, evidence?.names);
          return stubAnalysis(record, evidence);
        }),
        heedsCorpus: true,
      };
      const index = new MemoryIndex();
      const texts = Array.from({ length: 24 }, (_, i) => [
        `${i}.txt`,
        `Title\n${i < 20 ? 'ACME' : 'Nobody'}`,
      ]);
      writeFiles(root, Object.fromEntries(texts) as Record<string, string>);
      await indexCorpus({ root, index, pool });
      assert.deepEqual(heard.get('3.txt'), { ACME: { ORG: 20 } });
      assert.equal(heard.get('23.txt'), undefined);
      writeFiles(root, { 'late.txt': 'Title\nlate ACME' });
      await indexCorpus({ root, index, pool });
      assert.deepEqual(heard.get('late.txt'), { ACME: { ORG: 20 } });
    }));

  it('are those of an index where it knows them', async () => {
    const index = new MemoryIndex();
    const articles = ['a', 'b', 'c'].map((id) => ({ id, analysis: stubAnalysis({ id, text: 'ACME' }) }));
    const stamp = { path: 'a', modifiedMs: 1, size: 1 };
    await index.apply({ files: [{ stamp, articles }], removedPaths: [] });
    const survey = new CorpusSurvey();
    await countKnownNames(index, survey);
    assert.deepEqual(survey.evidenceFor({ id: 'd', text: 'Et ACME.' }).names, { ACME: { ORG: 3 } });
  });
});
