import type { ArticleId, CorpusIndex, Curation } from '../../core/index.ts';
import type { ClusterPreset } from './inspectCluster.ts';
import type { PushedCuration } from './pushCuration.ts';

/** A corpus in a cluster, of ours or of another program, for whoever reads it. */
export interface ClusterReader extends CorpusIndex {
  /** Rejects when there is no such corpus, or one that we cannot read. */
  check(): Promise<void>;
  /** The text of an article; undefined when the server does not give it. */
  text(id: ArticleId): Promise<string | undefined>;
  /** Whose index it is. */
  preset(): Promise<ClusterPreset>;
  /** Answers from now on as if this had been pushed; nothing is written. Asks nothing of the server. */
  curate(curation: Curation): Promise<void>;
  /** Writes what the reader put right into the corpus, for all who read it; what was said of others before holds on. */
  pushCuration(curation: Curation): Promise<PushedCuration>;
  close(): Promise<void>;
}
