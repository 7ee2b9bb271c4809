import { far, mean, prefixSums } from './columns.ts';
import { readSince } from './landmarks.ts';
import type { Since } from './landmarks.ts';
import { cueCategories } from './lists/cueList.ts';
import type { Measures } from './measures.ts';
import { readOverlaps } from './overlaps.ts';
import type { Overlaps } from './overlaps.ts';
import { readPlain, readRepeats } from './plainLines.ts';
import type { Plain, Repeats } from './plainLines.ts';
import { findProseBlocks, isProse } from './prose.ts';
import type { ProseBlocks } from './prose.ts';
import { bestRun } from './proseRun.ts';
import type { Run } from './proseRun.ts';
import type { Segment } from './segments.ts';

/** Rows of numbers, one row per segment, for the trees. */
export interface FeatureTable {
  readonly rows: Float32Array;
  readonly width: number;
}

/** Words of other lines that two paragraphs of one block may have between them. */
const blockGaps = [10, 30, 90];
/** Windows that skip the lines which are nothing but a button or a repeated label. */
const plainWindows = [2, 5];
const neighbours = [-3, -2, -1, 1, 2, 3];
const windows = [3, 6, 12];
/** Prices per segment, in words, of the two runs that stand for "the article": a generous and a strict one. */
const runPrices = [7, 14];

/** What the trees see of each segment, in this order. The trainer prints how much each one brings. */
export const featureNames: readonly string[] = [
  ...['logChars', 'words', 'wordLength', 'capitalised', 'allCapitals', 'numbers', 'functionWords', 'commas'],
  ...['sentences', 'quotes', 'signs', 'ending', 'opening', 'cued', 'wordsPerSentence'],
  ...cueCategories.map((category) => `cue:${category}`),
  ...[
    'index',
    'fromEnd',
    'relative',
    'inLine',
    'lineSegments',
    'gapBefore',
    'gapAfter',
    'segments',
    'allWords',
  ],
  ...[
    'proseShare',
    'docCued',
    'docShort',
    'repeats',
    'isFirstOfRepeats',
    'isLastOfRepeats',
    'repeatDistance',
  ],
  ...runPrices.flatMap((_, k) =>
    ['in', 'before', 'after', 'wordsBefore', 'wordsAfter', 'share'].map((n) => `run${k}:${n}`),
  ),
  ...[
    'overlapRun',
    'overlapLead',
    'overlapPrevious',
    'overlapNear',
    'overlapDistant',
    'overlapNearAround',
    'endedShare',
  ],
  ...neighbours.flatMap((d) =>
    ['words', 'ending', 'functionWords', 'cued', 'capitalised', 'gap'].map((n) => `${n}@${d}`),
  ),
  ...windows.flatMap((w) =>
    ['before', 'after'].flatMap((s) => ['words', 'prose', 'cued', 'ended'].map((n) => `${n}:${s}${w}`)),
  ),
  ...blockGaps.flatMap((gap) => ['words', 'share', 'toLargest'].map((n) => `block${gap}:${n}`)),
  ...['wordsSinceProse', 'wordsToProse', 'proseBefore', 'proseAfter', 'isPlain'],
  ...plainWindows.flatMap((w) =>
    ['before', 'after'].flatMap((s) => ['words', 'prose', 'ended', 'near'].map((n) => `plain:${n}:${s}${w}`)),
  ),
  ...[
    'sinceHeading',
    'proseSinceHeading',
    'sinceComments',
    'toLegal',
    'sinceDate',
    'sinceByline',
    'headingsAbove',
  ],
  ...['lengthSpread', 'lengthDifference2', 'sameShapeRun'],
];

interface Context {
  readonly measures: Measures;
  readonly segments: readonly Segment[];
  readonly log: Float32Array;
  readonly prose: Uint8Array;
  readonly runs: readonly Run[];
  readonly overlaps: Overlaps;
  /** Sums up to (excluding) each segment, to average windows in constant time. */
  readonly sums: Sums;
  readonly repeats: Repeats;
  readonly lineSegments: Uint16Array;
  readonly since: Since;
  readonly blocks: readonly ProseBlocks[];
  readonly plain: Plain;
}

interface Sums {
  readonly words: Float64Array;
  readonly log: Float64Array;
  readonly prose: Float64Array;
  readonly cued: Float64Array;
  readonly ended: Float64Array;
  readonly near: Float64Array;
  /** Segments of ≥ 12 words, and those of them that end a sentence: a dump whose paragraphs lost their stops is rare. */
  readonly long: Float64Array;
  readonly endedProse: Float64Array;
}

export function extractFeatures(segments: readonly Segment[], measures: Measures): FeatureTable {
  const width = featureNames.length;
  const context = readContext(segments, measures);
  const rows = new Float32Array(measures.count * width);
  for (let i = 0; i < measures.count; i++) {
    let at = i * width;
    at = writeOwn(context, i, rows, at);
    at = writePlace(context, i, rows, at);
    at = writeRuns(context, i, rows, at);
    at = writeNeighbours(context, i, rows, at);
    at = writeWindows(context, i, rows, at);
    at = writeBlocks(context, i, rows, at);
    writeDistances(context, i, rows, at);
  }
  return { rows, width };
}

function readContext(segments: readonly Segment[], measures: Measures): Context {
  const { count } = measures;
  const log = measures.words.map((words) => Math.log2(1 + words));
  const prose = new Uint8Array(count);
  for (let i = 0; i < count; i++) prose[i] = isProse(measures, i) ? 1 : 0;
  const runs = runPrices.map((price) =>
    bestRun(
      (i) =>
        (prose[i] === 1 ? Math.min(measures.words[i] ?? 0, 120) : (measures.words[i] ?? 0) * 0.3) - price,
      count,
    ),
  );
  const repeats = readRepeats(measures.keys);
  const words = prefixSums(count, (i) => measures.words[i] ?? 0);
  const overlaps = readOverlaps(measures, runs[1] ?? { first: 0, last: -1 }, prose);
  const isLong = (i: number): boolean => (measures.words[i] ?? 0) >= 12;
  return {
    measures,
    segments,
    log,
    prose,
    runs,
    overlaps,
    sums: {
      words,
      log: prefixSums(count, (i) => log[i] ?? 0),
      prose: prefixSums(count, (i) => prose[i] ?? 0),
      cued: prefixSums(count, (i) => measures.cued[i] ?? 0),
      ended: prefixSums(count, (i) => (measures.ending[i] === 1 ? 1 : 0)),
      near: prefixSums(count, (i) => overlaps.near[i] ?? 0),
      long: prefixSums(count, (i) => (isLong(i) ? 1 : 0)),
      endedProse: prefixSums(count, (i) => (isLong(i) && measures.ending[i] === 1 ? 1 : 0)),
    },
    repeats,
    blocks: blockGaps.map((gap) => findProseBlocks(measures, prose, words, gap)),
    plain: readPlain(measures, repeats, log, prose, overlaps.near),
    lineSegments: countLineSegments(segments),
    since: readSince(measures, prose),
  };
}

function countLineSegments(segments: readonly Segment[]): Uint16Array {
  const counts = new Uint16Array(segments.length);
  for (let i = segments.length - 1, size = 0; i >= 0; i--) {
    const segment = segments[i];
    if (segment === undefined) continue;
    if (size === 0) size = segment.inLine + 1;
    counts[i] = Math.min(size, 0xffff);
    if (segment.inLine === 0) size = 0;
  }
  return counts;
}

function writeOwn({ measures: m }: Context, i: number, rows: Float32Array, start: number): number {
  let at = start;
  const words = m.words[i] ?? 0;
  const chars = m.chars[i] ?? 0;
  rows[at++] = Math.log2(1 + chars);
  rows[at++] = words;
  rows[at++] = chars / Math.max(1, words);
  rows[at++] = m.capitalised[i] ?? 0;
  rows[at++] = m.allCapitals[i] ?? 0;
  rows[at++] = m.numbers[i] ?? 0;
  rows[at++] = m.functionWords[i] ?? 0;
  rows[at++] = m.commas[i] ?? 0;
  rows[at++] = m.sentences[i] ?? 0;
  rows[at++] = m.quotes[i] ?? 0;
  rows[at++] = (m.signs[i] ?? 0) / Math.max(1, words);
  rows[at++] = m.ending[i] ?? 0;
  rows[at++] = m.opening[i] ?? 0;
  rows[at++] = m.cued[i] ?? 0;
  rows[at++] = words / Math.max(1, m.sentences[i] ?? 0);
  const width = cueCategories.length;
  for (let bit = 0; bit < width; bit++) rows[at++] = m.cues[i * width + bit] ?? 0;
  return at;
}

function writePlace(
  { measures: m, segments, sums, repeats, lineSegments }: Context,
  i: number,
  rows: Float32Array,
  start: number,
): number {
  let at = start;
  const { count } = m;
  const repeat = repeats.get(m.keys[i] ?? 0);
  const allWords = sums.words[count] ?? 0;
  rows[at++] = i;
  rows[at++] = count - i;
  rows[at++] = (sums.words[i] ?? 0) / Math.max(1, allWords);
  rows[at++] = segments[i]?.inLine ?? 0;
  rows[at++] = lineSegments[i] ?? 1;
  rows[at++] = gapBetween(segments, i - 1);
  rows[at++] = gapBetween(segments, i);
  rows[at++] = count;
  rows[at++] = Math.log2(1 + allWords);
  rows[at++] = mean(sums.prose, 0, count);
  rows[at++] = mean(sums.cued, 0, count);
  rows[at++] = mean(sums.log, 0, count);
  rows[at++] = repeat?.count ?? 1;
  rows[at++] = (repeat?.count ?? 1) > 1 && repeat?.first === i ? 1 : 0;
  rows[at++] = (repeat?.count ?? 1) > 1 && repeat?.last === i ? 1 : 0;
  rows[at++] =
    repeat === undefined || repeat.count < 2 ? far : repeat.first === i ? repeat.last - i : i - repeat.first;
  return at;
}

/** Blank lines between a segment and the next one; -1 on the same line. At the ends of the text: 3. */
function gapBetween(segments: readonly Segment[], i: number): number {
  const a = segments[i];
  const b = segments[i + 1];
  if (a === undefined || b === undefined) return 3;
  return Math.min(6, b.line - a.line - 1);
}

function writeRuns(
  { runs, sums, measures, overlaps }: Context,
  i: number,
  rows: Float32Array,
  start: number,
): number {
  let at = start;
  const { count } = measures;
  const all = Math.max(1, sums.words[count] ?? 0);
  for (const { first, last } of runs) {
    const isNone = last < first;
    rows[at++] = !isNone && i >= first && i <= last ? 1 : 0;
    rows[at++] = isNone ? far : first - i;
    rows[at++] = isNone ? far : i - last;
    rows[at++] = isNone ? far : (sums.words[first] ?? 0) - (sums.words[i] ?? 0);
    rows[at++] = isNone ? far : (sums.words[i] ?? 0) - (sums.words[last + 1] ?? 0);
    rows[at++] = isNone ? 0 : ((sums.words[last + 1] ?? 0) - (sums.words[first] ?? 0)) / all;
  }
  rows[at++] = overlaps.run[i] ?? 0;
  rows[at++] = overlaps.lead[i] ?? 0;
  rows[at++] = i > 0 ? (overlaps.run[i - 1] ?? 0) : 0;
  rows[at++] = overlaps.near[i] ?? 0;
  rows[at++] = overlaps.distant[i] ?? 0;
  rows[at++] = mean(sums.near, Math.max(0, i - 4), Math.min(count, i + 5));
  rows[at++] = mean(sums.endedProse, 0, count) / Math.max(0.001, mean(sums.long, 0, count));
  return at;
}

function writeNeighbours(
  { measures: m, log, segments }: Context,
  i: number,
  rows: Float32Array,
  start: number,
): number {
  let at = start;
  for (const distance of neighbours) {
    const j = i + distance;
    const isThere = j >= 0 && j < m.count;
    rows[at++] = isThere ? (log[j] ?? 0) : -1;
    rows[at++] = isThere ? (m.ending[j] ?? 0) : -1;
    rows[at++] = isThere ? (m.functionWords[j] ?? 0) : -1;
    rows[at++] = isThere ? (m.cued[j] ?? 0) : -1;
    rows[at++] = isThere ? (m.capitalised[j] ?? 0) : -1;
    rows[at++] = gapBetween(segments, distance < 0 ? j - 1 : j);
  }
  return at;
}

function writeWindows({ measures: m, sums }: Context, i: number, rows: Float32Array, start: number): number {
  let at = start;
  for (const size of windows) {
    const from = Math.max(0, i - size);
    const to = Math.min(m.count, i + 1 + size);
    for (const [a, b] of [
      [from, i],
      [i + 1, to],
    ] as const) {
      rows[at++] = mean(sums.log, a, b);
      rows[at++] = mean(sums.prose, a, b);
      rows[at++] = mean(sums.cued, a, b);
      rows[at++] = mean(sums.ended, a, b);
    }
  }
  return at;
}

function writeBlocks(
  { blocks, plain, sums, since, measures }: Context,
  i: number,
  rows: Float32Array,
  start: number,
): number {
  let at = start;
  for (const block of blocks) {
    rows[at++] = block.words[i] ?? 0;
    rows[at++] = block.share[i] ?? 0;
    rows[at++] = block.toLargest[i] ?? 0;
  }
  const before = since.lastProse[i] ?? -1;
  const after = since.nextProse[i] ?? measures.count;
  rows[at++] = before < 0 ? far : (sums.words[i] ?? 0) - (sums.words[before + 1] ?? 0);
  rows[at++] = after >= measures.count ? far : (sums.words[after] ?? 0) - (sums.words[i + 1] ?? 0);
  rows[at++] = measures.words[before] ?? 0;
  rows[at++] = measures.words[after] ?? 0;
  rows[at++] = plain.isPlain[i] ?? 0;
  for (const size of plainWindows) {
    const rank = plain.ranks[i] ?? 0;
    const next = rank + (plain.isPlain[i] ?? 0);
    for (const [a, b] of [
      [Math.max(0, rank - size), rank],
      [next, Math.min(plain.count, next + size)],
    ] as const) {
      rows[at++] = mean(plain.words, a, b);
      rows[at++] = mean(plain.prose, a, b);
      rows[at++] = mean(plain.ended, a, b);
      rows[at++] = mean(plain.near, a, b);
    }
  }
  return at;
}

function writeDistances(
  { measures: m, since, log }: Context,
  i: number,
  rows: Float32Array,
  start: number,
): void {
  let at = start;
  rows[at++] = since.heading[i] ?? far;
  rows[at++] = since.proseSinceHeading[i] ?? far;
  rows[at++] = since.comments[i] ?? far;
  rows[at++] = since.toLegal[i] ?? far;
  rows[at++] = since.date[i] ?? far;
  rows[at++] = since.byline[i] ?? far;
  rows[at++] = since.headingsAbove[i] ?? 0;
  rows[at++] = spread(log, i);
  rows[at++] = i >= 2 ? Math.abs((log[i] ?? 0) - (log[i - 2] ?? 0)) : -1;
  rows[at] = sameShape(m, i);
}

/** Standard deviation of the logarithmic lengths of the nine segments around. */
function spread(log: Float32Array, i: number): number {
  const from = Math.max(0, i - 4);
  const to = Math.min(log.length, i + 5);
  let sum = 0;
  let squares = 0;
  for (let j = from; j < to; j++) {
    const value = log[j] ?? 0;
    sum += value;
    squares += value * value;
  }
  const n = to - from;
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
}

/** Number of segments around (10 at most each way) that end and open alike without a break. */
function sameShape(m: Measures, i: number): number {
  let size = 1;
  for (const step of [-1, 1]) {
    for (let j = i + step; Math.abs(j - i) <= 10 && j >= 0 && j < m.count; j += step) {
      if (m.ending[j] !== m.ending[i] || m.opening[j] !== m.opening[i]) break;
      size++;
    }
  }
  return size;
}
