import type { Measures } from './measures.ts';

/** A segment that reads as a sentence or more: long enough, ended, and not made of names. */
export function isProse(measures: Measures, i: number): boolean {
  const words = measures.words[i] ?? 0;
  if (words < 10) return false;
  const hasSentence = (measures.sentences[i] ?? 0) > 0 || (measures.commas[i] ?? 0) > 1;
  return hasSentence && (measures.capitalised[i] ?? 0) < 0.7;
}

/** Where a segment stands among the blocks of prose of its text. Columns, one number per segment. */
export interface ProseBlocks {
  /** Words of the block the segment lies in; 0 outside of any. */
  readonly words: Float32Array;
  /** The same by the words of the largest block. */
  readonly share: Float32Array;
  /** Words between the segment and the largest block: > 0 before it, < 0 after it, 0 inside. */
  readonly toLargest: Float32Array;
}

/**
 * Joins prose with at most `gapWords` other words between into blocks. Unlike a price per line, this does not tear an
 * article at a pile of one-word lines.
 */
export function findProseBlocks(
  measures: Measures,
  prose: Uint8Array,
  wordSums: Float64Array,
  gapWords: number,
): ProseBlocks {
  const { count } = measures;
  const blocks: { first: number; last: number; words: number }[] = [];
  for (let i = 0; i < count; i++) {
    if (prose[i] !== 1) continue;
    const block = blocks.at(-1);
    const words = measures.words[i] ?? 0;
    if (block !== undefined && (wordSums[i] ?? 0) - (wordSums[block.last + 1] ?? 0) <= gapWords) {
      block.last = i;
      block.words += words;
    } else blocks.push({ first: i, last: i, words });
  }
  const largest = blocks.reduce((a, b) => (b.words > a.words ? b : a), { first: 0, last: -1, words: 0 });
  const result = {
    words: new Float32Array(count),
    share: new Float32Array(count),
    toLargest: new Float32Array(count),
  };
  for (const { first, last, words } of blocks) {
    result.words.fill(words, first, last + 1);
    result.share.fill(words / Math.max(1, largest.words), first, last + 1);
  }
  for (let i = 0; i < count; i++) {
    if (i < largest.first) result.toLargest[i] = (wordSums[largest.first] ?? 0) - (wordSums[i] ?? 0);
    else if (i > largest.last)
      result.toLargest[i] = (wordSums[largest.last + 1] ?? 0) - (wordSums[i] ?? 0) - 1;
  }
  return result;
}
