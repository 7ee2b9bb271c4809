import type { KwicLine } from '../index/wordAnswers.ts';
import type { Span } from '../text/span.ts';

/** Columns of a concordance, in characters of a fixed-width font. */
export const alignedColumns = { date: 10, outlet: 18, left: 52, right: 64 } as const;

/** One line of a concordance with the keyword's place in it, in UTF-16 code units of the line. */
export interface AlignedLine {
  readonly text: string;
  readonly keyword: Span;
}

/**
 * A line as date, outlet, left context, keyword, right context, in columns: keywords begin one below the other. `undated`
 * stands where no date is known. What an article could bring that would break or turn a line is left out.
 */
export function alignLine({ article, left, keyword, right }: KwicLine, undated: string): AlignedLine {
  const head =
    padEnd(cutEnd(plain(article.date ?? undated), alignedColumns.date), alignedColumns.date) +
    '  ' +
    padEnd(
      cutEnd(plain(article.outlet ?? article.aggregator ?? ''), alignedColumns.outlet),
      alignedColumns.outlet,
    ) +
    '  ' +
    padStart(cutStart(plain(left), alignedColumns.left), alignedColumns.left);
  const word = plain(keyword);
  const text = head + word + cutEnd(plain(right), alignedColumns.right);
  return { text: text.trimEnd(), keyword: { start: head.length, end: head.length + word.length } };
}

/** Without line ends, control characters and marks that turn the direction of writing. */
function plain(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

function cutEnd(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept}…`;
}

function cutStart(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const characters = Array.from(text);
  let first = characters.length;
  let used = 1;
  while (first > 0 && used + columnsOf(characters[first - 1]!) <= columns)
    used += columnsOf(characters[--first]!);
  return `…${characters.slice(first).join('')}`;
}

function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** How many columns a text takes: none for a mark, two for the wide letters of East Asia and for pictures. */
function columnsOf(text: string): number {
  if (/^[\u0020-\u02ff\u2010-\u2027]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
