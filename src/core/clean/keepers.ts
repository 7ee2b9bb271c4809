import { featureNames } from './features.ts';
import type { FeatureTable } from './features.ts';
import { cueCategories } from './lists/cueList.ts';
import type { CueCategory } from './lists/cueList.ts';
import type { Measures } from './measures.ts';
import { isProse } from './prose.ts';
import type { Segment } from './segments.ts';

/** A title, byline or dateline stands at most so many segments above the first paragraph. */
const headReach = 14;
/** The nearest lines above the first paragraph, where a date is the article's and not the page's. */
const datelineReach = 6;

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
  const body = firstParagraph(measures, odds);
  if (body < 0) return;
  const title = findTitle(measures, features, odds, body);
  if (title >= 0) keep(odds, title);
  const from = title >= 0 ? title : Math.max(0, body - datelineReach);
  for (let i = Math.max(from, body - headReach); i < body; i++) {
    const isNear = body - i <= datelineReach || (title >= 0 && i - title <= 4);
    if (isNear && isBylineOrDateline(text, segments, measures, i)) keep(odds, i);
  }
}

function keep(odds: Float32Array, i: number): void {
  odds[i] = Math.min(odds[i] ?? 0, -0.5);
}

function firstParagraph(measures: Measures, odds: Float32Array): number {
  for (let i = 0; i < measures.count; i++) if ((odds[i] ?? 0) <= 0 && isProse(measures, i)) return i;
  return -1;
}

/** The headline-like line above the body that shares most of its words with it; one that stays anyway wins. */
function findTitle(measures: Measures, features: FeatureTable, odds: Float32Array, body: number): number {
  let best = -1;
  let bestScore = 0.3;
  for (let i = body - 1; i >= Math.max(0, body - headReach); i--) {
    const words = measures.words[i] ?? 0;
    const ending = measures.ending[i] ?? 0;
    const isHeadline = words >= 3 && words <= 30 && ending !== 1 && ending !== 4;
    if (!isHeadline || (measures.cued[i] ?? 0) > 0.6) continue;
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
