import { featureNames } from './features.ts';
import type { FeatureTable } from './features.ts';
import { cueCategories } from './lists/cueList.ts';
import type { CueCategory } from './lists/cueList.ts';
import type { Measures } from './measures.ts';
import { isProse } from './prose.ts';
import type { Segment } from './segments.ts';
import { leastHeadlines, lineSizes } from './signals.ts';

/** A title, byline or dateline stands at most so many segments above the first paragraph. */
const headReach = 14;
/** The nearest lines above the first paragraph, where a date is the article's and not the page's. */
const datelineReach = 6;
/** Some layouts put the date above the title. */
const aboveTitleReach = 3;

const bit = (category: CueCategory): number => 1 << cueCategories.indexOf(category);
const dateBits = bit('dateWord') | bit('update');
const bylineBits = bit('byline');
const buttonBits =
  bit('share') | bit('platform') | bit('comments') | bit('advertisement') | bit('relatedHeading');
const overlapColumn = featureNames.indexOf('overlapRun');

/**
 * Keeps what belongs to the article though it looks like the page around it: title, byline and dateline above the first
 * paragraph. What they are exactly is read later; here it only matters that they stay.
 */
export function keepHead(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  features: FeatureTable,
  odds: Float32Array,
): void {
  const sizes = lineSizes(segments);
  const isInList = (i: number): boolean => (sizes[i] ?? 1) >= leastHeadlines;
  const [body, end] = findBody(measures, odds);
  if (end < body) return;
  const isByline = (i: number): boolean =>
    isBylineOrDateline(text, segments, measures, i) || isNameAlone(text, segments, measures, i);
  const title = findTitle(measures, features, odds, body, (i) => isInList(i) || isByline(i));
  if (title >= 0) keep(odds, title);
  const from = Math.max(0, title >= 0 ? title - aboveTitleReach : body - datelineReach);
  const keptLines = new Set<number>();
  for (let i = from; i < body; i++) {
    const isNear = body - i <= datelineReach || (title >= 0 && i - title <= 4);
    // A name above the title is the outlet's or a section's more often than the author's.
    const isKept = i > title && title >= 0 ? isByline(i) : isBylineOrDateline(text, segments, measures, i);
    if (isNear && isKept && !isInList(i)) keptLines.add(segments[i]?.line ?? -1);
  }
  for (let i = from; i < body; i++) {
    if (keptLines.has(segments[i]?.line ?? -1) && !isButton(measures, i)) keep(odds, i);
  }
  keepSignature(text, segments, measures, odds, end);
  keepShortParagraphs(measures, odds, body, end);
}

/** A sentence alone between two paragraphs that stay: the author's rhythm, not the page's furniture. */
function keepShortParagraphs(measures: Measures, odds: Float32Array, body: number, end: number): void {
  const isKeptProse = (i: number): boolean => (odds[i] ?? 0) <= 0 && isProse(measures, i);
  for (let i = body + 1; i < end; i++) {
    const isSentence = measures.ending[i] === 1 || measures.ending[i] === 5;
    const hasWords = (measures.words[i] ?? 0) >= 4 && (measures.functionWords[i] ?? 0) >= 0.2;
    if (!isSentence || !hasWords || (measures.cued[i] ?? 0) > 0.3 || (odds[i] ?? 0) > 2) continue;
    if (isKeptProse(i - 1) && isKeptProse(i + 1)) keep(odds, i);
  }
}

/** The author's name alone on the line right after the last paragraph. */
function keepSignature(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  odds: Float32Array,
  end: number,
): void {
  const line = segments[end]?.line ?? 0;
  const isNext = (segments[end + 1]?.line ?? Infinity) - line <= 2;
  if (isNext && isNameAlone(text, segments, measures, end + 1)) keep(odds, end + 1);
}

/** Surely enough that nothing small takes it again. */
export function keep(odds: Float32Array, i: number): void {
  odds[i] = Math.min(odds[i] ?? 0, -0.5);
}

/** First and last paragraph that stays; the last before the first when there is none. */
function findBody(measures: Measures, odds: Float32Array): [number, number] {
  let first = measures.count;
  let last = -1;
  for (let i = 0; i < measures.count; i++) {
    if ((odds[i] ?? 0) > 0 || !isProse(measures, i)) continue;
    first = Math.min(first, i);
    last = i;
  }
  return [first, last];
}

/** The headline-like line above the body that shares most of its words with it; one that stays anyway wins. */
function findTitle(
  measures: Measures,
  features: FeatureTable,
  odds: Float32Array,
  body: number,
  isOther: (i: number) => boolean,
): number {
  let best = -1;
  let bestScore = 0.3;
  for (let i = body - 1; i >= Math.max(0, body - headReach); i--) {
    const words = measures.words[i] ?? 0;
    const ending = measures.ending[i] ?? 0;
    const isHeadline = words >= 3 && words <= 30 && ending !== 1 && ending !== 4;
    if (!isHeadline || (measures.cued[i] ?? 0) > 0.6 || isOther(i)) continue;
    if ((odds[i] ?? 0) <= 0) return i;
    const overlap = features.rows[i * features.width + overlapColumn] ?? 0;
    const score = overlap - (body - i) * 0.02 - Math.max(0, (odds[i] ?? 0) - 1) * 0.1;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

const numericDate = /\b\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}\b/u;
const year = /\b(?:19|20)\d\d\b/u;

/** A line that names the author or says when the article appeared. */
function isBylineOrDateline(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  i: number,
): boolean {
  const words = measures.words[i] ?? 0;
  const bits = measures.cueBits[i] ?? 0;
  if (words < 2 || words > 20 || (bits & buttonBits) !== 0) return false;
  const segment = segments[i] ?? { start: 0, end: 0 };
  const line = text.slice(segment.start, segment.end);
  const hasDate = numericDate.test(line) || ((bits & dateBits) !== 0 && year.test(line));
  const hasByline = (bits & bylineBits) !== 0 && startsWithByline(measures, i) && words <= 10;
  return hasDate || hasByline;
}

/** "By …", "Par …": the line's first word alone is a cue, and capitals follow. */
function startsWithByline(measures: Measures, i: number): boolean {
  const share = measures.cues[i * cueCategories.length + cueCategories.indexOf('byline')] ?? 0;
  return share > 0 && (measures.capitalised[i] ?? 0) >= 0.6;
}

/** Two to four words, all with capitals but small particles, and none that buttons or menus are made of. */
function isNameAlone(text: string, segments: readonly Segment[], measures: Measures, i: number): boolean {
  const words = measures.words[i] ?? 0;
  const segment = segments[i];
  if (segment === undefined || words < 2 || words > 4) return false;
  const byline = measures.cues[i * cueCategories.length + cueCategories.indexOf('byline')] ?? 0;
  if ((measures.cued[i] ?? 0) - byline > 0.5) return false;
  return (
    /^[\p{L}\p{M}.'’ -]+$/u.test(text.slice(segment.start, segment.end)) &&
    (measures.capitalised[i] ?? 0) >= 0.5
  );
}

function isButton(measures: Measures, i: number): boolean {
  return ((measures.cueBits[i] ?? 0) & buttonBits) !== 0 && (measures.cued[i] ?? 0) > 0.6;
}
