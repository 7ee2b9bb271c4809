import type { AnalysisPool } from './analysisPool.ts';

/** A pool whose entries carry their texts, for an engine that keeps them. */
export function withTexts(pool: AnalysisPool): AnalysisPool {
  return {
    get capacity() {
      return pool.capacity;
    },
    heedsCorpus: pool.heedsCorpus,
    prepare: () => {
      pool.prepare();
    },
    analyze: (record, evidence) => pool.analyze(record, evidence),
    readPassages: (record, evidence) => pool.readPassages(record, evidence),
    async enter(record, evidence) {
      const entered = await pool.enter(record, evidence);
      return 'entry' in entered ? { entry: { ...entered.entry, text: record.text } } : entered;
    },
    close: () => pool.close(),
  };
}
