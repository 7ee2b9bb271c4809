import type { Span } from '../text/span.ts';
import type { TextPosition } from '../text/textPositions.ts';
import type { ArticleRow } from './articleRow.ts';
import type { EntityId } from './ids.ts';

/**
 * The order of what is found: by BM25 (k1 1.2, b 0.75, as SQLite's full-text search has it) over the whole corpus, or by
 * date, undated last; equal ones by date, the newest first, and id.
 */
export type SearchSort = 'rank' | 'date' | 'dateDescending';

/** A stretch of an article that shows why it was found, on one line. */
export interface SearchSnippet {
  /** Blanks made single. */
  readonly text: string;
  /** The words found, in `text`. */
  readonly matches: readonly Span[];
  /** The first of them, in the article's original text. */
  readonly start: number;
  readonly end: number;
}

/** An article that a search found. */
export interface SearchHit {
  readonly article: ArticleRow;
  /**
   * In text order, three at most. None when only the title of an article that is not in its text fits, or when the
   * source has changed or cannot be read.
   */
  readonly snippets: readonly SearchSnippet[];
}

/** What a concordance looks for. */
export type KwicQuery = { readonly entity: EntityId } | { readonly words: string };

/** A keyword in its context, blanks made single: up to 80 UTF-16 code units on each side, whole words only. */
export interface KwicLine {
  readonly article: ArticleRow;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** The keyword, in the article's original text. */
  readonly start: number;
  readonly end: number;
  /** The same places as lines and UTF-16 code units of the line. */
  readonly from: TextPosition;
  readonly to: TextPosition;
}
