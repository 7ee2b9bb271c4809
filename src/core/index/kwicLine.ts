import type { Span } from '../text/span.ts';
import { createPositions } from '../text/textPositions.ts';
import type { ArticleRow } from './articleRow.ts';
import type { KwicLine } from './wordAnswers.ts';

/** UTF-16 code units of context on each side of the keyword. */
const contextLength = 80;

/**
 * The lines of some keywords in their article's original text. Blanks are made single; a word cut at the edge is left
 * out.
 */
export function kwicLines(article: ArticleRow, text: string, keywords: readonly Span[]): KwicLine[] {
  const at = keywords.length === 0 ? undefined : createPositions(text);
  return keywords.map(({ start, end }) => {
    const from = Math.max(0, start - contextLength);
    const to = Math.min(text.length, end + contextLength);
    const left = text.slice(from, start);
    const right = text.slice(end, to);
    return {
      article,
      left: oneLine(from > 0 ? left.replace(/^\S*\s/, '') : left),
      keyword: oneLine(text.slice(start, end)),
      right: oneLine(to < text.length ? right.replace(/\s\S*$/, '') : right),
      start,
      end,
      from: at!(start),
      to: at!(end),
    };
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
