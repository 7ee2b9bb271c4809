import { far } from './columns.ts';
import type { Measures } from './measures.ts';
import type { Run } from './proseRun.ts';

export interface Overlaps {
  readonly run: Float32Array;
  readonly lead: Float32Array;
  /** Share of the content words that a segment at most 12 away says too, and one farther away. */
  readonly near: Float32Array;
  readonly distant: Float32Array;
}

/** How near two segments must be for their common words to count as one subject. */
const nearSegments = 12;

/**
 * What a segment's content words share with the article's run, with its first prose and with its neighbours: a list of
 * headlines changes its subject with every line.
 */
export function readOverlaps(measures: Measures, run: Run, prose: Uint8Array): Overlaps {
  const { tokenStarts, count } = measures;
  const { words, size } = numberWords(measures);
  const inRun = new Int32Array(size);
  const isLeadWord = new Uint8Array(size);
  let leadSegments = 0;
  for (let i = run.first; i <= run.last; i++) {
    if (prose[i] !== 1) continue;
    const isLead = leadSegments++ < 3;
    for (let t = tokenStarts[i]!; t < tokenStarts[i + 1]!; t++) {
      const word = words[t]!;
      inRun[word]!++;
      if (isLead) isLeadWord[word] = 1;
    }
  }
  const column = (): Float32Array => new Float32Array(count);
  const overlaps = { run: column(), lead: column(), near: column(), distant: column() };
  const previous = lastSegments(measures, words, size, 1);
  const next = lastSegments(measures, words, size, -1);
  for (let i = 0; i < count; i++) {
    const from = tokenStarts[i]!;
    const to = Math.min(tokenStarts[i + 1]!, from + 60);
    const own = i >= run.first && i <= run.last && prose[i] === 1 ? 1 : 0;
    let content = 0;
    let said = 0;
    let led = 0;
    let near = 0;
    let distant = 0;
    for (let t = from; t < to; t++) {
      if (measures.isContent[t] !== 1) continue;
      content++;
      const word = words[t]!;
      if (inRun[word]! > own) said++;
      led += isLeadWord[word]!;
      const gap = Math.min(i - previous[t]!, next[t]! - i);
      if (gap <= nearSegments) near++;
      else if (gap < far / 2) distant++;
    }
    const share = 1 / Math.max(1, content);
    overlaps.run[i] = said * share;
    overlaps.lead[i] = led * share;
    overlaps.near[i] = near * share;
    overlaps.distant[i] = distant * share;
  }
  return overlaps;
}

/** The words numbered from 0, by token: one look-up of the hash for all that is asked of it later. */
function numberWords({ tokens }: Measures): { words: Int32Array; size: number } {
  const numbers = new Map<number, number>();
  const words = new Int32Array(tokens.length);
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t]!;
    let number = numbers.get(token);
    if (number === undefined) numbers.set(token, (number = numbers.size));
    words[t] = number;
  }
  return { words, size: numbers.size };
}

/** For each token, the nearest other segment before (step 1) or after (step -1) that holds it; ∓1000 where none does. */
function lastSegments(
  { tokenStarts, count }: Measures,
  words: Int32Array,
  size: number,
  step: 1 | -1,
): Int32Array {
  const result = new Int32Array(words.length);
  const last = new Int32Array(size).fill(-1);
  for (let i = step === 1 ? 0 : count - 1; i >= 0 && i < count; i += step) {
    const from = tokenStarts[i]!;
    const to = tokenStarts[i + 1]!;
    for (let t = from; t < to; t++) {
      const seen = last[words[t]!]!;
      result[t] = seen < 0 ? i - step * far : seen;
    }
    for (let t = from; t < to; t++) last[words[t]!] = i;
  }
  return result;
}
