import type { Boilerplate } from '../clean/passage.ts';
import { readAuthors } from './authors.ts';
import { choiceProbabilities, scoreOf } from './conditionalLogit.ts';
import { foundDay, rankDays, rejectedDates, type DayChoice } from './dateChoice.ts';
import { foundPageDay, hasStatedDate, pageDays, rankPageDays, rejectedPageDays } from './markupDays.ts';
import { isHouseName, readHouseName } from './houseName.ts';
import type { Found, FoundDate, Metadata, RejectedDate } from './metadata.ts';
import { readAggregator, readOutlet } from './outlet.ts';
import { readArticle, type Reading } from './reading.ts';
import { pageAuthors } from './pageAuthors.ts';
import { pageTitles } from './pageTitles.ts';
import { readPathDate } from './pathDate.ts';
import { pageAuthorWeights, pageDateWeights, pageTitleWeights } from './readingWeights.ts';
import type { ArticleRecord, MarkupFact } from './record.ts';
import { readSection } from './section.ts';
import type { SlotEvidence } from './slotSurvey.ts';
import { explainUndated } from './undated.ts';

/** What bounds the reading of one article's metadata. */
export interface ReadingOptions {
  /** `YYYY-MM-DD`: no date after it is taken. Core has no clock, so whoever has one hands it in. */
  readonly notAfter?: string;
}

/** Below this a day is not given: undated beats wrongly dated. */
const minDateConfidence = 0.55;
const minPageDateConfidence = 0.5;
const minPathConfidence = 0.7;
const minTitleConfidence = 0.3;

/**
 * Who published what when, in which language, each with its evidence: from the page's own markup, the text outside
 * `boilerplate`, the file's name, the URL, in this order of trust; `slots` is what the outlet's other articles say.
 * Offsets index `record.text`. Never throws; reads the head and the tail of very long texts.
 */
export function readMetadata(
  record: ArticleRecord,
  boilerplate: readonly Boilerplate[],
  slots?: SlotEvidence,
  options: ReadingOptions = {},
): Metadata {
  const reading = readArticle(record, boilerplate, slots?.order ? { outletOrder: slots.order } : {});
  const facts = record.markup?.facts ?? [];
  const title = readTitle(reading, facts);
  const dates = readDates(reading, slots, options);
  const { date } = dates;
  const house = readHouseName(reading);
  const authors = readByline(reading, facts).filter(
    ({ value }) => !house || !isHouseName(value, house.value),
  );
  const known = readAggregator(reading);
  const outlet = statedFact(facts, 'outlet') ?? readOutlet(reading, known, authors, house);
  const aggregator = known ?? servedBy(house, outlet);
  const section = statedFact(facts, 'section') ?? readSection(reading);
  const fallback = title ? undefined : firstSentence(reading);
  return {
    ...(title && { title }),
    ...(fallback !== undefined && { titleFallback: fallback }),
    ...(date ? { date } : explainUndated(reading, boilerplate)),
    rejectedDates: dates.rejected,
    authors,
    ...(outlet && { outlet }),
    ...(aggregator && { aggregator }),
    ...(section && { section }),
    language: reading.language,
  };
}

/** A page that says which outlet published it, filed under another name, was served by that one. */
function servedBy(
  house: Found<string> | undefined,
  outlet: Found<string> | undefined,
): Found<string> | undefined {
  const isOther = house && outlet?.evidence.rule === 'publishedIn' && !isHouseName(house.value, outlet.value);
  return isOther ? house : undefined;
}

function readTitle(reading: Reading, facts: readonly MarkupFact[]): Found<string> | undefined {
  const inText = titleInText(reading);
  if (!facts.some(({ field }) => field === 'title')) return inText;
  const lines = new Set(reading.layout.lines.map(({ lower }) => lower));
  const offers = pageTitles(facts, inText?.value, lines);
  const probabilities = choiceProbabilities(
    offers.map(({ features }) => scoreOf(features, pageTitleWeights)),
  );
  const top = probabilities.indexOf(Math.max(...probabilities));
  const best = offers[top];
  if (!best) return inText;
  const confidence = probabilities[top] ?? 0;
  if (best.source === 'text' && inText) return { ...inText, confidence };
  return {
    value: best.value,
    source: best.source,
    quote: best.quote,
    evidence: { rule: 'pageMarkup' },
    confidence,
  };
}

function titleInText({ title, record }: Reading): Found<string> | undefined {
  if (!title || title.confidence < minTitleConfidence) return undefined;
  const { start, end } = title.line;
  return {
    value: title.line.text,
    source: 'text',
    quote: record.text.slice(start, end),
    span: { start, end },
    evidence: { rule: 'titleLine' },
    confidence: title.confidence,
  };
}

function readByline(reading: Reading, facts: readonly MarkupFact[]): readonly Found<string>[] {
  const inText = readAuthors(reading);
  if (!facts.some(({ field }) => field === 'author')) return inText;
  return pageAuthors(facts, inText, pageAuthorWeights);
}

interface DateReading {
  readonly date?: FoundDate;
  readonly rejected: readonly RejectedDate[];
}

function readDates(
  reading: Reading,
  slots: SlotEvidence | undefined,
  { notAfter }: ReadingOptions,
): DateReading {
  const { record, dates } = reading;
  const inText = rankDays(dates, slots, notAfter);
  const asText = (choice: DayChoice): FoundDate => foundDay(choice, record.text);
  if (hasStatedDate(record.markup?.facts)) {
    const days = pageDays(record, inText).filter(({ value }) => notAfter === undefined || value <= notAfter);
    const best = rankPageDays(days, pageDateWeights)[0];
    const date = best && best.confidence >= minPageDateConfidence ? foundPageDay(best, asText) : undefined;
    const rejected = rejectedDates(record.text, dates, date?.value, slots, notAfter);
    return { ...(date && { date }), rejected: [...rejectedPageDays(days, date?.value), ...rejected] };
  }
  const best = inText[0];
  const sure = best && best.confidence >= minDateConfidence ? asText(best) : undefined;
  const date = withPathDate(record, sure ?? headerMonth(reading, notAfter), inText, notAfter);
  return { ...(date && { date }), rejected: rejectedDates(record.text, dates, date?.value, slots, notAfter) };
}

/** Lines around the title in which an issue says its month. */
const monthReach = 6;
const maxMonthLine = 70;

/** "Name, special issue, December 2010": a month on a short line of the header, where no day is given. */
function headerMonth(
  { dates, layout, title, record }: Reading,
  notAfter: string | undefined,
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
  if (notAfter !== undefined && date.value > notAfter) return undefined;
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

/** A day in the address or the file's name speaks where the text does not, and strengthens what it says. */
function withPathDate(
  record: ArticleRecord,
  inText: FoundDate | undefined,
  days: readonly DayChoice[],
  notAfter: string | undefined,
): FoundDate | undefined {
  const fromUrl = record.url === undefined ? undefined : readPathDate(record.url);
  const path = fromUrl ?? (record.fileName === undefined ? undefined : readPathDate(record.fileName));
  if (!path || path.confidence < minPathConfidence || (notAfter !== undefined && path.value > notAfter))
    return inText;
  const same = days.find(({ value }) => value === path.value);
  if (same) {
    const confidence = 1 - (1 - same.confidence) * (1 - path.confidence) * 0.5;
    return { ...foundDay(same, record.text), confidence };
  }
  if (inText && inText.precision !== 'month') return inText;
  if (inText && !path.value.startsWith(inText.value)) return inText;
  return {
    value: path.value,
    precision: path.precision,
    source: fromUrl ? 'url' : 'fileName',
    quote: path.quote,
    evidence: { rule: 'dateInPath' },
    confidence: path.confidence,
  };
}

/** What the page states of its outlet or section, when it states one thing. */
function statedFact(facts: readonly MarkupFact[], field: 'outlet' | 'section'): Found<string> | undefined {
  const stated = facts.filter(
    (fact) => fact.field === field && fact.value.length <= 60 && !fact.source.endsWith('copyright'),
  );
  const first = stated[0];
  if (!first) return undefined;
  const agree = stated.filter(({ value }) => value.toLowerCase() === first.value.toLowerCase()).length;
  return {
    value: first.value,
    source: first.source,
    quote: first.value,
    evidence: { rule: 'pageMarkup' },
    confidence: agree > 1 ? 0.95 : 0.85,
  };
}

const maxFallback = 300;

function firstSentence({ layout }: Reading): string | undefined {
  const first = layout.lines.find((line, i) => i >= layout.bodyFirst && line.isProse && !line.boilerplate);
  const text = (first ?? layout.lines.find((line) => !line.boilerplate && !line.isJoined))?.text;
  if (text === undefined) return undefined;
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(text.slice(0, maxFallback))?.[0];
  return sentence ?? text.slice(0, maxFallback);
}
