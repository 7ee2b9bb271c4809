import type { Span } from '../text/span.ts';
import type { SearchToken } from './searchTokens.ts';
import { findTerm, type WordTerm } from './wordQuery.ts';

/** Where the terms stand, with the number of each, in text order. */
export function wordMatches(
  tokens: readonly SearchToken[],
  terms: readonly WordTerm[],
): (Span & { term: number })[] {
  const matches = terms.flatMap((each, term) =>
    findTerm(tokens, each).map(([first, last]) => ({
      start: tokens[first]!.start,
      end: tokens[last]!.end,
      term,
    })),
  );
  return matches.sort((one, other) => one.start - other.start || one.end - other.end);
}
