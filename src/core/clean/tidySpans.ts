import type { Span } from '../text/span.ts';
import { characterClass, characterTable } from './characterTable.ts';

/** What parts a byline from the buttons of the page. */
const bar = 0x7c;

/**
 * The spans to delete so that what is left looks as if the passages had never been there: a passage that fills its
 * lines goes with them and with the blank lines on one side; one inside a line goes with the gap or bar before it. The
 * text's last line end stays. Passages come in text order, not overlapping, and so do the results.
 */
export function tidySpans<T extends Span>(text: string, passages: readonly T[]): T[] {
  let floor = 0;
  return passages.map((passage, k) => {
    const ceiling = passages[k + 1]?.start ?? text.length;
    const span = tidySpan(text, passage, floor, ceiling);
    floor = span.end;
    return { ...passage, ...span };
  });
}

function tidySpan(text: string, { start, end }: Span, floor: number, ceiling: number): Span {
  const before = skipBack(text, start, floor, isInlineBlank);
  const after = skipForward(text, end, ceiling, isInlineBlank);
  const startsLine = before === 0 || isBreak(text.charCodeAt(before - 1)) || before === floor;
  const endsLine = after === text.length || isBreak(text.charCodeAt(after)) || after === ceiling;
  if (!startsLine || !endsLine) return tidyInline(text, { start, end }, floor, ceiling, startsLine);
  const blankAfter = skipForward(text, after, ceiling, isBlank);
  if (blankAfter < text.length) {
    // Up to the start of the next line that has words; its indentation stays.
    const lineStart = skipBack(text, blankAfter, after, isInlineBlank);
    return { start: before, end: blankAfter === ceiling && ceiling < text.length ? blankAfter : lineStart };
  }
  return tidyEnd(text, before, floor);
}

/** A passage that ends the text: it goes with the blank lines above, but the text keeps ending as it did. */
function tidyEnd(text: string, before: number, floor: number): Span {
  const start = skipBack(text, before, floor, isBlank);
  const lastBreak = text.endsWith('\r\n') ? 2 : isBreak(text.charCodeAt(text.length - 1)) ? 1 : 0;
  if (start <= floor && floor === 0) return { start: 0, end: text.length };
  return { start, end: Math.max(start, text.length - lastBreak) };
}

/** A passage that shares its line: the gap or bar between it and its neighbour goes too, one of the two gaps if it has two. */
function tidyInline(
  text: string,
  { start, end }: Span,
  floor: number,
  ceiling: number,
  startsLine: boolean,
): Span {
  if (!startsLine) return { start: skipGapBack(text, start, floor), end };
  const blank = skipForward(text, end, ceiling, isInlineBlank);
  const isBar =
    blank > end &&
    blank + 1 < ceiling &&
    text.charCodeAt(blank) === bar &&
    isInlineBlank(text.charCodeAt(blank + 1));
  return { start, end: isBar ? skipForward(text, blank + 1, ceiling, isInlineBlank) : blank };
}

function skipGapBack(text: string, start: number, floor: number): number {
  const blank = skipBack(text, start, floor, isInlineBlank);
  const isBar =
    blank < start &&
    blank - 2 >= floor &&
    text.charCodeAt(blank - 1) === bar &&
    isInlineBlank(text.charCodeAt(blank - 2));
  return isBar ? skipBack(text, blank - 1, floor, isInlineBlank) : blank;
}

function skipBack(text: string, from: number, floor: number, isSkipped: (code: number) => boolean): number {
  let at = from;
  while (at > floor && isSkipped(text.charCodeAt(at - 1))) at--;
  return at;
}

function skipForward(
  text: string,
  from: number,
  ceiling: number,
  isSkipped: (code: number) => boolean,
): number {
  let at = from;
  while (at < ceiling && isSkipped(text.charCodeAt(at))) at++;
  return at;
}

function isInlineBlank(code: number): boolean {
  return characterTable().classes[code] === characterClass.space;
}

function isBreak(code: number): boolean {
  return characterTable().classes[code] === characterClass.lineBreak;
}

function isBlank(code: number): boolean {
  return isInlineBlank(code) || isBreak(code);
}
