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
  const tail = firstOfTail(text, passages);
  let floor = 0;
  /** Whether nothing that stays stands between the start of its line and `floor`. */
  let isLineStart = true;
  return passages.map((passage, k) => {
    const ceiling = passages[k + 1]?.start ?? text.length;
    const before = skipBack(text, passage.start, floor, isInlineBlank);
    const startsLine = before === floor ? isLineStart : isBreak(text.charCodeAt(before - 1));
    const span =
      k < tail
        ? tidySpan(text, passage, floor, ceiling, startsLine)
        : { start: k === tail ? tailStart(text, passage.start, floor) : floor, end: ceiling };
    if (k === passages.length - 1 && k >= tail)
      span.end = tailEnd(text, tail === 0 ? tailStart(text, passages[0]?.start ?? 0, 0) : 1, floor);
    floor = span.end;
    isLineStart = startsLine || isBreak(text.charCodeAt(floor - 1));
    return { ...passage, ...span };
  });
}

/** Index of the first of the passages that end the text with nothing but blanks between them; their number if none. */
function firstOfTail(text: string, passages: readonly Span[]): number {
  let tail = passages.length;
  let end = text.length;
  while (tail > 0) {
    const passage = passages[tail - 1];
    if (passage === undefined || skipForward(text, passage.end, end, isBlank) < end) break;
    end = passage.start;
    tail--;
  }
  return tail;
}

/** The tail goes with the blank lines above it, or with the gap before it where it begins inside a line. */
function tailStart(text: string, start: number, floor: number): number {
  const gap = skipGapBack(text, start, floor);
  const isInline = gap > floor && !isBreak(text.charCodeAt(gap - 1));
  return isInline ? gap : skipBack(text, start, floor, isBlank);
}

/** The text keeps ending as it did; where nothing is left of it, its last line end goes too. */
function tailEnd(text: string, tailFrom: number, floor: number): number {
  if (tailFrom === 0) return text.length;
  const lastBreak = text.endsWith('\r\n') ? 2 : isBreak(text.charCodeAt(text.length - 1)) ? 1 : 0;
  return Math.max(floor, text.length - lastBreak);
}

function tidySpan(
  text: string,
  { start, end }: Span,
  floor: number,
  ceiling: number,
  startsLine: boolean,
): { start: number; end: number } {
  const before = skipBack(text, start, floor, isInlineBlank);
  const after = skipForward(text, end, ceiling, isInlineBlank);
  const endsLine = after === text.length || isBreak(text.charCodeAt(after)) || after === ceiling;
  if (!startsLine || !endsLine) return tidyInline(text, { start, end }, floor, ceiling, startsLine);
  const blankAfter = skipForward(text, after, ceiling, isBlank);
  // Up to the start of the next line that has words: its indentation stays, unless it goes as well.
  const lineStart = skipBack(text, blankAfter, after, isInlineBlank);
  return { start: before, end: blankAfter === ceiling ? blankAfter : lineStart };
}

/** A passage that shares its line: the gap or bar between it and its neighbour goes too, one of the two gaps if it has two. */
function tidyInline(
  text: string,
  { start, end }: Span,
  floor: number,
  ceiling: number,
  startsLine: boolean,
): { start: number; end: number } {
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
