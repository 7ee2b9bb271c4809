import type { Boilerplate, BoilerplateKind } from '../clean/passage.ts';
import type { Span } from '../text/span.ts';
import type { Metadata } from './metadata.ts';

/** A part of an article as an outline lists it; spans index the original text. */
export interface OutlinePart extends Span {
  readonly kind: 'title' | 'byline' | 'dateline' | 'section' | BoilerplateKind;
  /** The words to show: the value for what was read, the line of a heading, the beginning of a passage. */
  readonly text: string;
  /** What stands under a heading of the body; the span itself for all else. */
  readonly extent: Span;
}

const longestHeading = 90;
const shownLength = 60;
/** A line of running text. UTF-16 code units. */
const leastProse = 120;

/** The title, bylines, dateline, headings of the body and boilerplate passages of an article, in text order. */
export function articleOutline(
  text: string,
  boilerplate: readonly Boilerplate[],
  { title, date, authors }: Metadata,
): readonly OutlinePart[] {
  const parts: OutlinePart[] = [];
  const add = (kind: OutlinePart['kind'], span: Span | undefined, words: string, extent = span): void => {
    if (span && extent && span.end > span.start)
      parts.push({ kind, start: span.start, end: span.end, text: words, extent });
  };
  add('title', title?.span, title?.value ?? '');
  add('dateline', date?.span, date?.quote ?? '');
  for (const author of authors) add('byline', author.span, author.value);
  for (const { kind, start, end } of boilerplate)
    add(kind, { start, end }, shorten(text.slice(start, Math.min(end, start + 400))));
  const taken = [...parts];
  for (const { heading, extent } of sections(text, taken))
    add('section', heading, text.slice(heading.start, heading.end), extent);
  return parts.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Section {
  readonly heading: Span;
  readonly extent: Span;
}

/** Short lines without a full stop right above running text, and with some before them, are headings. */
function sections(text: string, taken: readonly Span[]): Section[] {
  const lines = linesOf(text).filter((line) => taken.every((span) => !overlaps(span, line)));
  const prose = lines.map(({ start, end }) => end - start >= leastProse);
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true);
  const headings = lines.filter(
    (line, i) =>
      i > first && i < last && prose[i + 1] === true && isHeading(text.slice(line.start, line.end)),
  );
  const bodyEnd = lines[last]?.end ?? 0;
  return headings.map((heading, i) => {
    const until = headings[i + 1]?.start ?? bodyEnd;
    const end = lines.filter((line) => line.end <= until).at(-1)?.end ?? until;
    return { heading, extent: { start: heading.start, end } };
  });
}

function isHeading(line: string): boolean {
  if (line.length > longestHeading || line.length < 3 || !/^[\p{Lu}\p{N}«“"]/u.test(line)) return false;
  return !/[.;,]$/.test(line) && /\p{L}{3}/u.test(line) && !/[@|]|https?:/.test(line);
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const words = match[0].trim();
    if (words === '') continue;
    const start = match.index + match[0].indexOf(words);
    lines.push({ start, end: start + words.length });
  }
  return lines;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function shorten(words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  return flat.length <= shownLength ? flat : `${flat.slice(0, shownLength - 1).trimEnd()}…`;
}
