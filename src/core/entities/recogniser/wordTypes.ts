import { characterKind as kind, characterKinds } from '../../text/characters.ts';
import { extendPhrase, hashString } from './hash.ts';
import { foldWord, lexiconBits, type Lexicon } from './lexicon.ts';

/** How a word is written. */
export const wordCase = {
  lower: 0,
  capitalised: 1,
  allCaps: 2,
  initial: 3,
  mixed: 4,
  digits: 5,
  withDigit: 6,
  sign: 7,
  elision: 8,
  hyphenated: 9,
  domain: 10,
} as const;

/** All that features ask of a word form, apart from where it stands. The numbers are hashes. */
export interface WordType {
  readonly text: string;
  readonly exact: number;
  readonly lower: number;
  readonly folded: number;
  readonly shape: number;
  readonly case: number;
  /** Of the lexicon. */
  readonly bits: number;
  /** Prefixes and suffixes of one to four letters, and a five-letter suffix, each with its length mixed in. */
  readonly affixes: Int32Array;
  readonly suffix: number;
  /** May it stand in a name on its own: not lower case, no sign? */
  readonly isNameLike: boolean;
  /** Sums of weights that depend on this word alone; filled by whoever decodes, see emissions.ts. */
  sums: Int32Array | undefined;
}

/** Longer "words" are page furniture or data; what matters of them is in their first letters. */
const longestWord = 60;

export function describeWord(text: string, lexicon: Lexicon): WordType {
  const word = text.length > longestWord ? text.slice(0, longestWord) : text;
  const lower = word.toLowerCase().replace(/[’‘ʼ]/g, "'");
  const folded = foldWord(word);
  const caseOf = wordCaseOf(word);
  const foldedHash = hashString(folded);
  return {
    text: word,
    exact: hashString(word.replace(/[’‘ʼ]/g, "'")),
    lower: hashString(/\d/.test(lower) ? lower.replace(/\d/g, '0') : lower),
    folded: foldedHash,
    shape: hashString(`${caseOf}${shapeOf(word)}`),
    case: caseOf,
    bits: lexiconBits(lexicon, extendPhrase(0, foldedHash)),
    affixes: affixesOf(folded),
    suffix: hashString(folded.slice(-3)),
    isNameLike: isNameLike(caseOf),
    sums: undefined,
  };
}

function isNameLike(caseOf: number): boolean {
  switch (caseOf) {
    case wordCase.lower:
    case wordCase.digits:
    case wordCase.sign:
    case wordCase.elision:
      return false;
    default:
      return true;
  }
}

function wordCaseOf(word: string): number {
  const counts = countKinds(word);
  const { upper, lower, digits, letters } = counts;
  if (letters === 0) return digits > 0 ? wordCase.digits : wordCase.sign;
  if (/^[^.]{2,}(\.[^.]+)*\.[a-z]{2,6}$/.test(word)) return wordCase.domain;
  if (/['’‘ʼ]$/.test(word) && word.length <= 8) return wordCase.elision;
  if (digits > 0) return upper > 0 || /^[a-z]+\d/i.test(word) ? wordCase.withDigit : wordCase.digits;
  if (upper === 0) return wordCase.lower;
  if (lower === 0) return upper === 1 ? wordCase.initial : wordCase.allCaps;
  const startsUpper = characterKinds()[word.charCodeAt(0)] === kind.upper;
  if (!startsUpper) return wordCase.mixed;
  if (word.includes('-')) return wordCase.hyphenated;
  return upper === 1 ? wordCase.capitalised : wordCase.mixed;
}

function countKinds(word: string): { upper: number; lower: number; digits: number; letters: number } {
  const kinds = characterKinds();
  let upper = 0;
  let lower = 0;
  let digits = 0;
  for (let i = 0; i < word.length; i++) {
    const value = kinds[word.charCodeAt(i)];
    if (value === kind.upper) upper++;
    else if (value === kind.lower) lower++;
    else if (value === kind.digit) digits++;
  }
  return { upper, lower, digits, letters: upper + lower };
}

/** `Aa`, `A-A`, `9,9`, `aA`: one sign per run of letters of one kind, at most eight. */
function shapeOf(word: string): string {
  const kinds = characterKinds();
  let shape = '';
  let before = '';
  for (let i = 0; i < word.length && shape.length < 8; i++) {
    const value = kinds[word.charCodeAt(i)];
    const sign =
      value === kind.upper ? 'A' : value === kind.lower ? 'a' : value === kind.digit ? '9' : word[i]!;
    if (sign !== before) shape += sign;
    before = sign;
  }
  return shape;
}

function affixesOf(folded: string): Int32Array {
  const found: number[] = [];
  for (let length = 1; length <= 4 && length < folded.length; length++) {
    found.push(hashString(`^${folded.slice(0, length)}`), hashString(`${folded.slice(-length)}$`));
  }
  if (folded.length > 6) found.push(hashString(`${folded.slice(-5)}$`));
  return Int32Array.from(found);
}
