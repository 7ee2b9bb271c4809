import { dayNumberOf } from './calendar.ts';
import type { DatedLine } from './datedLines.ts';
import { headlineFeatures, readHeadline, type Headline } from './headline.ts';
import type { Layout } from './layout.ts';
import type { Line } from './line.ts';
import { buckets, looksLikeByline, names, places } from './lineFeatures.ts';
import { calendarLine, commentCount, commentNear, imprintLine, relatedLine } from './lists/lineCues.ts';
import { bylineLead, loneByline } from './lists/nameCues.ts';
import type { MarkupBlock } from './record.ts';

/** What the whole text says about its dates, for the features of each. */
export interface DateContext {
  readonly layout: Layout;
  readonly placed: readonly DatedLine[];
  /** Index of the title's line, or -1. */
  readonly titleIndex: number;
  /** First line after the body that opens a list of other articles. */
  readonly relatedFrom: number;
  /** Days that stand in a line about weather and the like: the days on which the page was fetched. */
  readonly calendarDays: ReadonlySet<string>;
  /** How often each value is written. */
  readonly counts: ReadonlyMap<string, number>;
  /** How often each shape of a dated line occurs; see `shapeOf`. */
  readonly shapes: ReadonlyMap<string, number>;
  /** Blocks of the HTML page; empty for a plain text. */
  readonly blocks: readonly MarkupBlock[];
  /** Day numbers of all dates, ascending. */
  readonly days: readonly number[];
  /** What the text as a whole says of how its dates are to be read. */
  readonly textFeatures: readonly string[];
  readonly headline: Headline;
  /** The latest year that the imprint or any date of the text bears. */
  readonly latestYear: number;
}

export function dateContext(
  layout: Layout,
  placed: readonly DatedLine[],
  titleIndex: number,
  blocks: readonly MarkupBlock[] = [],
): DateContext {
  const { lines, bodyFirst } = layout;
  const from = Math.max(0, bodyFirst);
  let relatedFrom = lines.length;
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i];
    if (line && line.text.length < 50 && relatedLine.test(line.lower)) {
      relatedFrom = i;
      break;
    }
  }
  const counts = new Map<string, number>();
  const shapes = new Map<string, number>();
  for (const candidate of placed) {
    count(counts, candidate.date.value);
    count(shapes, shapeOf(candidate));
  }
  const days = placed.flatMap(({ date }) => dayNumberOf(date.value) ?? []).sort((a, b) => a - b);
  const calendarDays = new Set(
    placed.flatMap(({ date, line }) => (calendarLine.test(line.lower) && !line.isProse ? [date.value] : [])),
  );
  const latestYear = latestYearOf(layout, placed);
  const headline = readHeadline(layout.lines[titleIndex]?.lower);
  const textFeatures = textFeaturesOf(headline, placed);
  return {
    layout,
    placed,
    titleIndex,
    relatedFrom,
    calendarDays,
    counts,
    shapes,
    days,
    blocks,
    textFeatures,
    headline,
    latestYear,
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Longer leads are running text. */
const longestLead = 40;

/** How a date is written and what stands before it: the dates of a list of articles, comments or events look alike. */
function shapeOf({ date, line, at }: DatedLine): string {
  const lead =
    at > longestLead
      ? ''
      : line.text
          .slice(0, at)
          .replace(/\d+/g, '#')
          .replace(/\p{L}+/gu, 'a');
  const written = line.text.slice(at, at + date.end - date.start);
  return `${lead}<${written.replace(/\d+/g, '#').replace(/\p{L}+/gu, 'm')}${date.hasTime ? 't' : ''}`;
}

/** What speaks for and against the n-th date as the day of publication. */
export function dateFeatures(context: DateContext, n: number): string[] {
  const candidate = context.placed[n];
  if (!candidate) return [];
  const marked = boilerplateFeatures(context, candidate);
  if (isMidProse(candidate)) return [...proseFeatures(context, candidate), ...marked];
  return [
    ...marked,
    ...formFeatures(candidate),
    ...lineFeatures(context, candidate),
    ...placeFeatures(context, candidate),
    ...neighbourFeatures(context, candidate, n),
    ...headerFeatures(context.layout, candidate),
    ...blockFeatures(context.blocks, candidate),
    ...context.textFeatures,
    ...headlineFeatures(context.headline, candidate),
    lagFeature(context.latestYear - Number(candidate.date.value.slice(0, 4))),
  ];
}

const lagFeature = buckets('lag', [0, 1, 2, 4, 8]);

/** A guide that is kept up to date shows when that was done last, not when it first came out. */
function textFeaturesOf({ isKnown, isGuide, years }: Headline, placed: readonly DatedLine[]): string[] {
  const features: string[] = [];
  if (!isKnown) features.push('textUntitled');
  if (isGuide) features.push('textGuide');
  if (years.length > 0) features.push('textTitleYear');
  if (placed.some(({ date }) => date.hasTime)) features.push('textTimes');
  if (placed.some(({ cue }) => cue === 'published')) features.push('textPublished');
  if (placed.some(({ cue }) => cue === 'updated')) features.push('textUpdated');
  return features;
}

function latestYearOf({ lines }: Layout, placed: readonly DatedLine[]): number {
  const years = placed.map(({ date }) => Number(date.value.slice(0, 4)));
  for (const { lower } of lines.slice(-imprintReach)) {
    if (lower.length > 200 || !imprintLine.test(lower)) continue;
    for (const [year] of lower.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) years.push(Number(year));
  }
  return years.reduce((latest, year) => Math.max(latest, year), 0);
}

/** Lines from the end in which the imprint of a page stands. */
const imprintReach = 60;

/** Names of classes, ids and tags that tell what a block is for; matched on the innermost five elements. */
const blockMarks: readonly (readonly [string, RegExp])[] = [
  ['date', /date|datum|fecha|publi|posted|time|stamp/],
  ['byline', /by-?line|author|autor|auteur|meta|info|credit/],
  ['comment', /comment|kommentar|reply|disqus/],
  [
    'related',
    /related|recommend|teaser|similar|popular|latest|recent|trending|more-|sidebar|widget|aside|listing|carousel/,
  ],
  ['update', /updat|modif/],
  ['footer', /footer|copyright|legal/],
  ['header', /header|entry-|article|post-|story|headline/],
  ['time', /^time|\btime\b/],
  ['list', /^(?:li|ul|ol|nav|dl)\b/],
];
const markedDepth = 5;
const blockFeature = names('block_');

function blockFeatures(blocks: readonly MarkupBlock[], { date }: DatedLine): string[] {
  const block = blockAt(blocks, date.start);
  if (!block) return [];
  const own = block.path.slice(-markedDepth);
  const features = blockMarks.flatMap(([name, pattern]) =>
    own.some((label) => pattern.test(label)) ? [blockFeature(name)] : [],
  );
  const root = block.path.join(' ');
  if (/\barticle\b/.test(root)) features.push('inArticle');
  if (/(?:^| )(?:aside|footer|nav)\b/.test(root)) features.push('inAside');
  if (block.linkLength > 0) features.push('blockLinks');
  return features;
}

/** The block that holds an offset, by bisection. */
function blockAt(blocks: readonly MarkupBlock[], offset: number): MarkupBlock | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block && block.start <= offset ? block : undefined;
}

const boilerplateFeature = names('boilerplate_');

/** That the cleaner took the line for boilerplate weighs less between title and body: bylines often look like it. */
function boilerplateFeatures(
  { layout, titleIndex }: DateContext,
  { boilerplate, lineIndex }: DatedLine,
): string[] {
  if (!boilerplate) return layout.isCleaned ? ['kept'] : [];
  const isInHeader = titleIndex >= 0 && lineIndex > titleIndex && lineIndex <= layout.bodyFirst;
  return [boilerplateFeature(boilerplate), isInHeader ? 'boilerplateInHeader' : 'boilerplate'];
}

/** A date in a sentence is nearly always that of an event: it is weighed apart, by a few features of its own. */
export function isMidProse({ line, cue, at }: DatedLine): boolean {
  if (!line.isProse || cue === 'published' || cue === 'updated') return false;
  return !isDateline(line, at) && !isSignedOn(line, at);
}

const signedLead = /^\s?\S+\s(?:\p{L}[\p{L}'’.-]*\s){1,4}(?:on|am|le|el|il|em|op|في)\s$/u;

/** `By Ada Ames on 4 May 2019 | 18 comments`: a byline that the running text was glued to. */
const isSignedOn = (line: Line, at: number): boolean =>
  at <= 60 && bylineLead.test(line.text) && signedLead.test(line.text.slice(0, at));

const proseCueFeature = names('prose_');
const prosePlaceFeature = places('prose_');

function proseFeatures(
  { layout, counts }: DateContext,
  { line, lineIndex, at, date, cue }: DatedLine,
): string[] {
  const features = ['prose', proseCueFeature(cue), prosePlaceFeature(lineIndex, layout)];
  if (at < 3) features.push('proseStarts');
  else if (at < 50) features.push('proseEarly');
  if (line.end - date.end < 2) features.push('proseEnds');
  if (date.hasTime) features.push('proseTime');
  if (looksLikeByline(line)) features.push('proseByline');
  if (counts.size === 1) features.push('proseOnly');
  return features;
}

const cueFeature = names('cue_');
const timeFeature = names('time_');
const formFeature = names('form_');

function formFeatures({ date, cue, line, at }: DatedLine): string[] {
  const features = ['any', cueFeature(cue), formFeature(date.form)];
  if (date.hasTime) features.push('time', timeFeature(cue));
  if (date.weekday) features.push(date.weekday === 'right' ? 'weekday_right' : 'weekday_wrong');
  if (date.hasShortYear) features.push('shortYear');
  if (date.alternative) features.push('openOrder');
  if (Number(date.value.slice(0, 4)) < 1990) features.push('oldYear');
  if (isDateline(line, at)) features.push('dateline');
  if (cue === 'none') features.push(...leadFeatures(line.text.slice(0, at)));
  return features;
}

const leadNamesFeature = buckets('leadNames', [1, 2, 4]);
const leadWordsFeature = buckets('leadWords', [1, 2, 4, 7]);

/** What stands before the date on its line: nothing, a name, or words, as in a headline that ends in a date. */
function leadFeatures(lead: string): string[] {
  const words = lead.replace(/\p{L}+$/u, '').match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0) return ['lead0'];
  const named = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return [named === words.length ? leadNamesFeature(words.length) : leadWordsFeature(words.length)];
}

const datelineLead =
  /^(?:[\p{Lu}][\p{L}'’.-]*[\s-]?){1,4}(?:\([^)]{2,25}\))?\s?(?:[,:]\s?(?:le\s|den\s|el\s|a\s)?\(?|\()$/u;
const datelineTail = /^(?:\)?\s?[-–—:.]|\s?\([^)]{2,20}\)\s?[-–—:.])/;

/** `Casablanca, le 12 mars 2019 –` at the head of a paragraph, or on a line of its own (`isAlone`). */
export function isDateline(line: Line, at: number, isAlone = false): boolean {
  if (at > 60 || !datelineLead.test(line.text.slice(0, at))) return false;
  return isAlone || datelineTail.test(line.text.slice(at).replace(/^.{6,30}?\d{4}/, ''));
}

const restFeature = buckets('rest', [0, 1, 15, 40, 80, 150, 300]);

function lineFeatures(context: DateContext, { line, at, date }: DatedLine): string[] {
  const rest = line.text.length - (date.end - date.start);
  const features = [restFeature(rest)];
  if (at < 3) features.push('startsLine');
  if (at + (date.end - date.start) >= line.text.length - 1) features.push('endsLine');
  if (line.isProse) features.push('inProseWithCue');
  if (imprintLine.test(line.lower)) features.push('imprint');
  if (context.calendarDays.has(date.value)) features.push('sameAsCalendar');
  if (commentCount.test(line.lower)) features.push('commentCount');
  else if (commentNear.test(line.lower)) features.push('commentLine');
  if (line.isJoined) features.push('joined');
  if (looksLikeByline(line)) features.push('bylineLine');
  if (/[[(]$/.test(line.text.slice(0, at).trimEnd())) features.push('bracketed');
  if (/:\/\/\S*$/.test(line.text.slice(0, at))) features.push('inAddress');
  if (/^\s?[-–—]\s?\d|^\s?(?:to|bis|au|al|até)\s\d/.test(line.text.slice(at + date.end - date.start)))
    features.push('range');
  if (context.layout.bodyFirst < 0) features.push('noBody');
  return features;
}

const placeFeature = places('place_');
const afterTitleFeature = buckets('afterTitle', [1, 2, 3, 4, 6, 9, 14, 25]);
const beforeTitleFeature = buckets('beforeTitle', [1, 2, 3, 5, 10]);

function placeFeatures({ layout, titleIndex, relatedFrom }: DateContext, { lineIndex }: DatedLine): string[] {
  const features = [placeFeature(lineIndex, layout)];
  const { bodyFirst, bodyLast } = layout;
  if (titleIndex >= 0) {
    const step = lineIndex - titleIndex;
    if (step === 0) features.push('onTitle');
    else if (step > 0) features.push(afterTitleFeature(step));
    else features.push(beforeTitleFeature(-step));
    if (step > 0 && lineIndex < bodyFirst) features.push('betweenTitleAndBody');
  }
  if (lineIndex >= relatedFrom && lineIndex > bodyFirst) features.push('afterRelated');
  if (lineIndex > bodyLast && lineIndex - bodyLast <= 3) features.push('rightAfterBody');
  return features;
}

const shapeFeature = buckets('shape', [1, 2, 3, 5, 9]);
const sameFeature = buckets('same', [1, 2, 3, 5, 9]);
const distinctFeature = buckets('distinct', [1, 2, 3, 5, 9, 20]);

function neighbourFeatures(context: DateContext, candidate: DatedLine, n: number): string[] {
  const { placed, layout } = context;
  const { traits } = layout;
  const features: string[] = [];
  const same = context.counts.get(candidate.date.value) ?? 1;
  features.push(sameFeature(same));
  features.push(distinctFeature(context.counts.size));
  features.push(shapeFeature(context.shapes.get(shapeOf(candidate)) ?? 1));
  const previous = placed[n - 1];
  const next = placed[n + 1];
  if (isOtherNear(previous, candidate)) features.push('otherBefore');
  if (isOtherNear(next, candidate)) features.push('otherAfter');
  if (isOtherNear(previous, candidate) && isOtherNear(next, candidate)) features.push('inList');
  if (previous && previous.lineIndex >= candidate.lineIndex - 2 && previous.cue === 'published')
    features.push('afterPublished');
  if (next && next.lineIndex <= candidate.lineIndex + 2 && next.cue === 'updated')
    features.push('beforeUpdated');
  if (n === 0) features.push('firstDate');
  if (isFirstAfterTitle(context, n)) features.push('firstAfterTitle');
  features.push(...rankFeatures(context.days, candidate));
  const { lineIndex } = candidate;
  for (const step of [-2, -1, 1, 2]) {
    if (traits.isByline(lineIndex + step)) features.push(step < 0 ? 'bylineAbove' : 'bylineBelow');
    else if (traits.isName(lineIndex + step)) features.push(step < 0 ? 'nameAbove' : 'nameBelow');
  }
  if (traits.isComment(lineIndex - 1)) features.push('commentAbove');
  return features;
}

/** Lines around a date in which a headline, a byline and share buttons may stand. */
const headReach = 5;
const belowReach = 4;
const proseReach = 16;
const shortestHeadline = 12;

const overlapSteps = [0.01, 0.3, 0.5, 0.7];
const headAboveFeature = buckets('headAbove', overlapSteps);
const headBelowFeature = buckets('headBelow', overlapSteps);
const toProseFeature = buckets('toProse', [0, 1, 2, 3, 5, 8, 12]);

/** What shows that the date stands in the header of a text: a headline above, its running text below. */
function headerFeatures({ lines, traits }: Layout, { lineIndex }: DatedLine): string[] {
  const features: string[] = [];
  const headline = (from: number, to: number): number => {
    let most = 0;
    for (let i = Math.max(0, from); i < Math.min(to, lines.length); i += 1) {
      const line = lines[i];
      if (line && !line.isProse && line.text.length >= shortestHeadline)
        most = Math.max(most, traits.overlap(i));
    }
    return most;
  };
  const hasButton = (from: number, to: number): boolean => {
    for (let i = Math.max(0, from); i < to; i += 1) if (traits.isButton(i)) return true;
    return false;
  };
  const above = Math.max(0, lineIndex - headReach);
  const below = lineIndex + 1 + belowReach;
  features.push(
    headAboveFeature(headline(above, lineIndex)),
    headBelowFeature(headline(lineIndex + 1, below)),
  );
  const prose = lines.slice(lineIndex, lineIndex + proseReach).findIndex(({ isProse }) => isProse);
  features.push(prose < 0 ? 'toProseFar' : toProseFeature(prose));
  if (hasButton(lineIndex + 1, below)) features.push('shareBelow');
  if (hasButton(above, lineIndex)) features.push('shareAbove');
  if (lines.slice(above, lineIndex).some(({ text }) => loneByline.test(text)))
    features.push('loneBylineAbove');
  return features;
}

const isOtherNear = (other: DatedLine | undefined, own: DatedLine): boolean =>
  other !== undefined &&
  Math.abs(other.lineIndex - own.lineIndex) <= 4 &&
  other.date.value !== own.date.value;

function isFirstAfterTitle({ placed, titleIndex }: DateContext, n: number): boolean {
  if (titleIndex < 0 || (placed[n]?.lineIndex ?? -1) < titleIndex) return false;
  return (placed[n - 1]?.lineIndex ?? -1) < titleIndex;
}

const laterFeature = buckets('later', [1, 2, 4, 8]);
const earlierFeature = buckets('earlier', [1, 2, 4, 8]);

/** Where the day stands among all days of the text: an article rarely speaks of days after it. */
function rankFeatures(days: readonly number[], candidate: DatedLine): string[] {
  const own = dayNumberOf(candidate.date.value) ?? 0;
  const later = days.length - countBelow(days, own + 2);
  const earlier = countBelow(days, own - 1);
  return [laterFeature(later), earlierFeature(earlier)];
}

/** How many of the ascending `values` are below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "— Name (@name) 4 May 2019": a post on a network that the article shows. */
const isOfPost = ({ text }: Line): boolean => /^\s?[—–-]\s?.{1,60}\(@\w+\)/u.test(text);

/** Dates that can never be the day of publication, whatever speaks for them. */
export function isExcluded({ date, line, cue, boilerplate }: DatedLine): boolean {
  return (
    date.precision !== 'day' ||
    date.alternative !== undefined ||
    boilerplate === 'ticker' ||
    line.isJoined ||
    isOfPost(line) ||
    cue === 'captured' ||
    date.form === 'compact'
  );
}

/** A day of a line about weather or the day's agenda is that of the visit to the page, wherever else it stands. */
export function isCalendarDay({ calendarDays }: DateContext, { date, cue, line }: DatedLine): boolean {
  return calendarDays.has(date.value) && cue !== 'published' && cue !== 'updated' && !line.isProse;
}
