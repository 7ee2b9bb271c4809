import type { ArticleAnalysis } from '../analysis.ts';
import type { EntityChoice } from '../curation/entityChoice.ts';
import { entryOf, type ArticleEntry } from './articleEntry.ts';
import type { ArticleId } from './ids.ts';
import type { CorpusIndex } from './corpusIndex.ts';
import type { RecordFields, RecordPlace, SkippedFile } from './sourceFiles.ts';

/** A source file as last read; equal stamps mean there is nothing to read again. A size below 0 equals no file's. */
export interface FileStamp {
  readonly path: string;
  readonly modifiedMs: number;
  readonly size: number;
}

/** An article with its analysis, or with what an index keeps of that. */
export type BatchArticle = { readonly id: ArticleId; readonly place?: RecordPlace } & (
  { readonly analysis: ArticleAnalysis } | { readonly entry: ArticleEntry }
);

/** What an index keeps of an article of a batch, whichever way it comes. */
export function entryOfArticle(article: BatchArticle): ArticleEntry {
  return 'entry' in article ? article.entry : entryOf(article.id, article.analysis);
}

/** A source file, or a part of one that holds many records, with its articles. */
export interface BatchFile {
  readonly stamp: FileStamp;
  readonly articles: readonly BatchArticle[];
  readonly skipped?: SkippedFile;
  readonly fields?: RecordFields;
  /** The articles come to those that are known of the path, instead of replacing them. */
  readonly isContinued?: boolean;
  /** More parts are to come: until the last one the stamp equals no file's, so that a reading cut short begins again. */
  readonly isPartial?: boolean;
}

/** What an indexer hands to an engine at once. */
export interface Batch {
  /** Everything known of these paths is replaced, but for what continues them. */
  readonly files: readonly BatchFile[];
  readonly removedPaths: readonly string[];
  /** Articles that were analysed again, of files that did not change: they replace what is known of them. */
  readonly amended?: readonly { readonly id: ArticleId; readonly analysis: ArticleAnalysis }[];
  /** Which of the user's choices the articles were analysed with: kept for `curationNote`, word for word. */
  readonly curationNote?: string;
  /** What the user says of entities, from this batch on. */
  readonly entityChoices?: readonly EntityChoice[];
  readonly isComplete?: boolean;
  /**
   * More follows soon: an engine may write it together with that. Until then it is safe from no crash, and is seen only by who asks
   * through the same object.
   */
  readonly hasMore?: boolean;
}

/** An engine that can be filled. One writer at a time; a batch is applied whole or not at all. */
export interface WritableCorpusIndex extends CorpusIndex {
  /** By path: of all source files, or of one path and all below it. */
  stamps(under?: string): Promise<ReadonlyMap<string, FileStamp>>;
  /** What a batch last gave as `curationNote`. */
  curationNote(): Promise<string | undefined>;
  /** Returns the new generation. */
  apply(batch: Batch): Promise<number>;
  close(): Promise<void>;
}
