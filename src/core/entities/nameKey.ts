import {
  alsoFirstNames,
  civilities,
  feminineAdjective,
  firmWords,
  groupWords,
  honorifics,
  innerWords,
  leadingArticles,
  leadingLegalForms,
  legalForms,
  placeArticles,
  prepositions,
  topLevelDomains,
} from './lists/nameWords.ts';
import { bodiesInLanguages, placesInLanguages } from './lists/namesInLanguages.ts';
import type { EntityType } from './mention.ts';

/**
 * The folded key of a name, the same for every way of writing it in every article: no case, accents, ligatures,
 * apostrophe or hyphen variants; for an organization also without "Groupe", legal form, internet ending, leading article
 * and inner function words; for a person without the form of address; for a well-known place or international body in
 * French, whichever of the three languages names it. Words are joined by one blank. Case never matters. Never empty for a
 * name that is not empty.
 */
export function nameKey(surface: string, type: EntityType): string {
  const key = ownKey(surface, type);
  return type === 'PER' ? key : (frenchKeys()[type].get(key) ?? key);
}

function ownKey(surface: string, type: EntityType): string {
  const spelled = type === 'PER' ? surface : surface.replace(shortSaint, 'saint$1-');
  const words = foldWords(type === 'ORG' ? withoutDomain(spelled) : spelled, type !== 'PER');
  const cores = { ORG: coreOfOrganization, PER: coreOfPerson, LOC: coreOfPlace };
  return cores[type](words).join(' ') || surface.trim().toLowerCase() || surface;
}

let french: Readonly<Record<'ORG' | 'LOC', ReadonlyMap<string, string>>> | undefined;

/** From the key of an English or Spanish name to that of the French one; read on first use. */
function frenchKeys(): NonNullable<typeof french> {
  const read = (list: string, type: 'ORG' | 'LOC'): Map<string, string> =>
    new Map(
      list
        .trim()
        .split('\n')
        .flatMap((line) => {
          const [first, ...others] = line.split('|').map((name) => ownKey(name, type));
          return others.map((other) => [other, first!] as const);
        }),
    );
  french ??= { ORG: read(bodiesInLanguages, 'ORG'), LOC: read(placesInLanguages, 'LOC') };
  return french;
}

/** Words of a name, folded: lower case, no accents, split at blanks, hyphens, apostrophes and punctuation. */
export function foldWords(name: string, isDotted = true): string[] {
  const folded = fold(name);
  const joined = isDotted ? folded.replace(dottedLetters, (letters) => letters.replaceAll('.', '')) : folded;
  return joined.match(/[\p{L}\p{N}\p{M}]+|&/gu) ?? [];
}

/** Like the key, with each long word in the singular: equal for names that differ by number only. */
export function singularKey(key: string): string {
  return key.split(' ').map(singular).join(' ');
}

/** Letters that Unicode does not decompose into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '+': ' plus ',
};

/** "o.n.u." and "o.n.u": single letters, each with its dot. */
const dottedLetters = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu;

/** "St-Gobain", "Ste-Foy": with the hyphen of the French, so that St. Louis in Missouri is not Saint-Louis in Senegal. */
const shortSaint = /(?<![\p{L}\p{N}])st(e?)-(?=\p{L})/giu;

const plainWord = /^[a-z0-9 ]*$/;

function fold(name: string): string {
  const lower = name.toLowerCase();
  if (plainWord.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[œæßøłđðþı+]/g, (letter) => letters[letter] ?? letter);
}

function withoutDomain(surface: string): string {
  const match = /^(?:https?:\/\/)?(?:www\.)?([^\s/]*[^\s/.])\.(\p{L}{2,6})$/iu.exec(surface.trim());
  return match && topLevelDomains.has(match[2]!.toLowerCase()) ? match[1]! : surface;
}

function coreOfOrganization(all: readonly string[]): readonly string[] {
  let words = withoutLegalForm(all);
  if (words.length > 1 && leadingArticles.has(words[0]!)) words = words.slice(1);
  if (words.length > 1 && isKindOfFirm(words[0]!, words[1]!)) words = words.slice(1);
  if (words.length > 1 && groupWords.has(words.at(-1)!)) words = withoutLegalForm(words.slice(0, -1));
  return words.filter((word, i) => i === 0 || i === words.length - 1 || !innerWords.has(word));
}

function isKindOfFirm(first: string, second: string): boolean {
  if (prepositions.has(second)) return false;
  if (groupWords.has(first) || leadingLegalForms.has(first)) return true;
  return firmWords.has(first) && !feminineAdjective.test(second);
}

/** Without the legal form at the end, written as one word ("SARL") or as letters with blanks ("S. A."). */
function withoutLegalForm(words: readonly string[]): readonly string[] {
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1) {
    const tail = words.slice(-length);
    const isWritten = length === 1 || tail.every((word) => word.length === 1);
    if (isWritten && legalForms.has(tail.join(''))) return withoutConjunction(words.slice(0, -length));
  }
  return words;
}

/** "Lazard & Co" leaves no "&" behind. */
function withoutConjunction(words: readonly string[]): readonly string[] {
  return words.length > 1 && /^(?:&|et|and|y)$/.test(words.at(-1)!) ? words.slice(0, -1) : words;
}

function coreOfPerson(all: readonly string[]): readonly string[] {
  let words = all;
  const fewest = (title: string): number => (alsoFirstNames.has(title) ? 2 : 1);
  while (words.length > fewest(words[0]!) && civilities.has(words[0]!)) words = words.slice(1);
  while (words.length > 2 && honorifics.has(words[0]!)) words = words.slice(1);
  return words;
}

function coreOfPlace(words: readonly string[]): readonly string[] {
  return words.length > 1 && placeArticles.has(words[0]!) ? words.slice(1) : words;
}

function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('aux') && !word.endsWith('eaux')) return `${word.slice(0, -3)}al`;
  return /[^s]s$|[ae]ux$/.test(word) ? word.slice(0, -1) : word;
}
