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
/** Words with an accent come again and again; each is folded once. */
const foldedWords = new Map<string, string>();
const foldedWordLimit = 50_000;

/**
 * A word in lower case, without accents, ligatures opened. Only letters and digits are left, so that no engine's own
 * tokenizer can split it again; may be empty.
 */
export function foldWord(word: string): string {
  let folded = foldedWords.get(word);
  if (folded === undefined) {
    folded = fold(word);
    if (foldedWords.size >= foldedWordLimit) foldedWords.clear();
    if (word.length <= longestToken) foldedWords.set(word, folded);
  }
  return folded;
}

function fold(word: string): string {
  // Accents first: Ǽ is a ligature only without its accent.
  const bare = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const opened = bare.replace(/[œæßøđłıﬁﬂ]/g, (letter) => ligatures[letter] ?? letter);
  const cut = opened.replace(/[\u0000-\u002f\u003a-\u0060\u007b-\u007f]/g, '').slice(0, longestToken);
  // Half of a surrogate pair would be another letter once it is written to a file.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/**
 * The words of a text, in order. Apostrophes, hyphens and every other sign part words: "L'Économiste" is `l` and
 * `economiste`. `removed` (sorted, not overlapping) are spans to leave out: boilerplate is not searched.
 */
export function searchTokens(text: string, removed: readonly Span[] = []): SearchToken[] {
  const units = (knownUnits ??= new Uint8Array(0x10000));
  const tokens: SearchToken[] = [];
  let gap = 0;
  for (let at = 0; at < text.length;) {
    const start = at;
    let isAscii = true;
    // Most of a text is letters of one unit: only what is none of them is looked at more closely.
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) isAscii = false;
      if (units[unit] === inside) continue;
      if (units[unit] === unknown && learn(units, unit) === inside) continue;
      if (!isHighLetter(text, at, unit)) break;
      at++;
    }
    if (at === start) {
      at++;
      continue;
    }
    while (gap < removed.length && removed[gap]!.end <= start) gap++;
    if (gap < removed.length && removed[gap]!.start <= start) continue;
    const word = text.slice(start, at);
    const folded = isAscii ? word.toLowerCase().slice(0, longestToken) : foldWord(word);
    if (folded !== '') tokens.push({ start, end: at, folded });
  }
  return tokens;
}

/** The folded words of a text joined by single blanks: what names and prefixes are compared in. */
export function foldText(text: string): string {
  return searchTokens(text)
    .map((token) => token.folded)
    .join(' ');
}

const inWord = /[\p{L}\p{N}\p{M}]/u;
/**
 * What is known of each UTF-16 code unit: a look-up is many times faster than a pattern. A unit is tried when it is first met: of all
 * of them that takes 8 ms, the time of many a question that is the only one of its process.
 */
let knownUnits: Uint8Array | undefined;
const unknown = 0;
/** A letter, a digit or a mark. */
const inside = 1;
const outside = 2;

function learn(units: Uint8Array, unit: number): number {
  return (units[unit] = inWord.test(String.fromCharCode(unit)) ? inside : outside);
}

/** Whether a letter of the higher planes, of two code units, stands at a place. */
function isHighLetter(text: string, at: number, unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const point = text.codePointAt(at)!;
  return point > 0xffff && inWord.test(String.fromCodePoint(point));
}
