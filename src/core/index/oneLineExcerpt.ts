import type { Span } from '../text/span.ts';

/** A stretch of a text on one line, blanks made single and none at its ends, with places in it. */
export interface Excerpt {
  readonly text: string;
  /** In `text`, in UTF-16 code units. */
  readonly matches: readonly Span[];
}

/** The stretch `span` of a text with the places (sorted; original text) that lie in it, cut to it. */
export function oneLineExcerpt(text: string, span: Span, places: readonly Span[]): Excerpt {
  const { start, end } = span;
  const written: string[] = [];
  /** Where each code unit of the stretch is in the excerpt. */
  const moved = new Uint32Array(end - start + 1);
  let length = 0;
  for (let at = start; at < end; at++) {
    moved[at - start] = length;
    const isBlank = /\s/.test(text[at]!);
    if (isBlank && (length === 0 || written[length - 1] === ' ')) continue;
    written.push(isBlank ? ' ' : text[at]!);
    length++;
  }
  moved[end - start] = length;
  const line = written.join('').trimEnd();
  const matches = places.flatMap((place) => {
    const from = moved[Math.max(0, place.start - start)] ?? 0;
    const to = Math.min(line.length, moved[Math.min(end, place.end) - start] ?? 0);
    return place.end > start && place.start < end && to > from ? [{ start: from, end: to }] : [];
  });
  return { text: line, matches };
}
