import { characterClass, characterTable } from './characterTable.ts';
import type { Span } from '../text/span.ts';

/** A line, or a run of one between wide gaps: the unit that is kept or goes. Never empty, no blanks at its ends. */
export interface Segment extends Span {
  /** Number of the line it stands on, from 0; blank lines count. */
  readonly line: number;
  /** Its place among the segments of its line, from 0. */
  readonly inLine: number;
}

/** Blanks in a row that part two segments of one line: dumps of link lists join their items so. */
const gapLength = 3;

/**
 * The segments of a text in text order. A line is parted at runs of ≥ 3 blanks (no-break spaces and tabs included) and
 * at a bar between blanks (` | `), which pages put between a byline and its buttons.
 */
export function splitSegments(text: string): Segment[] {
  const { classes } = characterTable();
  const segments: Segment[] = [];
  const { length } = text;
  let line = 0;
  let inLine = 0;
  let start = -1;
  let end = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code]!;
    if (kind === characterClass.lineBreak) {
      if (start >= 0) segments.push({ start, end, line, inLine });
      start = -1;
      if (!(code === 10 && i > 0 && text.charCodeAt(i - 1) === 13)) line++;
      inLine = 0;
    } else if (kind !== characterClass.space) {
      const isGap = start >= 0 && i - end >= gapLength;
      const isBarHere = start >= 0 && !isGap && code === bar && isBar(text, i, classes);
      if (isGap || isBarHere) {
        segments.push({ start, end, line, inLine: inLine++ });
        start = -1;
        if (isBarHere) continue;
      }
      if (start < 0) start = i;
      end = i + 1;
    }
  }
  if (start >= 0) segments.push({ start, end, line, inLine });
  return segments;
}

const bar = 0x7c;

function isBar(text: string, i: number, classes: Uint8Array): boolean {
  return (
    classes[text.charCodeAt(i - 1)] === characterClass.space &&
    classes[text.charCodeAt(i + 1)] === characterClass.space
  );
}

/**
 * A number of 52 bits that equal segments share, whatever their case, accents, blanks and digits. Two different
 * segments share it with a chance of about 10⁻¹⁵.
 */
export function segmentKey(text: string, segment: Span): number {
  const { classes, folded } = characterTable();
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  let wasSpace = false;
  for (let i = segment.start; i < segment.end; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code];
    if (kind === characterClass.space) {
      wasSpace = true;
      continue;
    }
    if (wasSpace) {
      a = Math.imul(a ^ 32, 0x01000193);
      b = Math.imul(b + 32, 0x5bd1e995);
      wasSpace = false;
    }
    const value = kind === characterClass.digit ? 48 : (folded[code] ?? code);
    a = Math.imul(a ^ value, 0x01000193);
    b = Math.imul((b ^ (b >>> 13)) + value, 0x5bd1e995);
  }
  return (a >>> 0) * 0x100000 + ((b >>> 0) & 0xfffff);
}
