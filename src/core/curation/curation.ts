import type { BoilerplateKind } from '../clean/passage.ts';
import type { EntityChoice } from './entityChoice.ts';
import type { SavedSearch } from './savedSearch.ts';
import type { OwnName } from './ownNames.ts';

/** What tells a long passage from others that begin and end like it; of its text with blanks folded. */
export interface LongPassage {
  /** UTF-16 code units. */
  readonly length: number;
  /** Eight hexadecimal digits, `fingerprint` of the text. */
  readonly hash: string;
}

/**
 * The user's word on a passage: part of the article, or boilerplate of a kind. It holds for every place where the text
 * stands, in the articles of `outlet` (a record's source, or its URL's host), else only in `article`; with neither in
 * the whole corpus.
 */
export interface PassageChoice {
  /** The passage; blanks may differ. Of a long one (`long`) its beginning, `…` and its end, as `shortPassage` gives. */
  readonly text: string;
  readonly is: 'article' | BoilerplateKind;
  readonly outlet?: string;
  /** Beside `outlet` it only says where the choice was made. */
  readonly article?: string;
  /** It holds only where the text fills its lines, so that a label does not take the same word out of a sentence. */
  readonly wholeLines?: boolean;
  readonly long?: LongPassage;
}

/** The user's word on when an article was published: `YYYY[-MM[-DD]]`, or null when it has no date. */
export interface DateChoice {
  readonly article: string;
  readonly date: string | null;
}

/** All that the user has put right in a corpus. The order of the choices does not matter. */
export interface Curation {
  readonly passages: readonly PassageChoice[];
  readonly dates: readonly DateChoice[];
  /** Which names are one is said of the corpus; which are names at all, of the articles that they stand in. */
  readonly entities?: readonly EntityChoice[];
  /** Bear on no article. */
  readonly searches?: readonly SavedSearch[];
}

/** What of a curation bears on one record. Serializable. */
export interface ArticleCuration {
  /** Those whose text stands in the record, the strongest last. */
  readonly passages: readonly PassageChoice[];
  readonly date?: string | null;
  /** Names the user gave. */
  readonly names?: readonly OwnName[];
}

/** A curation that says nothing. */
export const emptyCuration: Curation = { passages: [], dates: [] };
