import type { EntityId } from '../index/ids.ts';
import type { SearchSort } from '../index/wordAnswers.ts';

/** What narrows the results of a search beside the filter: one value of each kind. */
export interface SearchNarrowing {
  /** `''` is "no outlet known". */
  readonly outlet?: string;
  /** ISO 639-1, or `und`. */
  readonly language?: string;
  /** `YYYY`. */
  readonly year?: string;
  readonly entity?: EntityId;
}

/** A search that the user has given a name. */
export interface SavedSearch extends SearchNarrowing {
  readonly name: string;
  readonly words: string;
  /** By rank when absent. */
  readonly sort?: SearchSort;
}

export const searchSorts: readonly SearchSort[] = ['rank', 'date', 'dateDescending'];
