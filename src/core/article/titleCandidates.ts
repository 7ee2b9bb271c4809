import { bodyOverlap, contentWords } from './bodyWords.ts';
import { bucket, looksLikeByline, looksLikeName, placeOf } from './lineFeatures.ts';
import { withoutDiacritics } from '../text/diacritics.ts';
import { relatedLine, shareLabel } from './lists/lineCues.ts';
import type { Layout, Line } from './layout.ts';

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
  const { lines, bodyFirst } = layout;
  const anchor = bodyFirst < 0 ? 0 : bodyFirst;
  const { bodyWords } = layout;
  const occurrences = countLines(lines);
  const candidates: TitleCandidate[] = [];
  const longest = longestNear(lines, anchor);
  const bylines = new Map<number, boolean>();
  const isByline = (i: number): boolean => {
    const known = bylines.get(i) ?? looksLikeByline(lines[i]);
    bylines.set(i, known);
    return known;
  };
  const near = lines.slice(Math.max(0, anchor - reachUp), anchor + reachDown + 1);
  const closest = mostShared(near, bodyWords);
  for (let i = Math.max(0, anchor - reachUp); i <= Math.min(lines.length - 1, anchor + reachDown); i += 1) {
    const line = lines[i];
    if (!line || !isPossible(line)) continue;
    const features = [
      ...shapeFeatures(line),
      ...placeFeatures(layout, i, datedLines, isByline),
      `overlap${bucket(bodyOverlap(line.lower, bodyWords), [0.01, 0.3, 0.5, 0.7])}`,
      ...wholeFeatures(line, near, occurrences),
      `times${String(Math.min(3, occurrences.get(line.lower) ?? 1))}`,
    ];
    if (i === longest) features.push('longestNear');
    if (line === closest) features.push('mostShared');
    if (slug.length >= 2) features.push(`slug${bucket(slugShare(line.lower, slug), [0.01, 0.5, 0.8])}`);
    candidates.push({ index: i, line, features });
  }
  return candidates;
}

/** More parts between bars are a menu. */
const mostParts = 4;
const partsOf = (text: string): number => text.split(/\s[|·•›»>]\s/).length;

function isPossible(line: Line): boolean {
  const length = line.text.length;
  return (
    length >= 4 &&
    length <= maxLength &&
    !line.isJoined &&
    line.boilerplate !== 'ticker' &&
    partsOf(line.text) <= mostParts &&
    /\p{L}{2}/u.test(line.text)
  );
}

function shapeFeatures({ text, lower, isProse, boilerplate }: Line): string[] {
  const words = countWords(text);
  const features = [
    `length${bucket(text.length, [15, 25, 40, 60, 85, 110, 150])}`,
    `words${bucket(words, [2, 3, 4, 6, 9])}`,
  ];
  if (boilerplate) features.push('boilerplate', `boilerplate_${boilerplate}`);
  const end = /[.?!:…,]$/.exec(text)?.[0];
  if (end) features.push(`ends${end}`);
  if (isProse) features.push('prose');
  if (/[.!?] \p{Lu}/u.test(text)) features.push('twoSentences');
  if (/^\p{Ll}/u.test(text)) features.push('startsLower');
  if (/ [|] | [–—-] .{2,25}$/.test(text)) features.push('siteSuffix');
  // A menu or a masthead is one line of many parts.
  if (partsOf(text) > 2) features.push('manyParts');
  if (/@|https?:|www\.|^[#+•*›»>]/.test(text)) features.push('addressOrBullet');
  if (text.length > 12 && text === text.toUpperCase()) features.push('capitals');
  if (/©|\d{2}:\d{2}/.test(text)) features.push('clock');
  if (looksLikeName(text)) features.push('name');
  if (text.length < 60 && relatedLine.test(lower)) features.push('related');
  if (/^(?:foto|photo|image|bild|video|fotos|crédit|credit|quelle|source)\b/.test(lower))
    features.push('caption');
  if (/\p{Ll}\p{Lu}/u.test(text)) features.push('gluedWords');
  const capitals = text.match(/\p{Lu}\p{Ll}+/gu)?.length ?? 0;
  features.push(`capitalShare${bucket(capitals / words, [0.01, 0.3, 0.6, 0.9])}`);
  return features;
}

function placeFeatures(
  { lines, ...body }: Layout,
  i: number,
  datedLines: ReadonlySet<number>,
  isByline: (i: number) => boolean,
): string[] {
  const features = [`place_${placeOf(i, { lines, ...body })}`];
  if (i === 0) features.push('firstLine');
  if (i > 0 && i < 3) features.push('earlyLine');
  const line = lines[i];
  const next = lines[i + 1];
  if ((line?.gap ?? 0) > 0) features.push('gapBefore');
  if ((next?.gap ?? 0) > 0) features.push('gapAfter');
  if (datedLines.has(i)) features.push('dated');
  for (const step of [1, 2, 3]) if (datedLines.has(i + step)) features.push(`datedAfter${String(step)}`);
  if (datedLines.has(i - 1)) features.push('datedBefore1');
  if (isByline(i)) features.push('byline');
  for (const step of [1, 2, 3]) if (isByline(i + step)) features.push(`bylineAfter${String(step)}`);
  if (isByline(i - 1)) features.push('bylineBefore');
  features.push(`previous${bucket(lines[i - 1]?.text.length ?? 0, [1, 20, 40, 80])}`);
  features.push(`next${bucket(next?.text.length ?? 0, [1, 20, 40, 80, 140])}`);
  if (next?.isProse) features.push('nextProse');
  const after = lines.slice(i + 1, i + 1 + headerReach);
  if (after.some(({ lower }) => lower.length <= 30 && shareLabel.test(lower))) features.push('shareAfter');
  for (const step of [1, 2, 3]) {
    const other = lines[i + step];
    if (other && looksLikeName(other.text)) features.push(`nameAfter${String(step)}`);
  }
  return features;
}

/** Lines after the title in which share buttons may stand. */
const headerReach = 6;

/** A script without blanks writes a word with about two characters. */
const unspacedCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const countWords = (text: string): number =>
  text.split(/\s+/).length + Math.floor((text.match(unspacedCharacter)?.length ?? 0) / 2);

/** Shorter lines are parts of others by chance. */
const leastPart = 10;

/** A path to the page, or the page's own title, holds the headline with more; the headline alone is wanted. */
function wholeFeatures(
  line: Line,
  near: readonly Line[],
  occurrences: ReadonlyMap<string, number>,
): string[] {
  const features: string[] = [];
  const { lower } = line;
  if (/\s[»›>→/]\s/u.test(line.text)) features.push('breadcrumb');
  if (lower.length >= 25 && (occurrences.get(lower) ?? 1) > 1) features.push('againLong');
  const isPart = (part: string, whole: string): boolean =>
    part.length >= leastPart &&
    part.length < whole.length &&
    (whole.endsWith(part) || whole.startsWith(part));
  if (near.some((other) => isPart(lower, other.lower))) features.push('partOfLonger');
  if (near.some((other) => other.lower.length * 3 > lower.length && isPart(other.lower, lower)))
    features.push('holdsShorter');
  return features;
}

/** The short line that shares most words with the body. */
function mostShared(near: readonly Line[], bodyWords: ReadonlySet<string>): Line | undefined {
  let best: Line | undefined;
  let most = 1;
  for (const line of near) {
    if (line.isProse || !isPossible(line)) continue;
    const shared = new Set(contentWords(line.lower).filter((word) => bodyWords.has(word))).size;
    if (shared > most) {
      most = shared;
      best = line;
    }
  }
  return best;
}

/** Index of the longest line among the eight before the body. */
function longestNear(lines: readonly Line[], anchor: number): number {
  let best = -1;
  let length = 0;
  for (let i = Math.max(0, anchor - 8); i < anchor; i += 1) {
    const line = lines[i];
    if (line && isPossible(line) && line.text.length > length) {
      best = i;
      length = line.text.length;
    }
  }
  return best;
}

function slugShare(lower: string, slug: readonly string[]): number {
  const words = new Set(withoutDiacritics(lower).match(/[\p{L}\p{N}]+/gu) ?? []);
  return slug.filter((word) => words.has(word)).length / slug.length;
}

function countLines(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines)
    if (line.lower.length <= maxLength) counts.set(line.lower, (counts.get(line.lower) ?? 0) + 1);
  return counts;
}
