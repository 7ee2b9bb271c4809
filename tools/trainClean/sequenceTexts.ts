import { pageShare } from '../../src/core/clean/sequence.ts';
import {
  forEachWord,
  inputWidth,
  sequenceColumns,
  writeInputs,
} from '../../src/core/clean/sequenceInputs.ts';
import type { Example } from './examples.ts';
import type { SequenceText } from './sequenceLayers.ts';

/** How the columns of the features are brought to a like size before learning. */
export interface Standard {
  readonly scales: Float64Array;
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** The scale of a column is the mean of its sizes; what it squashes to gets mean 0 and deviation 1. */
export function readStandard(examples: readonly Example[]): Standard {
  const count = examples.reduce((sum, { measures }) => sum + measures.count, 0);
  const columns = sequenceColumns.length;
  const scales = new Float64Array(columns);
  forEachValue(examples, (value, c) => {
    scales[c]! += Math.abs(value) / count;
  });
  for (let c = 0; c < columns; c++) scales[c] = Number(Math.max(0.001, scales[c]!).toPrecision(5));
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  forEachValue(examples, (value, c) => {
    const squashed = value / (scales[c]! + Math.abs(value));
    means[c]! += squashed / count;
    squares[c]! += (squashed * squashed) / count;
  });
  const deviations = squares.map((square, c) => Math.sqrt(Math.max(0.0001, square - means[c]! ** 2)));
  return { scales, means, deviations };
}

function forEachValue(examples: readonly Example[], visit: (value: number, column: number) => void): void {
  for (const { features } of examples) {
    for (let from = 0; from < features.rows.length; from += features.width) {
      sequenceColumns.forEach((column, c) => {
        visit(features.rows[from + column]!, c);
      });
    }
  }
}

/** The words that stand on so many sites, by the hash that `forEachWord` gives. */
export function readVocabulary(examples: readonly Example[], leastSites: number): Map<number, number> {
  const sites = new Map<number, Set<string>>();
  for (const { measures, source } of examples) {
    for (let i = 0; i < measures.count; i++) {
      forEachWord(measures, i, (hash) => {
        let known = sites.get(hash);
        if (known === undefined) sites.set(hash, (known = new Set()));
        if (known.size < leastSites) known.add(source.site);
      });
    }
  }
  const words = new Map<number, number>();
  for (const [hash, known] of sites) if (known.size >= leastSites) words.set(hash, words.size);
  return words;
}

/** `isBlind`: as if no word were known. */
export function toSequenceText(
  { measures, features, labels, weights }: Example,
  standard: Standard,
  words: ReadonlyMap<number, number>,
  isBlind = false,
): SequenceText {
  const { count } = measures;
  const inputs = new Float32Array(count * inputWidth);
  const row = new Float64Array(inputWidth);
  const known: number[] = [];
  const wordStarts = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    row.fill(0);
    writeInputs(features, measures, standard.scales, i, row, 0);
    for (let c = 0; c < sequenceColumns.length; c++) {
      row[c] = (row[c]! - standard.means[c]!) / standard.deviations[c]!;
    }
    inputs.set(row, i * inputWidth);
    if (!isBlind) {
      forEachWord(measures, i, (hash) => {
        const word = words.get(hash);
        if (word !== undefined) known.push(word);
      });
    }
    wordStarts[i + 1] = known.length;
  }
  const sizes = measures.words.map(pageShare);
  return { count, inputs, words: Int32Array.from(known), wordStarts, sizes, labels, weights };
}
