import type { KwicLine } from '../index/wordAnswers.ts';
import { foldText, searchTokens } from '../index/searchTokens.ts';
import { compareCodePoints } from '../index/textOrder.ts';

/** What a concordance is sorted by. `left` reads the words from the keyword to the left (1L 2L 3L), `right` to the right. */
export type ConcordanceSort = 'date' | 'dateDescending' | 'outlet' | 'left' | 'right';

export const concordanceSorts: readonly ConcordanceSort[] = [
  'date',
  'dateDescending',
  'outlet',
  'left',
  'right',
];

/** Words of context that count. */
const contextWords = 3;

/** A line with what it is sorted by. */
export interface KeyedLine {
  readonly line: KwicLine;
  /** Compared one after the other; a shorter key of equal beginning comes first. */
  readonly key: readonly string[];
  /** Its place in the order of the index, which is by date: lines of equal key stay in it. */
  readonly order: number;
}

/** Some lines in the order asked for. They come from the index in its order; `from` is the number of the first one. */
export function keyLines(lines: readonly KwicLine[], sort: ConcordanceSort, from = 0): readonly KeyedLine[] {
  const keyed = lines.map((line, i) => ({ line, key: keyOf(line, sort), order: from + i }));
  return sort === 'date' ? keyed : keyed.sort(compareLines);
}

/** Two sorted lists as one. */
export function mergeLines(a: readonly KeyedLine[], b: readonly KeyedLine[]): readonly KeyedLine[] {
  const merged: KeyedLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) merged.push(compareLines(a[i]!, b[j]!) <= 0 ? a[i++]! : b[j++]!);
  while (i < a.length) merged.push(a[i++]!);
  while (j < b.length) merged.push(b[j++]!);
  return merged;
}

function compareLines(a: KeyedLine, b: KeyedLine): number {
  for (let i = 0; i < a.key.length && i < b.key.length; i++) {
    const order = compareCodePoints(a.key[i]!, b.key[i]!);
    if (order !== 0) return order;
  }
  return a.key.length - b.key.length || a.order - b.order;
}

/** Letters and digits only, so that every sign below a digit sorts before them all. */
function keyOf({ article, left, right }: KwicLine, sort: ConcordanceSort): readonly string[] {
  switch (sort) {
    case 'date':
      return [];
    case 'dateDescending':
      // 9 minus every digit turns the order; the undated come last.
      return [article.date?.replace(/\d/g, (digit) => String(9 - Number(digit))).padEnd(10, '~') ?? '~~'];
    case 'outlet':
      return [article.outlet === undefined ? '\u{10ffff}' : foldText(article.outlet)];
    case 'left':
      return words(left).slice(-contextWords).reverse();
    case 'right':
      return words(right).slice(0, contextWords);
  }
}

function words(text: string): string[] {
  return searchTokens(text).map(({ folded }) => folded);
}
