import type { Span } from '../text/span.ts';
import type { SearchSnippet } from './wordAnswers.ts';
import { oneLineExcerpt } from './oneLineExcerpt.ts';

/** Snippets of one article at most. */
const mostSnippets = 3;
/** UTF-16 code units that a snippet shows beside its first match, and in all. */
const contextLength = 60;
const snippetLength = 200;

/**
 * The stretches of an article that show best why it was found: those with most different terms in them, then the first
 * ones; told in text order. Matches are sorted, in the original text, each with the number of its term. None when no
 * word of the text was asked for.
 */
export function searchSnippets(
  text: string,
  matches: readonly (Span & { readonly term: number })[],
): SearchSnippet[] {
  const stretches: { readonly span: Span; readonly matches: Span[]; readonly terms: Set<number> }[] = [];
  for (const match of matches) {
    const last = stretches.at(-1);
    if (last && match.end <= last.span.end) {
      last.matches.push(match);
      last.terms.add(match.term);
      continue;
    }
    // The context of a match never reaches into the stretch before.
    const from = Math.max(last?.span.end ?? 0, match.start - contextLength);
    const span = wholeWords(text, from, Math.max(match.end, from + snippetLength), match);
    stretches.push({ span, matches: [match], terms: new Set([match.term]) });
  }
  const best = stretches
    .map((stretch, at) => ({ ...stretch, at }))
    .sort((a, b) => b.terms.size - a.terms.size || a.at - b.at)
    .slice(0, mostSnippets)
    .sort((a, b) => a.at - b.at);
  return best.map(({ span, matches: own }) => {
    const { start, end } = own[0]!;
    return { ...oneLineExcerpt(text, span, own), start, end };
  });
}

/** The stretch without the words that its ends cut, and within its line where the line breaks beside the match. */
function wholeWords(text: string, from: number, to: number, match: Span): Span {
  const end = Math.min(text.length, to);
  const before = text.slice(from, match.start);
  const after = text.slice(match.end, end);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const isCut = from > 0 && lineStart === 0 && /\S/.test(text[from - 1]!);
  const start = from + (isCut ? (/^\S*\s*/.exec(before)?.[0].length ?? 0) : lineStart);
  const lineEnd = after.search(/[\n\r]/);
  const kept =
    lineEnd >= 0 ? after.slice(0, lineEnd) : end < text.length ? after.replace(/\s*\S*$/, '') : after;
  return { start: Math.min(start, match.start), end: match.end + kept.length };
}
