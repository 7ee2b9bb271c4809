import type { ReadingWeights } from './conditionalLogit.ts';
import { foundDay, rankDays, rejectedDates, type DayChoice } from './dateChoice.ts';
import { isMidProse, type DateContext } from './dateFeatures.ts';
import type { Headline } from './headline.ts';
import { readDatabaseNumber } from './databaseNumber.ts';
import { pageChange } from './lists/dateCues.ts';
import { foundPageDay, hasStatedDate, pageDays, rankPageDays, rejectedPageDays } from './markupDays.ts';
import type { FoundDate, RejectedDate } from './metadata.ts';
import { readPathDate } from './pathDate.ts';
import type { Reading } from './reading.ts';
import { usualOrder } from './dayMonthOrder.ts';
import { crawlDay, fieldDates, openFieldDates } from './recordFacts.ts';
import { withRivals, type Rival } from './rivals.ts';
import type { SlotEvidence } from './slotSurvey.ts';

/** The date of a text, and those that were seen and not taken. */
export interface DateReading {
  readonly date?: FoundDate;
  readonly rejected: readonly RejectedDate[];
}

/** Below these no date is given: undated beats wrongly dated. All are set on sites left out of the fit. */
const minDateConfidence = 0.4;
const minPageDateConfidence = 0.5;
/** An address often holds the day of an event in its headline; whoever names a file by a day means that of the text. */
const minUrlConfidence = 0.7;
const minPathConfidence = 0.4;

/** Page furniture holds a bare date of its own more often than that of the article. */
const minInBoilerplate = 0.7;
const minTimedInBoilerplate = 0.55;
/** A guide is changed for years after it came out, and often shows no day but that of the last change. */
const minInGuide = 0.6;

/**
 * One guide in ten shows the day on which it was last changed without saying so (measured on sites left out): no such day
 * is surer than that.
 */
const trustInGuide = 0.9;

/** News are changed on the day they come out, and say at what time; others are kept up to date for years. */
const minUntimedUpdate = 0.8;
const minUntitledUpdate = 0.9;
/** "Best phones of 2025, updated 3 May 2025": the title says of which year the text is. */
const minUpdateInTitleYear = 0.6;
/** On a page the markup around a date tells as well what it is. */
const minUpdateOnPage = 0.9;

/** A date in a sentence is that of an event, until much speaks against it. */
const minInSentence = 0.8;

function leastFor({ best, value }: DayChoice, { headline, blocks }: DateContext): number {
  if (isMidProse(best)) return minInSentence;
  const { cue, date, line, boilerplate } = best;
  const isOnPage = blocks.length > 0;
  if (cue === 'updated' && pageChange.test(line.lower) && !isOnPage) return Infinity;
  if (cue === 'updated' && !date.hasTime) return isOnPage ? minUpdateOnPage : leastForUpdate(value, headline);
  if (cue !== 'none' || isOnPage) return minDateConfidence;
  if (boilerplate) return date.hasTime ? minTimedInBoilerplate : minInBoilerplate;
  if (date.hasTime) return minDateConfidence;
  return headline.isGuide ? minInGuide : minDateConfidence;
}

/** How likely it is after all that the text came out on the chosen day. */
function confidenceOf({ best, confidence }: DayChoice, { headline }: DateContext): number {
  const mayBeOfChange = headline.isGuide && best.cue !== 'published';
  return mayBeOfChange && (!best.date.hasTime || headline.years.length > 0)
    ? confidence * trustInGuide
    : confidence;
}

function leastForUpdate(value: string, { isKnown, isGuide, years }: Headline): number {
  if (years.includes(value.slice(0, 4))) return minUpdateInTitleYear;
  if (isGuide) return Infinity;
  return isKnown ? minUntimedUpdate : minUntitledUpdate;
}

/** From this on a source that was not taken is worth a second look: the user is shown both. */
const minRival = 0.85;

/**
 * The publication date by order of trust: the fields of the record, what the markup's sources agree on, the text outside
 * boilerplate, the path; then none. `notAfter` is the last possible day, `YYYY-MM-DD`.
 */
export function readDate(
  reading: Reading,
  slots: SlotEvidence | undefined,
  notAfter: string | undefined,
  weights: ReadingWeights,
): DateReading {
  const { record } = reading;
  const facts = record.facts ?? [];
  const last = earliest(notAfter, crawlDay(facts));
  const isPossible = ({ value }: { readonly value: string }): boolean => last === undefined || value <= last;
  const below = readBelowFields(reading, slots, last, weights);
  const order = usualOrder(reading);
  const stated = fieldDates(facts, order);
  const open = order === undefined ? openFieldDates(facts) : [];
  const taken = stated.find(isPossible);
  const future = stated.filter((date) => !isPossible(date)).map(inFuture);
  if (!taken) return { ...below, rejected: [...future, ...open, ...below.rejected] };
  const others = [...stated.filter(isPossible), ...(below.date ? [below.date] : [])];
  const { date, rejected } = withRivals(taken, others);
  const rest = below.rejected.filter(({ value }) => value !== date.value);
  return { date, rejected: [...rejected, ...future, ...rest] };
}

const earliest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/** It would be the date, if it did not lie in the future. */
const inFuture = ({ value, quote, span }: FoundDate): RejectedDate => ({
  value,
  quote,
  ...(span && { span }),
  evidence: { rule: 'publicationInFuture' },
});

function readBelowFields(
  reading: Reading,
  slots: SlotEvidence | undefined,
  last: string | undefined,
  weights: ReadingWeights,
): DateReading {
  const { record, dates } = reading;
  const inText = rankDays(dates, slots, last, weights.date);
  const found = hasStatedDate(record.markup?.facts)
    ? fromPage(reading, inText, last, weights)
    : fromText(reading, inText, last);
  const future = futureDay(reading, slots, last, weights);
  const known = new Set([future?.value, ...found.rejected.map(({ value }) => value)]);
  const rejected = rejectedDates(record.text, dates, found.date?.value, slots, last);
  return {
    ...(found.date && { date: found.date }),
    rejected: [
      ...found.rejected,
      ...(future ? [future] : []),
      ...rejected.filter(({ value }) => !known.has(value)),
    ],
  };
}

/** Without a bound the likeliest day of the text lies behind it. */
function futureDay(
  { record, dates }: Reading,
  slots: SlotEvidence | undefined,
  last: string | undefined,
  weights: ReadingWeights,
): RejectedDate | undefined {
  if (last === undefined || dates.placed.every(({ date }) => date.value <= last)) return undefined;
  const best = rankDays(dates, slots, undefined, weights.date)[0];
  if (!best || best.value <= last || best.confidence < leastFor(best, dates)) return undefined;
  return inFuture(foundDay(best, record.text));
}

function fromPage(
  { record }: Reading,
  inText: readonly DayChoice[],
  last: string | undefined,
  weights: ReadingWeights,
): DateReading {
  const days = pageDays(record, inText).filter(({ value }) => last === undefined || value <= last);
  const best = rankPageDays(days, weights.page)[0];
  if (!best || best.confidence < minPageDateConfidence)
    return { rejected: rejectedPageDays(days, undefined) };
  const found = foundPageDay(best, (choice) => foundDay(choice, record.text));
  const rivals = [
    ...days.flatMap(({ value, statements }) =>
      statements.filter(({ source }) => isStatement(source)).map((statement) => ({ value, ...statement })),
    ),
    ...sureRivals(inText, record.text),
  ];
  const { date, rejected } = withRivals(found, rivals);
  const known = new Set(rejected.map(({ value }) => value));
  return {
    date,
    rejected: [...rejected, ...rejectedPageDays(days, date.value).filter(({ value }) => !known.has(value))],
  };
}

/** Sources that speak of the page's own article; `<time>` elements stand in lists of others as well. */
const isStatement = (source: string): boolean =>
  !source.startsWith('modified_') && !/^(?:time|timeElsewhere|firstTime)$/.test(source);

function sureRivals(days: readonly DayChoice[], text: string): Rival[] {
  return days.filter(({ confidence }) => confidence >= minRival).map((day) => foundDay(day, text));
}

function fromText(reading: Reading, inText: readonly DayChoice[], last: string | undefined): DateReading {
  const { record } = reading;
  const best = inText[0];
  const sure =
    best && best.confidence >= leastFor(best, reading.dates)
      ? { ...foundDay(best, record.text), confidence: confidenceOf(best, reading.dates) }
      : undefined;
  const read = sure ?? headerMonth(reading, last);
  const path = databaseDay(record.text, last) ?? pathDate(reading, last);
  if (!path) return { ...(read && { date: read }), rejected: [] };
  // A day in the number of a database, in the address or in the file's name speaks where the text does not, and strengthens what it says.
  const same = inText.find(({ value }) => value === path.value);
  if (same) {
    const confidence = 1 - (1 - same.confidence) * (1 - path.confidence) * 0.5;
    return { date: { ...foundDay(same, record.text), confidence }, rejected: [] };
  }
  if (!read || (read.precision === 'month' && path.value.startsWith(read.value)))
    return { date: path, rejected: [] };
  return withRivals(read, path.confidence >= minRival ? [path] : []);
}

function databaseDay(text: string, last: string | undefined): FoundDate | undefined {
  const day = readDatabaseNumber(text);
  return day && (last === undefined || day.value <= last) ? day : undefined;
}

function pathDate({ record }: Reading, last: string | undefined): FoundDate | undefined {
  const { url, fileName } = record;
  const fromUrl = url === undefined ? undefined : readPathDate(url);
  const where = record.path ?? fileName;
  const path = fromUrl ?? (where === undefined ? undefined : readPathDate(where));
  const least = fromUrl ? minUrlConfidence : minPathConfidence;
  if (!path || path.confidence < least || (last !== undefined && path.value > last)) return undefined;
  const { value, precision, quote, confidence } = path;
  const source = fromUrl ? 'url' : fileName?.includes(quote) ? 'fileName' : 'path';
  return { value, precision, source, quote, evidence: { rule: 'dateInPath' }, confidence };
}

/** Lines around the title in which an issue says its month. */
const monthReach = 6;
const maxMonthLine = 70;

/** "Name, special issue, December 2010": a month on a short line of the header, where no day is given. */
function headerMonth(
  { dates, layout, title, record }: Reading,
  last: string | undefined,
): FoundDate | undefined {
  if (!title) return undefined;
  const months = dates.placed.filter(
    ({ date, line, lineIndex, cue, boilerplate }) =>
      date.precision === 'month' &&
      boilerplate !== 'ticker' &&
      (cue === 'none' || cue === 'published') &&
      !line.isProse &&
      line.text.length <= maxMonthLine &&
      lineIndex !== title.index &&
      lineIndex >= title.index - 2 &&
      lineIndex <= Math.min(title.index + monthReach, layout.bodyFirst),
  );
  const only = months[0];
  if (!only || new Set(months.map(({ date }) => date.value)).size > 1) return undefined;
  const { date, quoteStart } = only;
  if (last !== undefined && date.value > last) return undefined;
  const span = { start: quoteStart, end: date.end };
  return {
    value: date.value,
    precision: 'month',
    source: 'text',
    quote: record.text.slice(span.start, span.end),
    span,
    evidence: { rule: 'bylineZone' },
    confidence: 0.75,
  };
}
