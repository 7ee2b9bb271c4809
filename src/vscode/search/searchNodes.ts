import type { Filter, SavedSearch, SearchHit, SearchSnippet } from '../../core/index.ts';
import type { ShownCorpus } from '../tree/nodes.ts';

/** What stands in the Search view. Ids stay the same when the same search is asked again. */
export type SearchNode =
  SearchGroupNode | HitNode | SnippetNode | MoreHitsNode | NoHitsNode | SavedRootNode | SavedNode;

/** What results stand under, where they are not the roots. */
export type ResultsParent = SearchGroupNode | SavedNode;

/** Results of one folder, year or outlet. */
export interface SearchGroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly corpus: ShownCorpus;
  readonly parent?: SearchGroupNode;
  readonly by: 'folder' | 'year' | 'outlet';
  /** The name of the folder, the year (`''`: undated) or the outlet (`''`: not known). */
  readonly value: string;
  readonly articles: number;
  readonly filter: Filter;
}

export interface HitNode {
  readonly kind: 'hit';
  readonly id: string;
  readonly corpus: ShownCorpus;
  readonly parent?: ResultsParent;
  readonly hit: SearchHit;
}

export interface SnippetNode {
  readonly kind: 'snippet';
  readonly id: string;
  readonly parent: HitNode;
  readonly snippet: SearchSnippet;
}

/** Stands for what was not loaded; choosing it loads more in its place. */
export interface MoreHitsNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent?: ResultsParent;
  readonly left: number;
}

/** Says under a saved search that it finds nothing now. */
export interface NoHitsNode {
  readonly kind: 'noHits';
  readonly id: string;
  readonly parent: SavedNode;
}

export interface SavedRootNode {
  readonly kind: 'savedRoot';
  readonly id: string;
  readonly saved: readonly SavedNode[];
}

/** A saved search; its results are its children. */
export interface SavedNode {
  readonly kind: 'saved';
  readonly id: string;
  readonly root: string;
  readonly search: SavedSearch;
  readonly parent?: SavedRootNode;
}
