import type { PassageChoice } from './curation.ts';
import { foldBlanks } from './foldBlanks.ts';
import { fingerprint, omission } from './shortPassage.ts';

/** Where a choice is asked for. */
export interface PassagePlace {
  readonly article: string;
  readonly outlet: string;
}

/** A stretch of a folded text. */
interface FoldedSpan {
  readonly start: number;
  readonly end: number;
}

/** A choice with what it is looked up by. */
interface Entry {
  readonly choice: PassageChoice;
  /** What the passage begins with, blanks folded; all of it unless it is long. */
  readonly lead: string;
}

/**
 * Passage choices by where they hold and how their texts begin: one pass over an article finds those that stand in it,
 * however many choices there are.
 */
export class PassageTable {
  private readonly scopes = new Map<string, Beginnings>();

  constructor(choices: readonly PassageChoice[]) {
    for (const entry of choices.map(entryOf)) {
      if (entry.lead === '') continue;
      const scope = scopeKey(entry.choice);
      const beginnings = this.scopes.get(scope) ?? new Beginnings();
      this.scopes.set(scope, beginnings);
      beginnings.add(entry);
    }
  }

  get isEmpty(): boolean {
    return this.scopes.size === 0;
  }

  /** The choices that hold at a place and whose text stands in `folded`, the strongest last. */
  choicesIn(folded: string, { article, outlet }: PassagePlace): readonly PassageChoice[] {
    const found = [scopeKey({}), scopeKey({ outlet }), scopeKey({ article })].flatMap((scope) => [
      ...(this.scopes.get(scope)?.entriesIn(folded) ?? []),
    ]);
    return found.sort(byStrength).map(({ choice }) => choice);
  }
}

/** Units of a passage's beginning that it is looked up by, the longest that it has. */
const keyLengths = [12, 4, 1] as const;

/** Passages by how they begin. */
class Beginnings {
  private readonly tables = keyLengths.map((length) => ({ length, byKey: new Map<number, Entry[]>() }));

  add(entry: Entry): void {
    const table = this.tables.find(({ length }) => entry.lead.length >= length)!;
    const key = keyAt(entry.lead, 0, table.length);
    const bucket = table.byKey.get(key);
    if (bucket) bucket.push(entry);
    else table.byKey.set(key, [entry]);
  }

  entriesIn(folded: string): ReadonlySet<Entry> {
    const found = new Set<Entry>();
    for (const { length, byKey } of this.tables) {
      if (byKey.size === 0) continue;
      for (let at = 0; at + length <= folded.length; at++) {
        for (const entry of byKey.get(keyAt(folded, at, length)) ?? []) {
          if (!found.has(entry) && spanAt(folded, entry, at)) found.add(entry);
        }
      }
    }
    return found;
  }
}

function scopeKey({ outlet, article }: Pick<PassageChoice, 'outlet' | 'article'>): string {
  if (outlet !== undefined) return `outlet ${outlet}`;
  return article === undefined ? 'corpus' : `article ${article}`;
}

/** Every place where the text of a choice stands in a folded text, in order, not overlapping. */
export function placesOf(folded: string, choice: PassageChoice): readonly FoldedSpan[] {
  const entry = entryOf(choice);
  const places: FoldedSpan[] = [];
  if (entry.lead === '') return places;
  for (let span = nextPlace(folded, entry, 0); span; span = nextPlace(folded, entry, span.end))
    places.push(span);
  return places;
}

function entryOf(choice: PassageChoice): Entry {
  const folded = foldBlanks(choice.text).text;
  const cut = choice.long ? folded.indexOf(omission) : -1;
  return { choice, lead: cut < 0 ? folded : folded.slice(0, cut) };
}

function nextPlace(folded: string, entry: Entry, from: number): FoldedSpan | undefined {
  for (let at = folded.indexOf(entry.lead, from); at >= 0; at = folded.indexOf(entry.lead, at + 1)) {
    const span = spanAt(folded, entry, at);
    if (span) return span;
  }
  return undefined;
}

/** The passage that begins at a place, if it is there whole and cuts no word. */
function spanAt(folded: string, { choice, lead }: Entry, start: number): FoldedSpan | undefined {
  if (!folded.startsWith(lead, start)) return undefined;
  const end = start + (choice.long?.length ?? lead.length);
  if (end > folded.length || cutsWord(folded, start) || cutsWord(folded, end)) return undefined;
  if (choice.long && fingerprint(folded.slice(start, end)) !== choice.long.hash) return undefined;
  return { start, end };
}

const inWord = /[\p{L}\p{N}\p{M}]/u;

function cutsWord(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return false;
  return inWord.test(characterBefore(text, at)) && inWord.test(String.fromCodePoint(text.codePointAt(at)!));
}

function characterBefore(text: string, at: number): string {
  return /[\udc00-\udfff]/.test(text[at - 1]!) ? text.slice(Math.max(0, at - 2), at) : text[at - 1]!;
}

function keyAt(text: string, at: number, length: number): number {
  let key = 0;
  for (let i = at; i < at + length; i++) key = (Math.imul(key, 31) + text.charCodeAt(i)) | 0;
  return key;
}

/**
 * Which of two choices has the last word: what is said of one article over what is said of its outlet and of the corpus;
 * then the shorter text, which says something of a part; then what keeps over what removes. A total order, so that the
 * order in the file does not matter.
 */
function byStrength(a: Entry, b: Entry): number {
  return (
    scope(a.choice) - scope(b.choice) ||
    passageLength(b) - passageLength(a) ||
    Number(a.choice.is === 'article') - Number(b.choice.is === 'article') ||
    compare(a.choice.is, b.choice.is) ||
    compare(a.choice.text, b.choice.text) ||
    compare(JSON.stringify(a.choice), JSON.stringify(b.choice))
  );
}

function scope({ outlet, article }: PassageChoice): number {
  if (outlet !== undefined) return 1;
  return article === undefined ? 0 : 2;
}

function passageLength({ choice, lead }: Entry): number {
  return choice.long?.length ?? lead.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
