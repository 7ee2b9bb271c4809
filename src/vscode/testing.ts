import type { Filter } from '../core/index.ts';
import type { CorpusFilter } from './filter/corpusFilter.ts';
import type { ServicesWithTrees } from './services.ts';
import type { CorpusTrees } from './tree/corpusTrees.ts';

/** What tests inside the extension host may look at. Not for other extensions: it may change with any version. */
export interface Testing {
  readonly trees: Pick<CorpusTrees, 'entities' | 'dates' | 'entitiesView' | 'datesView'>;
  /** Starts indexing when nothing has, and waits until every change seen so far is in the index. */
  readonly whenIndexed: () => Promise<void>;
  readonly filter: () => Filter;
  readonly setFilter: CorpusFilter['set'];
  readonly workerProcessId: () => Promise<number>;
}

export function createTesting({ trees, corpora, filter, worker }: ServicesWithTrees): Testing {
  return {
    trees,
    async whenIndexed() {
      await Promise.all(corpora.all.map((corpus) => corpus.whenSettled()));
      await Promise.all([trees.entities.refresh(), trees.dates.refresh()]);
    },
    filter: () => filter.current,
    setFilter(...args) {
      filter.set(...args);
    },
    workerProcessId: async () => (await worker.client.initialize()).processId,
  };
}
