import type { Evidence } from '../evidence.ts';
import type { Span } from '../text/span.ts';

/** How much of a date is known. */
export type DatePrecision = 'day' | 'month' | 'year';

/** A value with where it was read. `quote` is `text.slice(start, end)` of the original text when `source` is `text`. */
export interface Found<T> {
  readonly value: T;
  /** `text`, `fileName`, `url`, `curation` (the user's own word), `field:NAME` (of a record), or the place in the markup (`jsonLd`…). */
  readonly source: string;
  readonly quote: string;
  /** Present when `source` is `text`. */
  readonly span?: Span;
  readonly evidence: Evidence;
  /** Probability in 0..1 that the value is right. */
  readonly confidence: number;
}

/** A publication date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` by its precision. No time zone. */
export interface FoundDate extends Found<string> {
  readonly precision: DatePrecision;
  /** Another source that is believed says another day; `rejectedDates` has it with the rule `otherSource`. */
  readonly isConflicting?: boolean;
}

/** A date that was seen and not taken. */
export interface RejectedDate {
  readonly value: string;
  readonly quote: string;
  readonly span?: Span;
  /** e.g. `inTicker`, `eventInBody`, `otherArticle`, `inFuture`. */
  readonly evidence: Evidence;
}

/** Why an article has no date: no date outside boilerplate at all, only dates of events, or the user says so. */
export type UndatedReason = 'noDate' | 'onlyEventDates' | 'userChoice';

/** Who, when, what and in which language. A missing value is not known: nothing is guessed to fill a field. */
export interface Metadata {
  readonly title?: Found<string>;
  /** The first sentence of the body, to show where there is no title. */
  readonly titleFallback?: string;
  readonly date?: FoundDate;
  readonly undatedReason?: UndatedReason;
  /** Earliest possible publication, `YYYY[-MM[-DD]]`, from the latest past event of the body. Only for undated articles. */
  readonly notBefore?: Found<string>;
  readonly rejectedDates: readonly RejectedDate[];
  readonly authors: readonly Found<string>[];
  readonly outlet?: Found<string>;
  readonly aggregator?: Found<string>;
  readonly section?: Found<string>;
  /** ISO 639-1, or `und`. */
  readonly language: string;
}
