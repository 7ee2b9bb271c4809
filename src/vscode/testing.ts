import type { TextDocument } from 'vscode';
import type { ArticleAnalysis, ArticleId, ArticleRow, Filter } from '../core/index.ts';
import type { CurationFiles } from './curation/curationFiles.ts';
import type { CorpusFilter } from './filter/corpusFilter.ts';
import type { OverTime } from './overTime/registerOverTime.ts';
import type { PairsView } from './pairs/registerPairs.ts';
import type { SearchView } from './search/registerSearch.ts';
import type { ServicesWithTrees } from './services.ts';
import type { CorpusTrees } from './tree/corpusTrees.ts';

/** What tests inside the extension host may look at. Not for other extensions: it may change with any version. */
export interface Testing {
  readonly trees: Pick<
    CorpusTrees,
    'entities' | 'dates' | 'review' | 'entitiesView' | 'datesView' | 'reviewView'
  >;
  /** Starts indexing when nothing has, and waits until every change seen so far is in the index. */
  readonly whenIndexed: () => Promise<void>;
  readonly filter: () => Filter;
  readonly setFilter: CorpusFilter['set'];
  readonly workerProcessId: () => Promise<number>;
  readonly curation: Pick<
    CurationFiles,
    'addPassage' | 'removePassage' | 'setDate' | 'setEntity' | 'setSearch' | 'undo'
  >;
  readonly analysisOf: (document: TextDocument) => Promise<ArticleAnalysis | undefined>;
  readonly search: Pick<SearchView, 'tree' | 'search' | 'view'>;
  readonly overTime: OverTime['view'];
  readonly pairs: Pick<PairsView, 'tree' | 'pairs' | 'view' | 'panel'>;
  /** Of corpora in clusters: how each connection is, as far as it is known. */
  readonly connections: () => readonly { readonly root: string; readonly kind: string }[];
  /** Of the first corpus. */
  readonly article: (id: ArticleId) => Promise<ArticleRow | undefined>;
}

export function createTesting({
  trees,
  corpora,
  filter,
  worker,
  curation,
  analyses,
  search,
  overTime,
  pairs,
}: ServicesWithTrees & {
  readonly search: SearchView;
  readonly overTime: OverTime;
  readonly pairs: PairsView;
}): Testing {
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
    curation,
    search,
    overTime: overTime.view,
    pairs,
    analysisOf: (document) => analyses.of(document),
    connections: () =>
      corpora.inClusters.map(({ root, connection }) => ({ root, kind: connection?.kind ?? 'unknown' })),
    article: async (id) => corpora.all[0]?.index.article(id),
  };
}
