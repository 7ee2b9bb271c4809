import type { Boilerplate, BoilerplateKind } from '../clean/passage.ts';
import type { Span } from '../text/span.ts';
import { bodyWordsOf } from './bodyWords.ts';
import type { Line } from './line.ts';
import { LineTraits } from './lineTraits.ts';

/** The lines of a text that are worth a look, and where its running text is. */
export interface Layout {
  readonly lines: readonly Line[];
  /** Index of the first and last line of the densest run of prose; -1 when there is none. */
  readonly bodyFirst: number;
  readonly bodyLast: number;
  /** The content words of the body's head; a headline shares many of them. */
  readonly bodyWords: ReadonlySet<string>;
  readonly traits: LineTraits;
  /** Whether the text has passages that the cleaner takes for boilerplate. */
  readonly isCleaned: boolean;
}

/** Of a longer text only the head and the tail are read: metadata stands there, and a line may be as long as the file. */
const headLength = 120_000;
const tailLength = 40_000;

/** The stretches of `text` in which metadata is looked for. */
export function readingWindows(length: number): readonly Span[] {
  if (length <= headLength + tailLength) return [{ start: 0, end: length }];
  return [
    { start: 0, end: headLength },
    { start: length - tailLength, end: length },
  ];
}

export function layOut(text: string, boilerplate: readonly Boilerplate[]): Layout {
  const lines: Line[] = [];
  const covers = coverReader(boilerplate);
  for (const window of readingWindows(text.length)) readLines(text, window, covers, lines);
  const { bodyFirst, bodyLast } = findBody(lines);
  const bodyWords = bodyWordsOf(lines, bodyFirst, bodyLast);
  const traits = new LineTraits(lines, bodyWords);
  return { lines, bodyFirst, bodyLast, bodyWords, traits, isCleaned: boilerplate.length > 0 };
}

export type Covers = (line: Span) => BoilerplateKind | undefined;

/**
 * Tells which kind of boilerplate covers most of a span. Spans are asked for in text order, as the boilerplate is: one
 * pass with a cursor.
 */
export function coverReader(boilerplate: readonly Boilerplate[]): Covers {
  let cursor = 0;
  return (line) => {
    while (cursor < boilerplate.length && (boilerplate[cursor]?.end ?? 0) <= line.start) cursor += 1;
    for (let i = cursor; i < boilerplate.length; i += 1) {
      const passage = boilerplate[i];
      if (!passage || passage.start >= line.end) return undefined;
      const shared = Math.min(passage.end, line.end) - Math.max(passage.start, line.start);
      if (shared * 2 > line.end - line.start) return passage.kind;
    }
    return undefined;
  };
}

const wideGap = /[ \u00a0]{3,}|\t+/g;

/** A line of at least so many items joined by wide gaps is a list, not a sentence. */
const minJoined = 4;

function readLines(text: string, window: Span, covers: Covers, lines: Line[]): void {
  let gap = 0;
  for (let at = window.start; at < window.end;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline > window.end ? window.end : newline;
    const raw = text.slice(at, end);
    const trimmed = raw.trim();
    if (trimmed === '') gap += 1;
    else {
      const start = at + raw.indexOf(trimmed.charAt(0));
      const items = splitJoined(trimmed);
      for (const [offset, item] of items) {
        lines.push(toLine(item, start + offset, covers, items.length > 1, gap));
      }
      gap = 0;
    }
    at = end + 1;
  }
}

function splitJoined(line: string): (readonly [number, string])[] {
  if (!line.includes('   ') && !line.includes('\t') && !line.includes('\u00a0')) return [[0, line]];
  const parts: (readonly [number, string])[] = [];
  let from = 0;
  for (const match of line.matchAll(wideGap)) {
    parts.push([from, line.slice(from, match.index)]);
    from = match.index + match[0].length;
  }
  parts.push([from, line.slice(from)]);
  return parts.length >= minJoined ? parts.filter(([, item]) => item !== '') : [[0, line]];
}

function toLine(text: string, start: number, covers: Covers, isJoined: boolean, gap: number): Line {
  const span = { start, end: start + text.length };
  const boilerplate = covers(span);
  return {
    ...span,
    text,
    lower: text.length > 400 ? text.slice(0, 400).toLowerCase() : text.toLowerCase(),
    isProse: !isJoined && isProse(text),
    isJoined,
    gap,
    ...(boilerplate && { boilerplate }),
  };
}

function isProse(text: string): boolean {
  if (text.length < 40) return false;
  if (/[。、は]/.test(text)) return text.length >= 60;
  if (text.length >= 140) return true;
  return text.length >= 70 && /[.!?…»"”:;]$/.test(text) && /\s\p{Ll}+\s\p{Ll}+\s/u.test(text);
}

/** The run of lines with the greatest sum, where prose adds by its length and anything else takes away. */
function findBody(lines: readonly Line[]): { bodyFirst: number; bodyLast: number } {
  let best = { bodyFirst: -1, bodyLast: -1 };
  let bestSum = 0;
  let sum = 0;
  let first = 0;
  lines.forEach((line, i) => {
    if (line.boilerplate) return;
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += line.isProse ? Math.min(line.text.length, 800) / 200 : -0.45;
    if (line.isProse && sum > bestSum) {
      bestSum = sum;
      best = { bodyFirst: first, bodyLast: i };
    }
  });
  return best;
}
