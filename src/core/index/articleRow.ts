import type { DateMark } from '../article/dateMarks.ts';
import type { DatePrecision, UndatedReason } from '../article/metadata.ts';
import type { Span } from '../text/span.ts';
import type { ArticleId, EntityId } from './ids.ts';

/** An article as lists show it. What is not known is absent. */
export interface ArticleRow {
  readonly id: ArticleId;
  /** The title, or the first sentence when `isUntitled`. */
  readonly title: string;
  readonly isUntitled?: boolean;
  readonly outlet?: string;
  /** Who passed the article on, when that is not the outlet. */
  readonly aggregator?: string;
  /** `YYYY[-MM[-DD]]`, as precise as `precision` says. */
  readonly date?: string;
  readonly precision?: DatePrecision;
  /** Where the date was read: `Found.source`. */
  readonly dateSource?: string;
  /** What is to be known of the date; absent when that is nothing. */
  readonly marks?: readonly DateMark[];
  readonly undatedReason?: UndatedReason;
  /** Of an undated article: the earliest day it can be of, `YYYY[-MM[-DD]]`. */
  readonly notBefore?: string;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly authors: readonly string[];
  /** Of a text that stands in the corpus more than once: how many times, and in which article first (`compareVersions`). */
  readonly versions?: { readonly count: number; readonly first: ArticleId };
  /** Mentions of the filter's last entity in this article, and where the first one stands (original text). */
  readonly mentions?: number;
  readonly firstMention?: { readonly start: number; readonly end: number };
}

/** The order of a list of articles; undated ones come last either way, equal ones by title and id. */
export type DocumentSort = 'date' | 'dateDescending' | 'title';

/** Where an article names an entity of the corpus, in the article's original text, in UTF-16 code units. */
export interface MentionRange {
  readonly start: number;
  readonly end: number;
  readonly entity: EntityId;
}

/** What the index knows of an article's text, in UTF-16 code units of the original. */
export interface TextMarks {
  /** A text of another length is another one than was indexed: the places are wrong in it. */
  readonly length: number;
  /** In text order. */
  readonly boilerplate: readonly Span[];
  /** Where the date was read, when that was the text. */
  readonly date?: Span;
}
