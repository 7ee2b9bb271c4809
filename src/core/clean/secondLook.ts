import { featureNames } from './features.ts';
import type { FeatureTable } from './features.ts';
import type { Measures } from './measures.ts';
import { bestRun } from './proseRun.ts';

const reach = [-8, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 8];
const spans = [2, 5, 12, 30];

const addedNames: readonly string[] = [
  ...[
    'odds',
    'repeatOdds',
    'keptOverlap',
    'keptWords',
    'keptShare',
    'isInKept',
    'toKeptStart',
    'toKeptEnd',
    'wordsToKeptStart',
    'wordsToKeptEnd',
  ],
  ...reach.map((d) => `odds@${d}`),
  ...spans.flatMap((s) => [`keptBefore${s}`, `keptAfter${s}`]),
  ...['keptAbove', 'keptBelow', 'doubtfulShare', 'sinceKept', 'untilKept'],
];

export const secondFeatureNames: readonly string[] = [...featureNames, ...addedNames];

/**
 * The rows of the second look: what the first one saw, and what it made of the segment's surroundings. A teaser
 * between two paragraphs, or a paragraph after a box, is decided by what its neighbours turned out to be.
 */
export function extractSecondFeatures(
  table: FeatureTable,
  measures: Measures,
  odds: Float32Array,
): FeatureTable {
  const { count } = measures;
  const width = secondFeatureNames.length;
  const rows = new Float32Array(count * width);
  const kept = odds.map((value) => 1 / (1 + Math.exp(value)));
  const weights = kept.map((value, i) => value * Math.min(200, measures.words[i] ?? 0));
  const keptSums = sumsOf(weights);
  const wordSums = sumsOf(measures.words);
  const run = bestRun((i) => Math.min(100, measures.words[i] ?? 0) * ((kept[i] ?? 0) - 0.5) - 0.5, count);
  const repeats = oddsOfRepeats(measures.keys, odds);
  const overlap = keptOverlaps(measures, kept);
  const since = sinceKept(kept, measures, 1);
  const until = sinceKept(kept, measures, -1);
  const all = Math.max(1, keptSums[count] ?? 0);
  const doubtful = odds.reduce((n, value) => n + (Math.abs(value) < 1 ? 1 : 0), 0) / Math.max(1, count);
  for (let i = 0; i < count; i++) {
    rows.set(table.rows.subarray(i * table.width, (i + 1) * table.width), i * width);
    let at = i * width + table.width;
    rows[at++] = odds[i] ?? 0;
    rows[at++] = repeats.get(measures.keys[i] ?? 0) ?? 0;
    rows[at++] = overlap[i] ?? 0;
    rows[at++] = keptSums[count] ?? 0;
    rows[at++] = all / Math.max(1, wordSums[count] ?? 0);
    rows[at++] = i >= run.first && i <= run.last ? 1 : 0;
    rows[at++] = run.first - i;
    rows[at++] = i - run.last;
    rows[at++] = (wordSums[run.first] ?? 0) - (wordSums[i] ?? 0);
    rows[at++] = (wordSums[i] ?? 0) - (wordSums[run.last + 1] ?? 0);
    for (const distance of reach) rows[at++] = odds[i + distance] ?? 9;
    for (const size of spans) {
      rows[at++] = share(keptSums, wordSums, Math.max(0, i - size), i);
      rows[at++] = share(keptSums, wordSums, i + 1, Math.min(count, i + 1 + size));
    }
    rows[at++] = (keptSums[i] ?? 0) / all;
    rows[at++] = ((keptSums[count] ?? 0) - (keptSums[i + 1] ?? 0)) / all;
    rows[at++] = doubtful;
    rows[at++] = since[i] ?? 0;
    rows[at] = until[i] ?? 0;
  }
  return { rows, width };
}

function sumsOf(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value;
  });
  return sums;
}

function share(part: Float64Array, whole: Float64Array, from: number, to: number): number {
  const words = (whole[to] ?? 0) - (whole[from] ?? 0);
  return to <= from || words === 0 ? -1 : ((part[to] ?? 0) - (part[from] ?? 0)) / words;
}

/** Mean odds of the segments that say the same, where there are several. */
function oddsOfRepeats(keys: Float64Array, odds: Float32Array): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>();
  keys.forEach((key, i) => {
    const entry = sums.get(key) ?? { sum: 0, count: 0 };
    entry.sum += odds[i] ?? 0;
    entry.count++;
    sums.set(key, entry);
  });
  return new Map([...sums].map(([key, { sum, count }]) => [key, sum / count]));
}

/** Share of a segment's tokens that the kept prose says elsewhere. */
function keptOverlaps(measures: Measures, kept: Float32Array): Float32Array {
  const { tokens, tokenStarts, count } = measures;
  const said = new Map<number, number>();
  const isKeptProse = (i: number): boolean => (kept[i] ?? 0) > 0.5 && (measures.words[i] ?? 0) >= 6;
  for (let i = 0; i < count; i++) {
    if (!isKeptProse(i)) continue;
    for (let t = tokenStarts[i] ?? 0; t < (tokenStarts[i + 1] ?? 0); t++) {
      said.set(tokens[t] ?? 0, (said.get(tokens[t] ?? 0) ?? 0) + 1);
    }
  }
  return Float32Array.from({ length: count }, (_, i) => {
    const own = isKeptProse(i) ? 1 : 0;
    const from = tokenStarts[i] ?? 0;
    const to = Math.min(from + 60, tokenStarts[i + 1] ?? 0);
    let hits = 0;
    for (let t = from; t < to; t++) if ((said.get(tokens[t] ?? 0) ?? 0) > own) hits++;
    return hits / Math.max(1, to - from);
  });
}

/** Segments to the nearest kept one of ≥ 8 words, upwards (step 1) or downwards (-1). */
function sinceKept(kept: Float32Array, measures: Measures, step: 1 | -1): Float32Array {
  const { count } = measures;
  const result = new Float32Array(count);
  let distance = 500;
  for (let i = step === 1 ? 0 : count - 1; i >= 0 && i < count; i += step) {
    result[i] = distance;
    distance = (kept[i] ?? 0) > 0.5 && (measures.words[i] ?? 0) >= 8 ? 1 : Math.min(500, distance + 1);
  }
  return result;
}
