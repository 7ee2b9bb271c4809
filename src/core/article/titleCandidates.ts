import { maybeUnspaced } from './bodyWords.ts';
import { buckets, names, places } from './lineFeatures.ts';
import { withoutDiacritics } from '../text/diacritics.ts';
import { outletOfIssue } from './issueLine.ts';
import { relatedLine } from './lists/lineCues.ts';
import type { Layout } from './layout.ts';
import type { Line } from './line.ts';

/** A line that may be the title, with what speaks for and against it. */
export interface TitleCandidate {
  readonly index: number;
  readonly line: Line;
  readonly features: readonly string[];
}

/** Lines before the body in which the title is looked for; what stands farther away belongs to the page. */
const reachUp = 70;
const reachDown = 3;
const maxLength = 240;

/** @param datedLines indexes of the lines that bear a date */
export function titleCandidates(
  layout: Layout,
  datedLines: ReadonlySet<number>,
  slug: readonly string[],
): TitleCandidate[] {
  const { lines, bodyFirst, traits } = layout;
  const anchor = bodyFirst < 0 ? 0 : bodyFirst;
  const candidates: TitleCandidate[] = [];
  const first = Math.max(0, anchor - reachUp);
  const near = lines.slice(first, anchor + reachDown + 1);
  const occurrences = countLines(lines, near);
  const possible = near.flatMap((line, n) => (isPossible(line) ? [{ line, index: first + n }] : []));
  const longest = longestNear(possible, anchor);
  const closest = mostShared(possible, layout);
  for (const { line, index } of possible) {
    const features = [overlapFeature(traits.overlap(index)), timesFeature(occurrences.get(line.lower) ?? 1)];
    addShape(features, line, traits.isName(index));
    addPlace(features, layout, index, datedLines);
    addWhole(features, line, near, occurrences);
    if (index === longest) features.push('longestNear');
    if (index === closest) features.push('mostShared');
    if (slug.length >= 2) features.push(slugFeature(slugShare(line.lower, slug)));
    candidates.push({ index, line, features });
  }
  return candidates;
}

const overlapFeature = buckets('overlap', [0.01, 0.3, 0.5, 0.7]);
const timesFeature = buckets('times', [1, 2, 3]);
const slugFeature = buckets('slug', [0.01, 0.5, 0.8]);

/** More parts between bars are a menu. */
const mostParts = 4;
const partsOf = (text: string): number => (/[|·•›»>]/.test(text) ? text.split(/\s[|·•›»>]\s/).length : 1);

function isPossible(line: Line): boolean {
  const length = line.text.length;
  return (
    length >= 4 &&
    length <= maxLength &&
    !line.isJoined &&
    line.boilerplate !== 'ticker' &&
    partsOf(line.text) <= mostParts &&
    /\p{L}{2}/u.test(line.text) &&
    outletOfIssue(line.text) === undefined
  );
}

const lengthFeature = buckets('length', [15, 25, 40, 60, 85, 110, 150]);
const wordsFeature = buckets('words', [2, 3, 4, 6, 9]);
const capitalsFeature = buckets('capitalShare', [0.01, 0.3, 0.6, 0.9]);

function addShape(features: string[], { text, lower, isProse, boilerplate }: Line, isName: boolean): void {
  const words = countWords(text);
  features.push(lengthFeature(text.length), wordsFeature(words));
  if (boilerplate) features.push('boilerplate', boilerplateFeature(boilerplate));
  const end = endFeatures.get(text.charAt(text.length - 1));
  if (end !== undefined) features.push(end);
  if (isProse) features.push('prose');
  if (/[.!?] \p{Lu}/u.test(text)) features.push('twoSentences');
  if (/^\p{Ll}/u.test(text)) features.push('startsLower');
  if (/ [|] | [–—-] .{2,25}$/.test(text)) features.push('siteSuffix');
  // A menu or a masthead is one line of many parts.
  if (partsOf(text) > 2) features.push('manyParts');
  if (/@|https?:|www\.|^[#+•*›»>]/.test(text)) features.push('addressOrBullet');
  if (text.length > 12 && !/[a-z]/.test(text) && text === text.toUpperCase()) features.push('capitals');
  if (/©|\d{2}:\d{2}/.test(text)) features.push('clock');
  if (isName) features.push('name');
  if (text.length < 60 && relatedLine.test(lower)) features.push('related');
  if (/^(?:foto|photo|image|bild|video|fotos|crédit|credit|quelle|source)\b/.test(lower))
    features.push('caption');
  if (/\p{Ll}\p{Lu}/u.test(text)) features.push('gluedWords');
  const capitals = text.match(/\p{Lu}\p{Ll}+/gu)?.length ?? 0;
  features.push(capitalsFeature(capitals / words));
}

const endFeatures = new Map(['.', '?', '!', ':', '…', ','].map((sign) => [sign, `ends${sign}`]));

const boilerplateFeature = names('boilerplate_');

const placeFeature = places('place_');
const previousFeature = buckets('previous', [1, 20, 40, 80]);
const nextFeature = buckets('next', [1, 20, 40, 80, 140]);

/** Features of the three lines below, the nearest first. */
const datedAfter = ['datedAfter1', 'datedAfter2', 'datedAfter3'];
const bylineAfter = ['bylineAfter1', 'bylineAfter2', 'bylineAfter3'];
const nameAfter = ['nameAfter1', 'nameAfter2', 'nameAfter3'];

function addPlace(features: string[], layout: Layout, i: number, datedLines: ReadonlySet<number>): void {
  const { lines, traits } = layout;
  const next = lines[i + 1];
  features.push(placeFeature(i, layout));
  if (i === 0) features.push('firstLine');
  if (i > 0 && i < 3) features.push('earlyLine');
  if ((lines[i]?.gap ?? 0) > 0) features.push('gapBefore');
  if ((next?.gap ?? 0) > 0) features.push('gapAfter');
  if (datedLines.has(i)) features.push('dated');
  addBelow(features, datedAfter, i, (line) => datedLines.has(line));
  if (datedLines.has(i - 1)) features.push('datedBefore1');
  if (traits.isByline(i)) features.push('byline');
  addBelow(features, bylineAfter, i, traits.isByline);
  if (traits.isByline(i - 1)) features.push('bylineBefore');
  features.push(previousFeature(lines[i - 1]?.text.length ?? 0), nextFeature(next?.text.length ?? 0));
  if (next?.isProse) features.push('nextProse');
  for (let step = 1; step <= headerReach; step += 1) {
    if (!traits.isButton(i + step)) continue;
    features.push('shareAfter');
    break;
  }
  addBelow(features, nameAfter, i, traits.isName);
}

function addBelow(
  features: string[],
  byStep: readonly string[],
  i: number,
  isSo: (line: number) => boolean,
): void {
  byStep.forEach((name, n) => {
    if (isSo(i + 1 + n)) features.push(name);
  });
}

/** Lines after the title in which share buttons may stand. */
const headerReach = 6;

/** A script without blanks writes a word with about two characters. */
const unspacedCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const countWords = (text: string): number =>
  text.split(/\s+/).length +
  (maybeUnspaced.test(text) ? Math.floor((text.match(unspacedCharacter)?.length ?? 0) / 2) : 0);

/** Shorter lines are parts of others by chance. */
const leastPart = 10;

/** A path to the page, or the page's own title, holds the headline with more; the headline alone is wanted. */
function addWhole(
  features: string[],
  line: Line,
  near: readonly Line[],
  occurrences: ReadonlyMap<string, number>,
): void {
  const { lower } = line;
  if (/\s[»›>→/]\s/u.test(line.text)) features.push('breadcrumb');
  if (lower.length >= 25 && (occurrences.get(lower) ?? 1) > 1) features.push('againLong');
  let isPart = false;
  let hasPart = false;
  for (const { lower: other } of near) {
    isPart ||= isPartOf(lower, other);
    hasPart ||= other.length * 3 > lower.length && isPartOf(other, lower);
  }
  if (isPart) features.push('partOfLonger');
  if (hasPart) features.push('holdsShorter');
}

/** Each line is compared with all near it: one character at either end tells most of them apart, at no cost. */
function isPartOf(part: string, whole: string): boolean {
  const { length } = part;
  if (length < leastPart || length >= whole.length) return false;
  if (part.charCodeAt(0) === whole.charCodeAt(0) && whole.startsWith(part)) return true;
  return part.charCodeAt(length - 1) === whole.charCodeAt(whole.length - 1) && whole.endsWith(part);
}

interface PlacedLine {
  readonly line: Line;
  readonly index: number;
}

/** Index of the short line that shares most words with the body; -1 for none. */
function mostShared(near: readonly PlacedLine[], { traits, bodyWords }: Layout): number {
  let best = -1;
  let most = 1;
  for (const { line, index } of near) {
    if (line.isProse) continue;
    const shared = new Set(traits.words(index).filter((word) => bodyWords.has(word))).size;
    if (shared > most) {
      most = shared;
      best = index;
    }
  }
  return best;
}

/** Index of the longest line among the eight before the body; -1 for none. */
function longestNear(near: readonly PlacedLine[], anchor: number): number {
  let best = -1;
  let length = 0;
  for (const { line, index } of near) {
    if (index < anchor - 8 || index >= anchor || line.text.length <= length) continue;
    best = index;
    length = line.text.length;
  }
  return best;
}

function slugShare(lower: string, slug: readonly string[]): number {
  const words = new Set(withoutDiacritics(lower).match(/[\p{L}\p{N}]+/gu) ?? []);
  return slug.filter((word) => words.has(word)).length / slug.length;
}

/** How often the text of each of the lines `near` stands among all `lines`. */
function countLines(lines: readonly Line[], near: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map(near.map(({ lower }) => [lower, 0]));
  const lengths = new Set(near.map(({ lower }) => lower.length));
  for (const { lower } of lines) {
    const count = lengths.has(lower.length) ? counts.get(lower) : undefined;
    if (count !== undefined) counts.set(lower, count + 1);
  }
  return counts;
}
