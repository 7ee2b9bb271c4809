/** A stretch of text, in UTF-16 code units of the **original** text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
