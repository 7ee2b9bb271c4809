import { bucket, looksLikeByline, looksLikeName, placeOf } from './lineFeatures.ts';
import { withoutDiacritics } from '../text/diacritics.ts';
import { relatedLine } from './lists/lineCues.ts';
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
  const bodyWords = bodyWordsOf(layout);
  const occurrences = countLines(lines);
  const candidates: TitleCandidate[] = [];
  const longest = longestNear(lines, anchor);
  const bylines = new Map<number, boolean>();
  const isByline = (i: number): boolean => {
    const known = bylines.get(i) ?? looksLikeByline(lines[i]);
    bylines.set(i, known);
    return known;
  };
  for (let i = Math.max(0, anchor - reachUp); i <= Math.min(lines.length - 1, anchor + reachDown); i += 1) {
    const line = lines[i];
    if (!line || !isPossible(line)) continue;
    const features = [
      ...shapeFeatures(line),
      ...placeFeatures(layout, i, datedLines, isByline),
      `overlap${bucket(overlap(line.lower, bodyWords), [0.01, 0.3, 0.5, 0.7])}`,
      `times${String(Math.min(3, occurrences.get(line.lower) ?? 1))}`,
    ];
    if (i === longest) features.push('longestNear');
    if (slug.length >= 2) features.push(`slug${bucket(slugShare(line.lower, slug), [0.01, 0.5, 0.8])}`);
    candidates.push({ index: i, line, features });
  }
  return candidates;
}

function isPossible(line: Line): boolean {
  const length = line.text.length;
  return (
    length >= 4 &&
    length <= maxLength &&
    !line.isJoined &&
    line.boilerplate !== 'ticker' &&
    /\p{L}{2}/u.test(line.text)
  );
}

function shapeFeatures({ text, lower, isProse, boilerplate }: Line): string[] {
  const words = text.split(/\s+/).length;
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
  return features;
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

const bodySample = 6000;

const contentWords = (lower: string): string[] => lower.match(/[\p{L}\p{N}]{4,}/gu) ?? [];

function bodyWordsOf({ lines, bodyFirst, bodyLast }: Layout): ReadonlySet<string> {
  const words = new Set<string>();
  let read = 0;
  for (let i = bodyFirst; i >= 0 && i <= bodyLast && read < bodySample; i += 1) {
    const line = lines[i];
    if (!line?.isProse) continue;
    read += line.lower.length;
    for (const word of contentWords(line.lower)) words.add(word);
  }
  return words;
}

function overlap(lower: string, bodyWords: ReadonlySet<string>): number {
  const words = contentWords(lower);
  return words.length === 0 ? 0 : words.filter((word) => bodyWords.has(word)).length / words.length;
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
