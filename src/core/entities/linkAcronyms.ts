import { innerWords, leadingArticles, umbrellas } from './lists/nameWords.ts';
import { definers } from './lists/definers.ts';
import type { RecognisedMention } from './mention.ts';
import type { Name } from './names.ts';
import { foldWords, singularKey } from './nameKey.ts';
import type { NameJoin } from './nameJoin.ts';

/**
 * Joins acronyms with their long forms: by a definition in parentheses either way round ("Long (ACR)", "ACR (Long)"),
 * then, for acronyms nobody defined, by the initials of exactly one organization of the article, which proves something to
 * other articles only where there are four letters. An acronym defined in two ways is joined with neither.
 */
export function linkAcronyms(text: string, names: readonly Name[]): NameJoin[] {
  const defined = keepUnambiguous(findDefinitions(text, names), names);
  const settled = new Set(defined.flatMap((join) => [join.name, join.other]));
  return [...defined, ...findInitials(text, names, settled)];
}

/** Whether a surface is written like an acronym: one word, two to ten letters or digits, nearly all capitals. */
function isAcronym(surface: string): boolean {
  const letters = surface.replace(/[.\-&]/g, '');
  if (!/^[\p{L}\p{N}]{2,10}$/u.test(letters)) return false;
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && capitals * 2 > letters.length;
}

/** Whether the letters of an acronym are the initials of the words of a name, with or without its function words. */
function areInitials(acronym: string, long: string): boolean {
  const letters = acronymLetters(acronym);
  return initialsOf(long).some((initials) => initials === letters);
}

/**
 * Schwartz and Hearst's test (PSB 2003): the letters of the acronym stand in this order in the long form, the first one
 * at the beginning of its first word.
 */
function spellsAcronym(acronym: string, long: string): boolean {
  const letters = acronymLetters(acronym);
  const words = withoutArticle(foldWords(long));
  const letterRun = words.join(' ');
  let at = letterRun.length - 1;
  for (let i = letters.length - 1; i > 0; i -= 1) {
    while (at > 0 && letterRun[at] !== letters[i]) at -= 1;
    if (at <= 0) return false;
    at -= 1;
  }
  return letterRun.startsWith(letters[0] ?? ' ') && at >= 0;
}

function acronymLetters(acronym: string): string {
  return foldWords(acronym.replace(/(?<=\p{Lu})s$/u, ''))
    .join('')
    .replaceAll('&', '');
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && leadingArticles.has(words[0]!) ? words.slice(1) : words;
}

/** The strings of initials that people make of a name: of its content words, or of all of them, elided ones in or out. */
function initialsOf(long: string): string[] {
  // "Aujourd'hui" is one word: only what is elided before an apostrophe is a word of its own.
  const unsplit = long.replace(/(?<=\p{L}{3})['’ʼ](?=\p{L})/gu, '');
  const words = foldWords(unsplit);
  const take = (some: readonly string[]): string => some.map((word) => word[0]).join('');
  return [
    take(words.filter((word) => !innerWords.has(word))),
    take(words.filter((word) => word.length > 1 && word !== '&')),
    take(words.filter((word) => word !== '&')),
  ];
}

/** A pair of names where the text itself sets one beside the other in parentheses. */
function findDefinitions(text: string, names: readonly Name[]): NameJoin[] {
  const placed = names
    .flatMap((name, index) => name.mentions.map((mention) => ({ mention, name: index })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const found: NameJoin[] = [];
  for (let i = 1; i < placed.length; i += 1) {
    const [left, right] = [placed[i - 1]!, placed[i]!];
    if (left.name === right.name || left.mention.type !== right.mention.type) continue;
    if (!standsInParentheses(text, left.mention, right.mention)) continue;
    const isRightShort =
      !/\s/.test(right.mention.text) && right.mention.text.length < left.mention.text.length;
    const [short, long] = isRightShort ? [right, left] : [left, right];
    if (
      isDefinition(
        short.mention,
        long.mention,
        names[short.name]!,
        short === right && isAloneInside(text, right.mention),
      )
    ) {
      const evidence = {
        rule: 'acronymInParentheses',
        values: { short: short.mention.text, long: long.mention.text },
      };
      found.push({ name: short.name, other: long.name, evidence, isProven: true });
    }
  }
  return found;
}

const longestLeadIn = 30;

/** `left (right)`, with an introducing word at most: `left (ci-après « right »)`. */
function standsInParentheses(text: string, left: RecognisedMention, right: RecognisedMention): boolean {
  if (right.start - left.end > longestLeadIn) return false;
  const between = /^\s?["»”’]?\s*[([]\s*([^()[\]]*?)["«“'’\s]*$/u.exec(text.slice(left.end, right.start));
  if (!between || !/^\s?["»”’]?\s*[)\],;]/u.test(text.slice(right.end, right.end + 4))) return false;
  const words = foldWords(between[1]!).join(' ');
  return words === '' || definers.has(words);
}

/** The parenthesis closes behind the name: it holds no list of others. */
function isAloneInside(text: string, mention: RecognisedMention): boolean {
  return /^\s?["»”’]?\s*[)\]]/u.test(text.slice(mention.end, mention.end + 4));
}

/**
 * An acronym that does not spell its long form needs stronger signs: it stands after a long name, is used again, and is
 * not of a union or party whose member the long name may be.
 */
function isDefinition(
  short: RecognisedMention,
  long: RecognisedMention,
  name: Name,
  isAloneAfter: boolean,
): boolean {
  if (foldWords(long.text).length < 2) return false;
  if (!isAcronym(short.text)) {
    const isSpoken =
      isSpokenAcronym(short.text, long.text) || (isAloneAfter && isCutShort(short.text, long.text));
    return short.type === 'ORG' && isSpoken;
  }
  if (areInitials(short.text, long.text)) return true;
  if (short.type !== 'ORG') return false;
  if (acronymLetters(short.text).length > 2 && spellsAcronym(short.text, long.text)) return true;
  const contentWords = foldWords(long.text).filter((word) => !innerWords.has(word)).length;
  const isUmbrella = umbrellas.has(acronymLetters(short.text));
  return isAloneAfter && contentWords >= 4 && name.mentions.length > 1 && !isUmbrella;
}

/** "Federal Reserve (Fed)": the beginning of the long form's first word. The whole word may be the owner's name. */
function isCutShort(short: string, long: string): boolean {
  const first = withoutArticle(foldWords(long))[0]!;
  const [word, ...others] = foldWords(short);
  if (word === undefined || others.length > 0) return false;
  return word.length >= 3 && word.length < first.length && first.startsWith(word);
}

/** "Fédération nord-africaine des ports (Fenap)": a word that holds all initials of the long form and spells it. */
function isSpokenAcronym(short: string, long: string): boolean {
  if (!/^\p{Lu}\p{Ll}{2,9}$/u.test(short) || !spellsAcronym(short, long)) return false;
  const initials = initialsOf(long)[0]!;
  const letters = acronymLetters(short);
  let at = -1;
  for (let i = 0; i < initials.length; i += 1) {
    at = letters.indexOf(initials[i]!, at + 1);
    if (at < 0) return false;
  }
  return initials.length > 2;
}

/** Without the acronyms (or long forms) that two different definitions claim; each pair once. */
function keepUnambiguous(joins: readonly NameJoin[], names: readonly Name[]): NameJoin[] {
  const once = [...new Map(joins.map((join) => [`${join.name} ${join.other}`, join])).values()];
  const partners = new Map<string, Set<string>>();
  const claim = (side: string, partner: number): void => {
    const known = partners.get(side) ?? new Set<string>();
    partners.set(side, known.add(singularKey(names[partner]!.key)));
  };
  for (const { name, other } of once) {
    claim(`short ${name}`, other);
    claim(`long ${other}`, name);
  }
  return once.filter(
    ({ name, other }) =>
      partners.get(`short ${name}`)?.size === 1 && partners.get(`long ${other}`)?.size === 1,
  );
}

const shortestUndefined = 3;
/** What three letters stand for in one article by their initials alone, they need not stand for in another one. */
const shortestProven = 4;

/** Acronyms that nobody defines, with the one organization of those initials, which no other acronym claims. */
function findInitials(text: string, names: readonly Name[], settled: ReadonlySet<number>): NameJoin[] {
  const open = names.flatMap((name, index) => (name.type === 'ORG' && !settled.has(index) ? [index] : []));
  const longs = new Map<string, Set<number>>();
  for (const index of open) {
    if (!names[index]!.key.includes(' ')) continue;
    for (const initials of initialsOf(firstSurface(names[index]!))) {
      longs.set(initials, (longs.get(initials) ?? new Set()).add(index));
    }
  }
  const pairs = open.flatMap((index) => {
    const short = firstSurface(names[index]!);
    const letters = isAcronym(short) ? acronymLetters(short) : '';
    if (letters.length < shortestUndefined) return [];
    return [...(longs.get(letters) ?? [])]
      .filter((other) => other !== index)
      .map((other) => {
        const evidence = { rule: 'initials', values: { short, long: firstSurface(names[other]!) } };
        return { name: index, other, evidence, isProven: letters.length >= shortestProven };
      });
  });
  return keepUnambiguous(pairs, names).flatMap((join) => {
    const [short, long] = [names[join.name]!, names[join.other]!];
    if (isApposed(text, short, long)) return [{ ...join, isProven: true }];
    return areCoordinated(text, short, long) ? [] : [join];
  });
}

/** "la Banque centrale du Sud, BCS, prête" and "…, ou BCS, prête". */
function isApposed(text: string, short: Name, long: Name): boolean {
  return long.mentions.some(({ end }) =>
    short.mentions.some((mention) => {
      if (mention.start < end || mention.start - end > 6) return false;
      return (
        /^, ?(?:(?:ou|or|o) )?$/iu.test(text.slice(end, mention.start).replace(/\s/g, ' ')) &&
        /^\s?[,.;)]/u.test(text.slice(mention.end, mention.end + 2))
      );
    }),
  );
}

function firstSurface(name: Name): string {
  return name.mentions[0]!.text;
}

/** "la CDB et la Caisse des bourses" names two: nobody joins a thing with itself. */
function areCoordinated(text: string, a: Name, b: Name): boolean {
  return a.mentions.some((x) =>
    b.mentions.some((y) => {
      const [left, right] = x.start < y.start ? [x, y] : [y, x];
      if (right.start - left.end > longestLeadIn) return false;
      return /^,?\s*(?:et|and|y|e|ou|or|o|,|\/|&|avec|with|con)(?![\p{L}])/iu.test(
        text.slice(left.end, right.start).trimStart(),
      );
    }),
  );
}
