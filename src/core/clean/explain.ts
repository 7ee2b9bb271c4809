import type { Evidence } from '../evidence.ts';
import type { BoilerplateRule } from './evidence.ts';
import { isProse } from './prose.ts';
import type { Judgement } from './judge.ts';
import { saidBefore } from './copies.ts';
import { cueCategories } from './lists/cueList.ts';
import type { CueCategory } from './lists/cueList.ts';
import type { BoilerplateKind } from './passage.ts';
import { leastRepeats, outletRepeats } from './repetition.ts';
import { isLinkedHeadline, isPointer, isTechnicalLabel, leastHeadlines, lineSizes } from './signals.ts';

/** Why one segment goes. Segments in a row with the same reason make one passage. */
export interface Reason {
  readonly kind: BoilerplateKind;
  readonly rule: BoilerplateRule;
  readonly values?: Evidence['values'];
}

/** Where the article stands: first and last kept segment of some length. */
interface Body {
  readonly first: number;
  readonly last: number;
}

/** A reason for each segment; those that stay get one too, which nobody reads. */
export function explainSegments(text: string, judgement: Judgement): (segment: number) => Reason {
  const sizes = lineSizes(judgement.segments);
  const body = findBody(judgement);
  const said = saidBefore(judgement.measures);
  return (i) => withRepetition(judgement, i, withCopy(said, i, reasonOf(text, judgement, sizes, body, i)));
}

function findBody({ odds, measures }: Judgement): Body {
  let first = -1;
  let last = -1;
  for (let i = 0; i < measures.count; i++) {
    if ((odds[i] ?? 0) > 0 || !isProse(measures, i)) continue;
    if (first < 0) first = i;
    last = i;
  }
  return first < 0 ? { first: measures.count, last: -1 } : { first, last };
}

/**
 * Repetition is the better reason where the words alone say little. A ticker is told by its line: its headlines come and
 * go, so that each of them stands in another number of articles.
 */
function withRepetition(judgement: Judgement, i: number, reason: Reason): Reason {
  if (reason.kind === 'ticker') return reason;
  const corpus = judgement.inCorpus[i] ?? 0;
  if (outletRepeats(judgement, i) >= leastRepeats)
    return { kind: reason.kind, rule: 'repeatedInOutlet', values: { articles: judgement.inGroup[i] ?? 0 } };
  if (corpus >= 2 * leastRepeats)
    return { kind: reason.kind, rule: 'repeatedInCorpus', values: { articles: corpus } };
  return reason;
}

/** A paragraph that the page says twice: a better reason than its place. */
function withCopy(said: Uint8Array, i: number, reason: Reason): Reason {
  const isByPlace = placeRules.has(reason.rule);
  return said[i] === 1 && isByPlace ? { kind: reason.kind, rule: 'saidBefore' } : reason;
}

const placeRules: ReadonlySet<BoilerplateRule> = new Set([
  'linksAfterHeading',
  'beforeArticle',
  'afterArticle',
  'unlikeArticle',
]);

function reasonOf(text: string, judgement: Judgement, sizes: Int32Array, body: Body, i: number): Reason {
  const { segments, measures } = judgement;
  const size = sizes[i] ?? 1;
  if (size >= leastHeadlines)
    return { kind: 'ticker', rule: 'headlinesOnOneLine', values: { headlines: size } };
  if (isLinkedHeadline(text, segments, measures, i)) return { kind: 'crossLink', rule: 'linkedHeadline' };
  const segment = segments[i];
  if (segment !== undefined && isPointer(text, segment, measures, i)) {
    const [words = ''] = text.slice(segment.start, segment.end).split(/\s*[:：]/u, 1);
    return { kind: 'crossLink', rule: 'pointsElsewhere', values: { words } };
  }
  const byWords = reasonByWords(text, judgement, body, i);
  if (byWords !== undefined) return byWords;
  if (isTechnicalLabel(text.slice(segments[i]?.start, segments[i]?.end))) {
    return { kind: 'sectionLabel', rule: 'technicalLabel' };
  }
  return reasonByPlace(text, judgement, body, i);
}

const rulesByCategory: readonly (readonly [CueCategory, BoilerplateKind, BoilerplateRule])[] = [
  ['legal', 'legal', 'legalWords'],
  ['share', 'share', 'shareButtons'],
  ['platform', 'share', 'shareButtons'],
  ['advertisement', 'notice', 'advertisement'],
  ['subscribe', 'notice', 'invitation'],
  ['account', 'notice', 'invitation'],
  ['comments', 'notice', 'comments'],
];

function reasonByWords(
  text: string,
  { measures, segments }: Judgement,
  body: Body,
  i: number,
): Reason | undefined {
  const share = (category: CueCategory): number =>
    measures.cues[i * cueCategories.length + cueCategories.indexOf(category)] ?? 0;
  const segment = segments[i];
  const words = shorten(text.slice(segment?.start, segment?.end));
  const isInside = i > body.first && i < body.last;
  if (share('relatedHeading') + share('readMore') >= 0.3 && (isInside || (measures.words[i] ?? 0) > 6)) {
    return { kind: 'crossLink', rule: 'pointsElsewhere', values: { words } };
  }
  const best = rulesByCategory
    .map(([category, kind, rule]) => ({ kind, rule, share: share(category) }))
    .reduce((a, b) => (b.share > a.share ? b : a));
  const least = (measures.words[i] ?? 0) > 8 ? 0.12 : 0.3;
  if (best.share >= least) return { kind: best.kind, rule: best.rule, values: { words } };
  if (share('source') + share('notice') >= 0.2) return { kind: 'notice', rule: 'messageOfPage' };
  return undefined;
}

function reasonByPlace(text: string, judgement: Judgement, body: Body, i: number): Reason {
  const { measures } = judgement;
  const heading = headingAbove(judgement, body, i);
  if (heading !== undefined) {
    const { start, end } = judgement.segments[heading] ?? { start: 0, end: 0 };
    const words = shorten(text.slice(start, end).replace(/[\s:：]+$/u, ''));
    return hasCue(judgement, heading, commentBits)
      ? { kind: 'notice', rule: 'comments', values: { words } }
      : { kind: 'teaser', rule: 'linksAfterHeading', values: { heading: words } };
  }
  const words = measures.words[i] ?? 0;
  if (words <= 3 && (measures.cued[i] ?? 0) > 0.5) {
    return i < body.first
      ? { kind: 'sectionLabel', rule: 'sectionName' }
      : { kind: 'navigation', rule: 'menu' };
  }
  if (i < body.first) return { kind: words > 5 ? 'teaser' : 'navigation', rule: 'beforeArticle' };
  if (i > body.last) return { kind: words > 5 ? 'teaser' : 'navigation', rule: 'afterArticle' };
  return { kind: words > 5 ? 'teaser' : 'notice', rule: 'unlikeArticle' };
}

const bitOf = (category: CueCategory): number => 1 << cueCategories.indexOf(category);
const commentBits = bitOf('comments');
const listBits = bitOf('relatedHeading') | bitOf('share');

/**
 * The nearest heading above that announces a list of links or, to sentences below the article, comments, when no kept
 * prose stands between.
 */
function headingAbove(judgement: Judgement, body: Body, i: number): number | undefined {
  const mayBeComment = i > body.last && isProse(judgement.measures, i);
  const announces = mayBeComment ? listBits | commentBits : listBits;
  for (let j = i; j >= 0 && i - j <= 60; j--) {
    if ((judgement.odds[j] ?? 0) <= 0) return undefined;
    if (hasCue(judgement, j, announces)) return i < body.first && j === i ? undefined : j;
  }
  return undefined;
}

/** Whether a segment is little more than words of the categories. */
function hasCue({ measures }: Judgement, i: number, bits: number): boolean {
  const isShort = (measures.words[i] ?? 0) <= 6;
  return isShort && ((measures.cueBits[i] ?? 0) & bits) !== 0 && (measures.cued[i] ?? 0) >= 0.5;
}

function shorten(words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  return flat.length <= 48 ? flat : `${flat.slice(0, 47).trimEnd()}…`;
}
