import { extendPhrase, findRow, hashString, type HashTable } from './hash.ts';

/** The word lists, one bit each. A phrase of several words has the bits of its lists too. */
export const lexiconBit = {
  commonWord: 1 << 0,
  firstName: 1 << 1,
  lastName: 1 << 2,
  country: 1 << 3,
  city: 1 << 4,
  region: 1 << 5,
  company: 1 << 6,
  publicBody: 1 << 7,
  media: 1 << 8,
  club: 1 << 9,
  orgHead: 1 << 10,
  orgTail: 1 << 11,
  personTitle: 1 << 12,
  placeHead: 1 << 13,
  demonym: 1 << 14,
  calendar: 1 << 15,
  capitalisedNoun: 1 << 16,
  speechVerb: 1 << 17,
  university: 1 << 18,
  town: 1 << 19,
  /** Not a list: some longer phrase begins with these words. */
  prefix: 1 << 20,
} as const;

/** The lists whose phrases of several words are looked for in the text. */
export const phraseBits =
  lexiconBit.country |
  lexiconBit.city |
  lexiconBit.region |
  lexiconBit.company |
  lexiconBit.publicBody |
  lexiconBit.media |
  lexiconBit.club |
  lexiconBit.university |
  lexiconBit.town;

/** Word lists by the hash of their folded words; see `foldWord`. */
export interface Lexicon {
  readonly table: HashTable;
  readonly bits: Int32Array;
}

/** The lists that hold the phrase with this hash, as bits; 0 when none does. */
export function lexiconBits(lexicon: Lexicon, phrase: number): number {
  const row = findRow(lexicon.table, phrase);
  return row < 0 ? 0 : lexicon.bits[row]!;
}

const diacritics = /[\u0300-\u036f\u00ad]/g;

/** Lower case, no accents, one kind of apostrophe: `L’État` and `l'etat` are one word. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase().replace(/[’‘ʼ]/g, "'");
  // Most words are plain ASCII: the normaliser is the slow part.
  return /^[\x00-\x7f]*$/.test(lower)
    ? lower
    : lower.normalize('NFD').replace(diacritics, '').replace(/œ/g, 'oe');
}

/** The hash a phrase is listed under, from its words. */
export function hashPhrase(words: readonly string[]): number {
  let hash = 0;
  for (const word of words) hash = extendPhrase(hash, hashString(foldWord(word)));
  return hash;
}
