import type { Span } from '../../core/index.ts';

/** So much is shown on each side of a quote. UTF-16 code units. */
const reach = 40;

/** A span with the words around it on its line, blanks made single. */
export function quoteInLine(text: string, { start, end }: Span): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + reach);
  const isCutBefore = lineStart > 0 && text[lineStart - 1] !== '\n';
  const isCutAfter = lineEnd < text.length && text[lineEnd] !== '\n';
  const from = isCutBefore ? wordStart(text, lineStart, start) : lineStart;
  const to = isCutAfter ? wordEnd(text, lineEnd, end) : lineEnd;
  const words = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${isCutBefore ? '… ' : ''}${words}${isCutAfter ? ' …' : ''}`;
}

function wordStart(text: string, at: number, until: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 || blank >= until ? at : blank + 1;
}

function wordEnd(text: string, at: number, from: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank <= from ? at : blank;
}
