import type { ArticleId, CorpusIndex } from '../../core/index.ts';
import type { ClusterPreset } from './inspectCluster.ts';

/** A corpus in a cluster, of ours or of another program, for whoever reads it. */
export interface ClusterReader extends CorpusIndex {
  /** Rejects when there is no such corpus, or one that we cannot read. */
  check(): Promise<void>;
  /** The text of an article; undefined when the server does not give it. */
  text(id: ArticleId): Promise<string | undefined>;
  /** Whose index it is. */
  preset(): Promise<ClusterPreset>;
  close(): Promise<void>;
}
