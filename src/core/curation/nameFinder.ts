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
      const entry = this.byFirstWord.get(words[i]!.word)?.find((each) => standsAt(text, words, i, each));
      if (entry === undefined) {
        i++;
        continue;
      }
      const last = words[i + entry.words.length - 1]!;
      const start = words[i]!.start - entry.gaps[0]!.length;
      found.push({ name: entry.name, start, end: last.end + entry.gaps.at(-1)!.length });
      i += entry.words.length;
    }
    return found;
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

function standsAt(text: string, words: readonly Word[], at: number, { words: own, gaps }: Entry): boolean {
  if (at + own.length > words.length) return false;
  for (let k = 0; k < own.length; k++) {
    if (words[at + k]!.word !== own[k]) return false;
    if (k > 0 && foldGap(text.slice(words[at + k - 1]!.end, words[at + k]!.start)) !== gaps[k]) return false;
  }
  const { start } = words[at]!;
  const { end } = words[at + own.length - 1]!;
  const [before, behind] = [gaps[0]!, gaps.at(-1)!];
  return (
    foldGap(text.slice(Math.max(0, start - before.length), start)) === before &&
    foldGap(text.slice(end, end + behind.length)) === behind
  );
}

/** Blanks as one, apostrophes and hyphens as the plain ones. */
function foldGap(gap: string): string {
  return gap.replace(/\s+/g, ' ').replace(/[’‘ʼ]/g, "'").replace(/[‐‑]/g, '-');
}
