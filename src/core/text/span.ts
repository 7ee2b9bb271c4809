/** A stretch of text, in UTF-16 code units of the **original** text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function doSpansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
