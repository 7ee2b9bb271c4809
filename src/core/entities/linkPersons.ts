import { civilities, surnameParticles } from './lists/nameWords.ts';
import type { Name } from './names.ts';
import { foldWords } from './nameKey.ts';
import type { NameJoin } from './nameJoin.ts';

/**
 * Joins a surname ("M. Haddouch"), or an initial with a surname ("S. Haddouch"), with the one person of the article who
 * bears it. Two persons of one surname, and a man and a woman, are never joined; a first name alone joins nobody.
 */
export function linkPersons(text: string, names: readonly Name[], language: string): NameJoin[] {
  const persons = names.flatMap((name, index) =>
    name.type === 'PER' ? [{ name, index, words: wordsOf(name) }] : [],
  );
  const bearersOf = new Map<string, typeof persons>();
  for (const person of persons) {
    if (!isFullName(person.words)) continue;
    for (const surname of surnamesOf(person.words, language)) {
      bearersOf.set(surname, [...(bearersOf.get(surname) ?? []), person]);
    }
  }
  return persons.flatMap((short) => {
    const rule = ruleOf(short.words);
    if (!rule) return [];
    const candidates = bearersOf.get(short.words.at(-1)!) ?? [];
    const isSpanish = language === 'es';
    const bearers = candidates.filter(
      (full) => full !== short && rules[rule](short.words, full.words, isSpanish),
    );
    const [bearer, ...rivals] = bearers;
    if (!bearer || rivals.length > 0 || areOppositeSexes(text, short.name, bearer.name)) return [];
    const values = { short: short.name.mentions[0]!.text, long: bearer.name.mentions[0]!.text };
    return [{ name: short.index, other: bearer.index, evidence: { rule, values }, isProven: false }];
  });
}

type PersonRule = 'surname' | 'firstInitial';

type PersonTest = (short: readonly string[], full: readonly string[], isSpanish: boolean) => boolean;

const rules: Readonly<Record<PersonRule, PersonTest>> = {
  surname: (short, full, isSpanish) =>
    full.length > short.length &&
    (isTail(short, full) || (isSpanish && full.length > 2 && isTail(short, full.slice(1, -1)))),
  firstInitial: (short, full) => full[0]!.startsWith(short[0]!) && isTail(short.slice(1), full.slice(1)),
};

/** The words of a person's key, those of a hyphenated surname ("Astier-Lemoine") in one. */
function wordsOf(name: Name): readonly string[] {
  const words = name.key.split(' ');
  const surname = foldWords(name.mentions[0]!.text.split(/\s+/).at(-1)!, false);
  const length = surname.length;
  return length > 1 && length <= words.length ? [...words.slice(0, -length), surname.join('-')] : words;
}

/** The last word; in Spanish, of two surnames, the first one too, which people go by. */
function surnamesOf(words: readonly string[], language: string): readonly string[] {
  return language === 'es' && words.length > 2 ? [words.at(-1)!, words.at(-2)!] : [words.at(-1)!];
}

function ruleOf(words: readonly string[]): PersonRule | undefined {
  if (words.length > 1 && words[0]!.length === 1 && isSurname(words.slice(1))) return 'firstInitial';
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
