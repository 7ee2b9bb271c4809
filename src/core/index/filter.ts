import type { DateMark } from '../article/dateMarks.ts';
import type { ArticleId, EntityId } from './ids.ts';

/** One filter serves every view and every export. Absent fields do not narrow. Conditions are joined by AND. */
export interface Filter {
  /** The article names every one of these. */
  readonly entities?: readonly EntityId[];
  /** Inclusive bounds, `YYYY[-MM[-DD]]`. An article of coarser precision is in when its period overlaps. Undated are out. */
  readonly from?: string;
  readonly to?: string;
  /** Only articles without a publication date. */
  readonly isUndated?: boolean;
  /** Any of these outlets; `''` is "no outlet known". */
  readonly outlets?: readonly string[];
  readonly languages?: readonly string[];
  /** Articles whose date is of any of these kinds. */
  readonly review?: readonly ReviewGroup[];
  /** `once`: of the versions of a re-published text only the first one (`compareVersions`), whatever else narrows. */
  readonly copies?: 'once';
  /** A query of words that the text or title answers: see `readWordQuery`. One with a problem throws a `WordQueryError`. */
  readonly words?: string;
  /** Any of these articles. */
  readonly articles?: readonly ArticleId[];
}

/** A kind of date that one may want to look at. `sameText`: the same text stands in the corpus under another day. */
export type ReviewGroup = DateMark | 'sameText';
