import {
  boundParticles,
  civilities,
  generations,
  secondFirstNames,
  surnameParticles,
} from './lists/nameWords.ts';
import type { Name } from './names.ts';
import { foldWords } from './nameKey.ts';
import type { NameJoin } from './nameJoin.ts';

/** A person of the article. */
interface Person {
  readonly name: Name;
  /** Index into the names of the article. */
  readonly index: number;
  /** Of the key, a hyphenated surname in one, without what tells a father from a son. */
  readonly words: readonly string[];
  /** "jr", "fils"… */
  readonly generation: string | undefined;
}

/**
 * Joins a surname ("M. Haddouch"), or initials with a surname ("S. Haddouch", "J.-P. Rivet"), with the one person of the
 * article who bears it; in Spanish also one of the two surnames, both, or the first name with the first. Two persons of one
 * surname, a man and a woman, a father and a son are never joined; a first name alone joins nobody.
 */
export function linkPersons(text: string, names: readonly Name[], language: string): NameJoin[] {
  const isSpanish = language === 'es';
  const persons = names.flatMap((name, index) => (name.type === 'PER' ? [personOf(name, index)] : []));
  const inFull = [...linkInverted(persons), ...(isSpanish ? linkTwoSurnames(persons) : [])];
  const shortened = new Set(inFull.map(({ short }) => short));
  const bearersOf = new Map<string, Person[]>();
  for (const person of persons) {
    if (!isFullName(person.words) || shortened.has(person)) continue;
    for (const surname of surnamesOf(person.words, isSpanish)) {
      bearersOf.set(surname, [...(bearersOf.get(surname) ?? []), person]);
    }
  }
  const found = persons.flatMap((short): PersonJoin[] => {
    const rule = ruleOf(short);
    if (!rule) return [];
    const candidates = bearersOf.get(short.words.at(-1)!) ?? [];
    const bearers = candidates.filter((full) => full !== short && rules[rule](short, full, isSpanish));
    return bearers.length === 1 ? [{ short, full: bearers[0]!, rule }] : [];
  });
  return [...inFull, ...found]
    .filter(({ short, full }) => !areOppositeSexes(text, short.name, full.name))
    .filter(({ short, full }) => short.generation === undefined || short.generation === full.generation)
    .map(({ short, full, rule }) => {
      const values = { short: short.name.mentions[0]!.text, long: full.name.mentions[0]!.text };
      return { name: short.index, other: full.index, evidence: { rule, values }, isProven: false };
    });
}

interface PersonJoin {
  readonly short: Person;
  readonly full: Person;
  readonly rule: PersonRule;
}

type PersonRule = 'surname' | 'firstInitial';

type PersonTest = (short: Person, full: Person, isSpanish: boolean) => boolean;

const rules: Readonly<Record<PersonRule, PersonTest>> = {
  surname: ({ words: short }, { words: full }, isSpanish) =>
    full.length > short.length &&
    ((isTail(short, full) && !boundParticles.has(full.at(-1 - short.length) ?? '')) ||
      (isSpanish && full.length > 2 && !secondFirstNames.has(short[0]!) && isTail(short, full.slice(1, -1)))),
  firstInitial: ({ words: short, name }, { words: full }) => {
    const initials = initialsOf(name, short);
    const first = full.slice(0, full.length - (short.length - initials.words));
    return (
      isTail(short.slice(initials.words), full.slice(first.length)) &&
      (initials.letters.length === 1 || initials.letters.length === first.length) &&
      initials.letters.every((letter, i) => first[i]!.startsWith(letter))
    );
  },
};

/** "RIVET Jean" and "Jean Rivet": without the capitals, Martin Thomas is not Thomas Martin. */
function linkInverted(persons: readonly Person[]): PersonJoin[] {
  return persons.flatMap((short): PersonJoin[] => {
    const isInverted = short.name.mentions.every(({ text }) =>
      /^\p{Lu}[\p{Lu}'’-]+\s+\p{Lu}\p{Ll}/u.test(text),
    );
    const [surname, first, ...others] = short.words;
    if (!isInverted || first === undefined || others.length > 0 || surname!.length < 3) return [];
    const full = persons.find(
      ({ words }) => words.length === 2 && words[0] === first && words[1] === surname,
    );
    return full ? [{ short, full, rule: 'surname' }] : [];
  });
}

/**
 * "García Márquez" and "José García" for José García Márquez, where the article has one person so named. Of two words
 * with a first name in the wrong place ("José Rienda" for María José Rienda) nothing is known.
 */
function linkTwoSurnames(persons: readonly Person[]): PersonJoin[] {
  return persons.flatMap((short): PersonJoin[] => {
    if (short.words.length < 2 || !isFullName(short.words)) return [];
    const fulls = persons.filter(({ words }) => {
      if (words.length <= short.words.length) return false;
      const isBoth = isTail(short.words, words) && isDoubleSurname(short.words);
      const isFirst =
        words.length === 3 && short.words.length === 2 && isTail(short.words, words.slice(0, -1));
      return isBoth || (isFirst && !secondFirstNames.has(words[1]!));
    });
    return fulls.length === 1 ? [{ short, full: fulls[0]!, rule: 'surname' }] : [];
  });
}

/** "García Márquez", "Ramón y Cajal". */
function isDoubleSurname(words: readonly string[]): boolean {
  if (words.length === 3) return /^[yie]$/.test(words[1]!);
  return words.length === 2 && !secondFirstNames.has(words[0]!);
}

/** The initials before a surname, "J.-P." or "JP", and how many words of the key they are. */
function initialsOf(name: Name, words: readonly string[]): { letters: readonly string[]; words: number } {
  const count = words.findIndex((word) => word.length > 1);
  if (count !== 0) return { letters: words.slice(0, Math.max(0, count)), words: Math.max(0, count) };
  const isRun = name.mentions.every(({ text }) => /^\p{Lu}{2}\s+\p{Lu}[^\s]*\p{Ll}/u.test(text));
  return isRun ? { letters: Array.from(words[0]!), words: 1 } : { letters: [], words: 0 };
}

function personOf(name: Name, index: number): Person {
  const words = wordsOf(name);
  const last = words.at(-1)!;
  const isGeneration = words.length > 1 && generations.has(last);
  return {
    name,
    index,
    words: isGeneration ? words.slice(0, -1) : words,
    generation: isGeneration ? last : undefined,
  };
}

/** The words of a person's key, those of a hyphenated surname ("Astier-Lemoine") in one. */
function wordsOf(name: Name): readonly string[] {
  const words = name.key.split(' ');
  const surname = foldWords(name.mentions[0]!.text.split(/\s+/).at(-1)!, false);
  const length = surname.length;
  return length > 1 && length <= words.length ? [...words.slice(0, -length), surname.join('-')] : words;
}

/** The last word; in Spanish, of two surnames, the first one too, which people go by. */
function surnamesOf(words: readonly string[], isSpanish: boolean): readonly string[] {
  return isSpanish && words.length > 2 ? [words.at(-1)!, words.at(-2)!] : [words.at(-1)!];
}

function ruleOf({ name, words }: Person): PersonRule | undefined {
  const initials = initialsOf(name, words).words;
  if (initials > 0 && initials < words.length && isSurname(words.slice(initials))) return 'firstInitial';
  return isSurname(words) ? 'surname' : undefined;
}

/** One word, or several of which all but the last are particles ("Ben Malek", "de la Torre"). */
function isSurname(words: readonly string[]): boolean {
  return words.slice(0, -1).every((word) => surnameParticles.has(word)) && words.at(-1)!.length > 1;
}

function isFullName(words: readonly string[]): boolean {
  return words.length > 1 && words[0]!.length > 1 && !isSurname(words);
}

function isTail(tail: readonly string[], words: readonly string[]): boolean {
  const offset = words.length - tail.length;
  return offset >= 0 && tail.every((word, i) => word === words[offset + i]);
}

/** The two are, or one of the names is already, addressed as a man and as a woman. */
function areOppositeSexes(text: string, a: Name, b: Name): boolean {
  return new Set([...sexesOf(text, a), ...sexesOf(text, b)]).size > 1;
}

/** What the forms of address before the mentions of a name say. */
function sexesOf(text: string, name: Name): Set<'m' | 'f'> {
  const sexes = new Set<'m' | 'f'>();
  for (const { start } of name.mentions) {
    const before = foldWords(text.slice(Math.max(0, start - 16), start)).at(-1);
    const sex = before === undefined ? undefined : civilities.get(before);
    if (sex) sexes.add(sex);
  }
  return sexes;
}
