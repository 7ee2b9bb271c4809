import type { Span } from '../text/span.ts';

/** A word as search sees it: folded, with its place in the original text. */
export interface SearchToken extends Span {
  readonly folded: string;
}

/** What a reader types for one letter and Unicode does not decompose. */
const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ﬁ: 'fi',
  ﬂ: 'fl',
};

/** Base64 and the like are words to no one; longer tokens are cut, here and in every engine. */
const longestToken = 64;

/**
 * A word in lower case, without accents, ligatures opened. Only letters and digits are left, so that no engine's own
 * tokenizer can split it again; may be empty.
 */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(folded)) return folded.slice(0, longestToken);
  folded = folded.replace(/[œæßøđłıﬁﬂ]/g, (letter) => ligatures[letter] ?? letter);
  folded = folded.normalize('NFD').replace(/\p{M}/gu, '');
  return folded.replace(/[\u0000-\u002f\u003a-\u0060\u007b-\u007f]/g, '').slice(0, longestToken);
}

/**
 * The words of a text, in order. Apostrophes, hyphens and every other sign part words: "L'Économiste" is `l` and
 * `economiste`. `removed` (sorted, not overlapping) are spans to leave out: boilerplate is not searched.
 */
export function searchTokens(text: string, removed: readonly Span[] = []): SearchToken[] {
  const tokens: SearchToken[] = [];
  let gap = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const start = match.index;
    while (gap < removed.length && removed[gap]!.end <= start) gap++;
    if (gap < removed.length && removed[gap]!.start <= start) continue;
    const folded = foldWord(match[0]);
    if (folded !== '') tokens.push({ start, end: start + match[0].length, folded });
  }
  return tokens;
}

/** The folded words of a text joined by single blanks: what names and prefixes are compared in. */
export function foldText(text: string): string {
  return searchTokens(text)
    .map((token) => token.folded)
    .join(' ');
}
