import {
  crawlDumpNames,
  crawlWords,
  creationNames,
  datePartNames,
  fieldNames,
  linkWords,
  nameWords,
  prefixWords,
  shortTextNames,
  suffixWords,
  wholeWords,
  type FieldRole,
} from './fieldNames.ts';

/** What the user says of the fields of a corpus: names by role, and names that say nothing. */
export type FieldChoices = { readonly [Role in FieldRole]?: readonly string[] } & {
  readonly ignore?: readonly string[];
};

/** The fields of one kind of record by role, as their author wrote them, best first. */
export interface RecognisedFields {
  readonly byRole: ReadonlyMap<FieldRole, readonly string[]>;
  /** A date in parts; only when no field holds a whole one. */
  readonly dateParts?: { readonly year: string; readonly month?: string; readonly day?: string };
  /** Names that stand for nothing we know. */
  readonly unused: readonly string[];
}

interface Guess {
  readonly name: string;
  readonly role: FieldRole;
  /** Lower is better. */
  readonly rank: number;
}

/** Beyond any rank of a list: what stands behind every name that says it plainly. */
const behindAll = 1000;

const ranks: ReadonlyMap<string, readonly { role: FieldRole; rank: number }[]> = rankNames();

/** Says what each field of a record is for, by its name; `choices` of the user stand above all guesses. */
export function recogniseFields(names: readonly string[], choices: FieldChoices = {}): RecognisedFields {
  const chosen = new Map<string, FieldRole>();
  const byRole = new Map<FieldRole, string[]>();
  for (const [role, wanted] of Object.entries(choices) as [FieldRole | 'ignore', readonly string[]][]) {
    if (role === 'ignore') continue;
    for (const name of wanted) {
      if (!names.includes(name)) continue;
      chosen.set(name, role);
      byRole.set(role, [...(byRole.get(role) ?? []), name]);
    }
  }
  const ignored = new Set(choices.ignore);
  const free = names.filter((name) => !chosen.has(name) && !ignored.has(name));
  const isCrawlDump = names.filter((name) => crawlDumpNames.has(foldName(lastPart(name)))).length >= 2;
  const guesses = free.flatMap((name) => guessRoles(name, isCrawlDump));
  guesses.sort((a, b) => a.rank - b.rank);
  for (const { name, role } of guesses) {
    // What the user has said of a role is all of it.
    if (role in choices && role !== 'modified' && role !== 'crawled') continue;
    byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  const parts = byRole.has('published') ? undefined : findDateParts(free);
  const used = new Set([...[...byRole.values()].flat(), ...Object.values(parts ?? {})]);
  return { byRole, ...(parts && { dateParts: parts }), unused: names.filter((name) => !used.has(name)) };
}

/** Lower case, without accents, letters and digits only: `Date_Publié` is `datepublie`. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a name says that its date is a guess at best: the day a row was made, as often as not. */
export function isCreationName(name: string): boolean {
  return creationNames.has(foldName(lastPart(name)));
}

/** Of `metadata.date` the `date`. */
const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function guessRoles(name: string, isCrawlDump: boolean): Guess[] {
  const part = lastPart(name);
  const words = wordsOf(part);
  const isFetched = words.some((word) => crawlWords.test(word)) && !fieldNames.text.includes(foldName(part));
  if (isFetched) {
    const isDay = words.length > 1 || /date|time|le$|at$/.test(words.join(''));
    return isDay && !words.some((word) => /^(?:id|uuid|url|text|content|by|title|html)$/.test(word))
      ? [{ name, role: 'crawled', rank: 0 }]
      : textGuess(name, words);
  }
  const found = variantsOf(words).flatMap(({ folded, distance }) =>
    (ranks.get(folded) ?? []).map(({ role, rank }) => ({ name, role, rank: rank + distance })),
  );
  const best = new Map<FieldRole, Guess>();
  for (const guess of found) {
    const known = best.get(guess.role);
    if (!known || guess.rank < known.rank) best.set(guess.role, guess);
  }
  return [...best.values()].map((guess) =>
    isCrawlDump && guess.role === 'published' && /^(?:date|timestamp|time|datetime)$/.test(foldName(part))
      ? { name, role: 'crawled', rank: 0 }
      : guess,
  );
}

/** `extracted_text` is a text, though the word is one of fetching. */
function textGuess(name: string, words: readonly string[]): Guess[] {
  const rest = words.filter((word) => !crawlWords.test(word)).join('');
  return (ranks.get(rest) ?? [])
    .filter(({ role }) => role === 'text' || role === 'html' || role === 'title' || role === 'url')
    .map(({ role, rank }) => ({ name, role, rank: rank + 200 }));
}

/** The name as it is, and with words taken from its head or tail that only say of which text it is. */
function variantsOf(words: readonly string[]): { folded: string; distance: number }[] {
  const variants = [{ folded: words.join(''), distance: 0 }];
  for (const said of [beforeLink(words), afterLink(words)])
    if (said.length > 0) variants.push({ folded: said.join(''), distance: 100 });
  for (let from = 0; from <= Math.min(2, words.length - 1); from++) {
    if (!words.slice(0, from).every((word) => prefixWords.has(word))) break;
    for (let to = words.length; to >= Math.max(from + 1, words.length - 2); to--) {
      if (!words.slice(to).every((word) => suffixWords.has(word))) break;
      const left = from + words.length - to;
      if (left > 0) variants.push({ folded: words.slice(from, to).join(''), distance: left * 100 });
    }
  }
  return variants;
}

/** Of `titre de l article` the `titre`; empty for a name of another kind. */
function beforeLink(words: readonly string[]): readonly string[] {
  let end = words.length - 1;
  if (!wholeWords.has(words[end] ?? '') || !linkWords.has(words[end - 1] ?? '')) return [];
  while (end > 0 && linkWords.has(words[end - 1] ?? '')) end--;
  return words.slice(0, end);
}

/** Of `nom de l auteur` the `auteur`; empty for a name of another kind. */
function afterLink(words: readonly string[]): readonly string[] {
  if (!nameWords.has(words[0] ?? '') || !linkWords.has(words[1] ?? '')) return [];
  const from = words.findIndex((word, i) => i > 0 && !linkWords.has(word));
  return from < 0 ? [] : words.slice(from);
}

/** `datePublished`, `date_published`, `article:published_time` as words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(foldName)
    .filter((word) => word !== '');
}

function findDateParts(names: readonly string[]): RecognisedFields['dateParts'] {
  const find = (wanted: readonly string[]): string | undefined =>
    names.find((name) => wanted.includes(foldName(lastPart(name))));
  const year = find(datePartNames.year);
  if (year === undefined) return undefined;
  const month = find(datePartNames.month);
  const day = month === undefined ? undefined : find(datePartNames.day);
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

function rankNames(): Map<string, { role: FieldRole; rank: number }[]> {
  const all = new Map<string, { role: FieldRole; rank: number }[]>();
  const add = (name: string, role: FieldRole, rank: number): void => {
    const folded = foldName(name);
    all.set(folded, [...(all.get(folded) ?? []), { role, rank }]);
  };
  for (const [role, names] of Object.entries(fieldNames) as [FieldRole, readonly string[]][]) {
    names.forEach((name, rank) => {
      add(name, role, rank);
    });
  }
  shortTextNames.forEach((name, rank) => {
    add(name, 'text', behindAll + rank);
  });
  return all;
}
