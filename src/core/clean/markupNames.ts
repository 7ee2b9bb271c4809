import { layoutWords, markupWordKinds, markupWords } from './lists/markupWords.ts';
import type { MarkupWord } from './lists/markupWords.ts';

/** The bits of some kinds in the sets that `kindsOfNames` gives. */
export function kindBit(...kinds: readonly MarkupWord[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << markupWordKinds.indexOf(kind)), 0);
}

interface WordTable {
  /** Bits by word, and by two words with a blank between. */
  readonly exact: ReadonlyMap<string, number>;
  /** Beginnings of words, by their first two letters: pages hold many names, and few begin like any of them. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [beginning: string, bits: number])[]>;
}

let table: WordTable | undefined;

/** No beginning in the list is shorter. */
const indexed = 2;

/** Longest run of letters that is looked up; pages hold names of any length. */
const longestName = 200;

/**
 * Bit set of the kinds of `markupWordKinds` that an element's names speak of. Of a label only classes and id are read,
 * not the tag.
 */
export function kindsOfNames(label: string, role: string): number {
  const known = (table ??= compile());
  const [, ...names] = label.slice(0, longestName).split(/[.#]/);
  if (role !== '') names.push(...role.slice(0, longestName).split(/\s+/));
  let bits = 0;
  for (const name of names) {
    const words = name.split(/[^a-z]+/).filter((word) => word !== '');
    if (words.length > 1 && words.some((word) => layoutWords.has(word))) continue;
    words.forEach((word, i) => {
      const next = words[i + 1];
      bits |= bitsOf(word, known) | (next === undefined ? 0 : bitsOf(`${word} ${next}`, known));
    });
  }
  return bits;
}

function bitsOf(words: string, { exact, beginnings }: WordTable): number {
  let bits = exact.get(words) ?? 0;
  for (const [beginning, own] of beginnings.get(words.slice(0, indexed)) ?? [])
    if (words.startsWith(beginning)) bits |= own;
  return bits;
}

function addBeginning(beginnings: Map<string, [string, number][]>, beginning: string, bits: number): void {
  const start = beginning.slice(0, indexed);
  const known = beginnings.get(start) ?? [];
  known.push([beginning, bits]);
  beginnings.set(start, known);
}

function compile(): WordTable {
  const exact = new Map<string, number>();
  const beginnings = new Map<string, [string, number][]>();
  markupWordKinds.forEach((kind, bit) => {
    for (const part of markupWords[kind].split(',')) {
      const entry = part.trim();
      if (entry.endsWith('*')) addBeginning(beginnings, entry.slice(0, -1), 1 << bit);
      else exact.set(entry, (exact.get(entry) ?? 0) | (1 << bit));
    }
  });
  return { exact, beginnings };
}
