import { searchTokens, type SearchToken } from './searchTokens.ts';

/** Words that must stand in a row; of a prefix term the last word is only the beginning of one. */
export interface WordTerm {
  readonly tokens: readonly string[];
  readonly isPrefix: boolean;
}

/**
 * What the user typed, as terms that must all be found: blanks part terms, "…" makes one of several words, a trailing *
 * a prefix. A word with an apostrophe or hyphen is a phrase of its parts. An open quote runs to the end. Terms without
 * a letter or digit are dropped; an empty answer narrows nothing.
 */
export function parseWordQuery(words: string): readonly WordTerm[] {
  const terms: WordTerm[] = [];
  for (const match of words.matchAll(/"([^"]*)(?:"(\*?)|$)|([^\s"]+)/g)) {
    const source = match[1] ?? match[3] ?? '';
    const isPrefix = source.endsWith('*') || match[2] === '*';
    const tokens = searchTokens(source).map((token) => token.folded);
    if (tokens.length > 0) terms.push({ tokens, isPrefix });
  }
  return terms;
}

/** Where a term stands: index of its first and its last token, for every occurrence; occurrences may overlap. */
export function findTerm(tokens: readonly SearchToken[], term: WordTerm): readonly [number, number][] {
  const found: [number, number][] = [];
  const length = term.tokens.length;
  for (let at = 0; at + length <= tokens.length; at++) {
    if (standsAt(tokens, term, at)) found.push([at, at + length - 1]);
  }
  return found;
}

function standsAt(tokens: readonly SearchToken[], term: WordTerm, at: number): boolean {
  const last = term.tokens.length - 1;
  return term.tokens.every((wanted, i) => {
    const folded = tokens[at + i]!.folded;
    return i === last && term.isPrefix ? folded.startsWith(wanted) : folded === wanted;
  });
}
