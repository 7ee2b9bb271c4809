import type { Boilerplate } from '../clean/passage.ts';
import type { Span } from '../text/span.ts';
import type { Metadata } from './metadata.ts';

/**
 * The boilerplate without the lines on which the title, the date and the bylines were read: they look like page furniture,
 * but they are the article's own. What the cleaner marked behind the last of them ("… | Share") still goes. Spans index
 * `text`; the result is in text order.
 */
export function withoutOwnLines(
  text: string,
  boilerplate: readonly Boilerplate[],
  { title, date, authors }: Metadata,
): readonly Boilerplate[] {
  const own = [title, date, ...authors]
    .flatMap((found) => (found?.span && found.confidence >= minConfidence ? [lineOf(text, found.span)] : []))
    .sort((a, b) => a.start - b.start);
  if (own.length === 0) return boilerplate;
  return boilerplate.flatMap((passage) => cutOut(text, passage, own));
}

/** A line that is less surely the article's own stays what the cleaner says. */
const minConfidence = 0.75;

/** A line longer than this is many things at once: only the words found are the article's own. */
const maxOwnLine = 300;

interface OwnLine extends Span {
  /** Where the last value read on the line ends. */
  valueEnd: number;
}

function lineOf(text: string, span: Span): OwnLine {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline;
  return end - start > maxOwnLine ? { ...span, valueEnd: span.end } : { start, end, valueEnd: span.end };
}

function cutOut(text: string, passage: Boilerplate, own: readonly OwnLine[]): Boilerplate[] {
  const pieces: Boilerplate[] = [];
  let { start } = passage;
  for (const line of own) {
    if (line.end <= start || line.start >= passage.end || isTail(passage, line, own)) continue;
    if (line.start > start) pieces.push({ ...passage, start, end: line.start });
    start = Math.max(start, line.end);
  }
  if (start === passage.start) return [passage];
  if (start < passage.end) pieces.push({ ...passage, start });
  return pieces.filter((piece) => /\S/.test(text.slice(piece.start, piece.end)));
}

/** The passage begins behind everything that was read on the line. */
function isTail(passage: Span, line: OwnLine, own: readonly OwnLine[]): boolean {
  return own.every((other) => other.start !== line.start || passage.start >= other.valueEnd);
}
