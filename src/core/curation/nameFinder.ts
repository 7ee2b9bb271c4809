import type { Span } from '../text/span.ts';
import type { OwnName } from './ownNames.ts';

/** Where a name stands in a text, in UTF-16 code units. */
export interface FoundName extends Span {
  readonly name: OwnName;
}

interface Entry {
  readonly name: OwnName;
  /** Words, and what stands before, between and behind them; folded. */
  readonly words: readonly string[];
  readonly gaps: readonly string[];
}

/**
 * Finds names in a text as they are written, or in capitals; blanks, apostrophes and hyphens may be others. One pass
 * over the text, however many names there are.
 */
export class NameFinder {
  private readonly byFirstWord = new Map<string, Entry[]>();

  constructor(names: readonly OwnName[]) {
    for (const name of names) {
      this.add(entryOf(name, name.text));
      const shouted = name.text.toUpperCase();
      if (shouted !== name.text) this.add(entryOf(name, shouted));
    }
    for (const entries of this.byFirstWord.values()) entries.sort((a, b) => lengthOf(b) - lengthOf(a));
  }

  get isEmpty(): boolean {
    return this.byFirstWord.size === 0;
  }

  /** In text order, not overlapping; of two names that begin at one place the longer. */
  find(text: string): readonly FoundName[] {
    if (this.isEmpty) return [];
    const words = wordsOf(text);
    const found: FoundName[] = [];
    for (let i = 0; i < words.length;) {
      const next = this.nameAt(text, words, i);
      if (next) found.push(next.found);
      i += next?.words ?? 1;
    }
    return found;
  }

  private nameAt(
    text: string,
    words: readonly Word[],
    at: number,
  ): { readonly found: FoundName; readonly words: number } | undefined {
    for (const entry of this.byFirstWord.get(words[at]!.word) ?? []) {
      const span = spanOf(text, words, at, entry);
      if (span) return { found: { name: entry.name, ...span }, words: entry.words.length };
    }
    return undefined;
  }

  private add(entry: Entry): void {
    const [first] = entry.words;
    if (first === undefined) return;
    const entries = this.byFirstWord.get(first);
    if (entries) entries.push(entry);
    else this.byFirstWord.set(first, [entry]);
  }
}

interface Word extends Span {
  readonly word: string;
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), (match) => ({
    word: match[0].normalize('NFC'),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function entryOf(name: OwnName, written: string): Entry {
  const text = foldGap(written.trim());
  const words = wordsOf(text);
  const ends = [0, ...words.map(({ end }) => end)];
  const starts = [...words.map(({ start }) => start), text.length];
  return {
    name,
    words: words.map(({ word }) => word),
    gaps: starts.map((start, i) => text.slice(ends[i], start)),
  };
}

function lengthOf({ words, gaps }: Entry): number {
  return [...words, ...gaps].reduce((sum, part) => sum + part.length, 0);
}

/** Where an entry stands whose first word is the one at a position, if it does. */
function spanOf(
  text: string,
  words: readonly Word[],
  at: number,
  { words: own, gaps }: Entry,
): Span | undefined {
  if (at + own.length > words.length) return undefined;
  for (let k = 0; k < own.length; k++) {
    if (words[at + k]!.word !== own[k]) return undefined;
    if (k > 0 && foldGap(text.slice(words[at + k - 1]!.end, words[at + k]!.start)) !== gaps[k])
      return undefined;
  }
  const start = startOfGap(text, words[at]!.start, gaps[0]!);
  const end = endOfGap(text, words[at + own.length - 1]!.end, gaps.at(-1)!);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Where the signs end that begin at a place and are `gap` once folded; undefined where others stand. */
function endOfGap(text: string, start: number, gap: string): number | undefined {
  let end = start;
  for (let i = 0; i < gap.length; i++) {
    if (foldGap(text.charAt(end)) !== gap[i]) return undefined;
    end++;
    while (gap[i] === ' ' && isBlank(text.charAt(end))) end++;
  }
  return end;
}

/** The same from the end of the signs to where they begin. */
function startOfGap(text: string, end: number, gap: string): number | undefined {
  let start = end;
  for (let i = gap.length - 1; i >= 0; i--) {
    if (foldGap(text.charAt(start - 1)) !== gap[i]) return undefined;
    start--;
    while (gap[i] === ' ' && isBlank(text.charAt(start - 1))) start--;
  }
  return start;
}

function isBlank(sign: string): boolean {
  return /\s/.test(sign);
}

/** Blanks as one, apostrophes and hyphens as the plain ones. */
function foldGap(gap: string): string {
  return gap.replace(/\s+/g, ' ').replace(/[’‘ʼ]/g, "'").replace(/[‐‑]/g, '-');
}
