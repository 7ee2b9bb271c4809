import { CIVILITIES, SURNAME_PARTICLES } from './lists/nameWords.ts';
import type { Name } from './names.ts';
import { foldWords } from './nameKey.ts';
import type { NameJoin } from './nameJoin.ts';

/**
 * Joins a surname ("M. Okba"), or an initial with a surname ("K. Okba"), with the one person of the article who bears
 * it. Two persons of one surname, and a man and a woman, are never joined; a first name alone joins nobody.
 */
export function linkPersons(text: string, names: readonly Name[]): NameJoin[] {
  const persons = names
    .map((name, index) => ({ name, index, words: name.key.split(' ') }))
    .filter((p) => p.name.type === 'PER');
  const joins: NameJoin[] = [];
  for (const short of persons) {
    const rule = ruleOf(short.words);
    if (!rule) continue;
    const bearers = persons.filter(
      (full) => full !== short && isFullName(full.words) && RULES[rule](short.words, full.words),
    );
    const [bearer] = bearers;
    if (!bearer || bearers.length > 1 || areOppositeSexes(text, short.name, bearer.name)) continue;
    const evidence = {
      rule,
      values: { short: short.name.mentions[0]!.text, long: bearer.name.mentions[0]!.text },
    };
    joins.push({ name: short.index, other: bearer.index, evidence, isProven: false });
  }
  return joins;
}

type PersonRule = 'surname' | 'firstInitial';

const RULES: Readonly<Record<PersonRule, (short: readonly string[], full: readonly string[]) => boolean>> = {
  surname: (short, full) => full.length > short.length && isTail(short, full),
  firstInitial: (short, full) => full[0]!.startsWith(short[0]!) && isTail(short.slice(1), full.slice(1)),
};

function ruleOf(words: readonly string[]): PersonRule | undefined {
  if (words.length > 1 && words[0]!.length === 1 && isSurname(words.slice(1))) return 'firstInitial';
  return isSurname(words) ? 'surname' : undefined;
}

/** One word, or several of which all but the last are particles ("Ben Malek", "de la Torre"). */
function isSurname(words: readonly string[]): boolean {
  return words.slice(0, -1).every((word) => SURNAME_PARTICLES.has(word)) && words.at(-1)!.length > 1;
}

function isFullName(words: readonly string[]): boolean {
  return words.length > 1 && words[0]!.length > 1 && !isSurname(words);
}

function isTail(tail: readonly string[], words: readonly string[]): boolean {
  const offset = words.length - tail.length;
  return offset >= 0 && tail.every((word, i) => word === words[offset + i]);
}

function areOppositeSexes(text: string, a: Name, b: Name): boolean {
  const [first, second] = [sexesOf(text, a), sexesOf(text, b)];
  return first.size + second.size > 0 && [...first].some((sex) => second.size > 0 && !second.has(sex));
}

/** What the forms of address before the mentions of a name say. */
function sexesOf(text: string, name: Name): Set<'m' | 'f'> {
  const sexes = new Set<'m' | 'f'>();
  for (const { start } of name.mentions) {
    const before = foldWords(text.slice(Math.max(0, start - 16), start)).at(-1);
    const sex = before === undefined ? undefined : CIVILITIES.get(before);
    if (sex) sexes.add(sex);
  }
  return sexes;
}
