import type { Label, LabelledSpan } from './labelledPages.ts';

/** A word of a text: letters and digits in a row, folded. */
interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0].normalize('NFKC').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Words in a row that stand once in either text tie the two together. */
const anchorWords = 4;

/**
 * Labels a dump of a page by another dump of the same page that has labels: both are aligned word by word. Words of
 * `text` that the other does not have are boilerplate, as it left them out.
 */
export function transferLabels(
  text: string,
  labelled: { readonly text: string; readonly spans: readonly LabelledSpan[] },
): LabelledSpan[] {
  const ours = wordsOf(text);
  const theirs = wordsOf(labelled.text);
  const pairs = alignWords(ours, theirs);
  const labels = labelsOfWords(theirs, labelled.spans);
  const spans: [number, number, Label][] = [];
  ours.forEach(({ start, end }, i) => {
    const label = labels[pairs[i] ?? -1] ?? 'D';
    const last = spans.at(-1);
    if (last?.[2] === label) last[1] = end;
    else spans.push([start, end, label]);
  });
  return spans;
}

function labelsOfWords(words: readonly Word[], spans: readonly LabelledSpan[]): Label[] {
  let next = 0;
  return words.map(({ start, end }) => {
    while ((spans[next]?.[1] ?? Infinity) <= start) next++;
    const span = spans[next];
    return span !== undefined && span[0] < end ? span[2] : 'D';
  });
}

/** For each word of `a` its counterpart in `b`, or -1: from anchors that keep the order, then outward. */
export function alignWords(a: readonly Word[], b: readonly Word[]): Int32Array {
  const pairs = new Int32Array(a.length).fill(-1);
  const taken = new Uint8Array(b.length);
  const pair = (i: number, j: number): boolean => {
    if (i < 0 || j < 0 || i >= a.length || j >= b.length) return false;
    if (pairs[i] !== -1 || taken[j] === 1 || a[i]?.word !== b[j]?.word) return false;
    pairs[i] = j;
    taken[j] = 1;
    return true;
  };
  const grow = (i: number, j: number): void => {
    for (let k = 0; pair(i + k, j + k); k++);
    for (let k = 1; pair(i - k, j - k); k++);
  };
  for (const size of [anchorWords, 2, 1]) {
    for (const [from, to, low, high] of gaps(pairs, b.length)) {
      for (const [i, j] of anchors(a, b, from, to, low, high, size)) grow(i, j);
    }
  }
  return pairs;
}

/** The stretches of both texts between what is aligned, one after the other. */
function gaps(pairs: Int32Array, length: number): [number, number, number, number][] {
  const result: [number, number, number, number][] = [];
  let from = 0;
  let low = 0;
  for (let i = 0; i <= pairs.length; i++) {
    const j = i === pairs.length ? length : (pairs[i] ?? -1);
    if (j < 0) continue;
    if (i > from && j > low) result.push([from, i, low, j]);
    from = i + 1;
    low = j + 1;
  }
  return result;
}

/** Runs of `size` words that stand once in either stretch, as many as keep the order. */
function anchors(
  a: readonly Word[],
  b: readonly Word[],
  from: number,
  to: number,
  low: number,
  high: number,
  size: number,
): [number, number][] {
  const inA = uniqueRuns(a, from, to, size);
  const inB = uniqueRuns(b, low, high, size);
  const common: [number, number][] = [];
  for (const [run, i] of inA) {
    const j = inB.get(run);
    if (i >= 0 && j !== undefined && j >= 0) common.push([i, j]);
  }
  return longestRising(common.sort(([i], [k]) => i - k));
}

function uniqueRuns(words: readonly Word[], from: number, to: number, size: number): Map<string, number> {
  const runs = new Map<string, number>();
  for (let i = from; i + size <= to; i++) {
    let run = '';
    for (let k = 0; k < size; k++) run += `${words[i + k]?.word ?? ''} `;
    runs.set(run, runs.has(run) ? -1 : i);
  }
  return runs;
}

/** The longest subsequence whose second numbers rise (patience sorting). */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
  });
  const chain: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}
