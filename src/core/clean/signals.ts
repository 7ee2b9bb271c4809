import { featureNames } from './features.ts';
import type { FeatureTable } from './features.ts';
import { cueCategories } from './lists/cueList.ts';
import type { CueCategory } from './lists/cueList.ts';
import { measureSegments } from './measures.ts';
import type { Measures } from './measures.ts';
import { isProse } from './prose.ts';
import type { Segment } from './segments.ts';

/** From so many segments on, a line of headlines is a list whatever they say. */
export const leastHeadlines = 6;

const blockColumn = featureNames.indexOf('block30:words');

const bit = (category: CueCategory): number => 1 << cueCategories.indexOf(category);
const buttonBits = bit('share') | bit('platform') | bit('comments') | bit('readMore');
const pageBits = bit('notice') | bit('source');

/** Corrects the log-odds by the signals that hold on any site, in any language. */
export function signalOdds(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  odds: Float32Array,
): void {
  const sizes = lineSizes(segments);
  segments.forEach((segment, i) => {
    if ((sizes[i] ?? 1) >= leastHeadlines) odds[i] = Math.max(odds[i] ?? 0, 5);
    else if (isPointer(text, segment, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 2.5);
    else if (isLegalLine(text, segment, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 2);
    else if (isLinkedHeadline(text, segments, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 1.5);
    else if (isTrailingButton(segment, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 4);
    else if (isButtonHeading(text, segment, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 2);
    else if (isSubscription(segment, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 1.5);
    else if (isLabel(text, segment, measures, i)) odds[i] = Math.max(odds[i] ?? 0, 1.6);
    else if (isPageMessage(segments, measures, sizes, i)) odds[i] = Math.max(odds[i] ?? 0, 2);
    else if (endsPageMessage(segments, measures, sizes, i)) odds[i] = Math.max(odds[i] ?? 0, 1.5);
  });
}

/** A text of fewer kept words than this share of its largest block of prose has lost its article. */
const leastKeptShare = 0.25;

/**
 * A press article has paragraphs: where nearly nothing would stay, the largest block of prose is taken for the article
 * unless it is surely none.
 */
export function keepLargestBlock(measures: Measures, features: FeatureTable, odds: Float32Array): void {
  let kept = 0;
  let largest = 0;
  for (let i = 0; i < odds.length; i++) {
    if ((odds[i] ?? 0) <= 0) kept += measures.words[i] ?? 0;
    largest = Math.max(largest, features.rows[i * features.width + blockColumn] ?? 0);
  }
  if (largest < 40 || kept >= largest * leastKeptShare) return;
  for (let i = 0; i < odds.length; i++) {
    const isInLargest = features.rows[i * features.width + blockColumn] === largest;
    if (isInLargest && isProse(measures, i)) odds[i] = (odds[i] ?? 0) - 2.5;
  }
}

/** Number of segments on the line of each segment. */
export function lineSizes(segments: readonly Segment[]): Int32Array {
  const sizes = new Int32Array(segments.length);
  for (let i = segments.length - 1, size = 0; i >= 0; i--) {
    const segment = segments[i];
    if (segment === undefined) continue;
    if (size === 0) size = segment.inLine + 1;
    sizes[i] = size;
    if (segment.inLine === 0) size = 0;
  }
  return sizes;
}

/**
 * A headline of another article in the middle of this one: a starred line that stands alone between blank lines and is
 * no sentence. A starred list has its items on neighbouring lines.
 */
export function isLinkedHeadline(
  text: string,
  segments: readonly Segment[],
  measures: Measures,
  i: number,
): boolean {
  const segment = segments[i];
  if (segment === undefined || text.charAt(segment.start) !== '*' || text.charAt(segment.start + 1) === '*')
    return false;
  const words = measures.words[i] ?? 0;
  const ending = measures.ending[i] ?? 0;
  if (words < 4 || words > 30 || ending === 1 || ending === 3) return false;
  const above = segments[i - 1];
  const below = segments[i + 1];
  const isAlone =
    (above === undefined || segment.line - above.line > 1) &&
    (below === undefined || below.line - segment.line > 1);
  const isList = [above, below].some((other) => other !== undefined && text.charAt(other.start) === '*');
  return isAlone && !isList;
}

/** "Read also: …": a line that begins with a pointer to other articles and a colon. */
export function isPointer(text: string, segment: Segment, measures: Measures, i: number): boolean {
  const bits = bit('relatedHeading') | bit('readMore');
  const words = measures.words[i] ?? 0;
  if (segment.inLine > 0 || words > 32 || ((measures.cueBits[i] ?? 0) & bits) === 0) return false;
  const line = text.slice(segment.start, Math.min(segment.end, segment.start + 40));
  const colon = line.search(/[:：]/u);
  return colon > 0 && beginsWithPointer(line.slice(0, colon));
}

/** "© 2024 Valley Media", and lines that speak of cookies or of reproduction. */
function isLegalLine(text: string, segment: Segment, measures: Measures, i: number): boolean {
  const words = measures.words[i] ?? 0;
  if (words > 45 || segment.inLine > 0) return false;
  if (text.charAt(segment.start) === '©') return words >= 2;
  const legal = measures.cues[i * cueCategories.length + cueCategories.indexOf('legal')] ?? 0;
  const isNotice = ((measures.cueBits[i] ?? 0) & (bit('notice') | bit('subscribe'))) !== 0;
  return words <= 25 && (legal >= 0.3 || (isNotice && legal >= 0.15));
}

/** "| Share" after a byline. */
function isTrailingButton(segment: Segment, measures: Measures, i: number): boolean {
  return (
    segment.inLine > 0 &&
    ((measures.cueBits[i] ?? 0) & buttonBits) !== 0 &&
    (measures.cued[i] ?? 0) > 0.6 &&
    (measures.words[i] ?? 0) <= 5
  );
}

/** "Follow us:", above a row of buttons. */
function isButtonHeading(text: string, segment: Segment, measures: Measures, i: number): boolean {
  return (
    segment.inLine === 0 &&
    ((measures.cueBits[i] ?? 0) & (bit('share') | bit('platform'))) !== 0 &&
    (measures.cued[i] ?? 0) > 0.8 &&
    (measures.words[i] ?? 0) <= 5 &&
    /[:：]\s*$/u.test(text.slice(segment.start, segment.end))
  );
}

/** "You receive this letter because …": a sentence about the reader's subscription. */
function isSubscription(segment: Segment, measures: Measures, i: number): boolean {
  const share = measures.cues[i * cueCategories.length + cueCategories.indexOf('subscribe')] ?? 0;
  const words = measures.words[i] ?? 0;
  return segment.inLine === 0 && words >= 6 && words <= 25 && measures.ending[i] === 1 && share >= 0.3;
}

/**
 * A line in which the page speaks of itself or to its reader ("click here to read …"): most of its words are such
 * phrases, and it stands apart from the text around it.
 */
function isPageMessage(
  segments: readonly Segment[],
  measures: Measures,
  sizes: Int32Array,
  i: number,
): boolean {
  const share = (category: CueCategory): number =>
    measures.cues[i * cueCategories.length + cueCategories.indexOf(category)] ?? 0;
  const line = segments[i]?.line ?? 0;
  const isApart =
    line - (segments[i - 1]?.line ?? -3) > 1 ||
    (segments[i + 1]?.line ?? Infinity) - line > 1 ||
    isPageMessageAbove(segments, measures, i);
  const isLong = (measures.words[i] ?? 0) > 20;
  // A second line of the same message need not be as plain as the first.
  const isUnderList = (sizes[i - 1] ?? 1) >= leastHeadlines;
  const least = isUnderList || isPageMessageAbove(segments, measures, i) ? 0.25 : 0.5;
  return !isLong && isApart && share('notice') + share('source') + share('readMore') >= least;
}

/** The second of two lines, apart from the text around them, of which the first is a page's message: the rest of it. */
function endsPageMessage(
  segments: readonly Segment[],
  measures: Measures,
  sizes: Int32Array,
  i: number,
): boolean {
  const { line, inLine } = segments[i] ?? { line: 0, inLine: 1 };
  const isLong = (measures.words[i] ?? 0) > 20;
  if (inLine > 0 || isLong || segments[i - 1]?.line !== line - 1) return false;
  const isApart =
    line - 1 - (segments[i - 2]?.line ?? -3) > 1 && (segments[i + 1]?.line ?? Infinity) - line > 1;
  return isApart && (measures.words[i - 1] ?? 0) >= 4 && isPageMessage(segments, measures, sizes, i - 1);
}

function isPageMessageAbove(segments: readonly Segment[], measures: Measures, i: number): boolean {
  return i > 0 && ((measures.cueBits[i - 1] ?? 0) & pageBits) !== 0 && segments[i - 1]?.inLine === 0;
}

/** A section label lies among the first lines of a page. */
const labelReach = 5;

/** The name of a section, or of a template of the page's software, before anything else. */
function isLabel(text: string, segment: Segment, measures: Measures, i: number): boolean {
  if (i >= labelReach || segment.inLine > 0 || segment.end === text.length) return false;
  const section = measures.cues[i * cueCategories.length + cueCategories.indexOf('section')] ?? 0;
  const isSection = (measures.words[i] ?? 0) <= 3 && section > 0.9;
  return isSection || isTechnicalLabel(text.slice(segment.start, segment.end));
}

/** Words joined by low lines: the name of a template, nothing that a reader was meant to see. */
export function isTechnicalLabel(words: string): boolean {
  return words.length < 60 && /^[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+$/u.test(words);
}

/** Whether a phrase is nothing but a pointer to other articles. */
function beginsWithPointer(phrase: string): boolean {
  const bits = bit('relatedHeading') | bit('readMore');
  const measures = measureSegments(phrase, [{ start: 0, end: phrase.length, line: 0, inLine: 0 }]);
  return ((measures.cueBits[0] ?? 0) & bits) !== 0 && (measures.cued[0] ?? 0) >= 0.8;
}
