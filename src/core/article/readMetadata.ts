import type { Boilerplate } from '../clean/passage.ts';
import { readAuthors } from './authors.ts';
import { foundDay, rankDays, rejectedDates } from './dateChoice.ts';
import type { Found, FoundDate, Metadata } from './metadata.ts';
import { readAggregator, readOutlet } from './outlet.ts';
import { readArticle, type Reading } from './reading.ts';
import type { ArticleRecord } from './record.ts';
import { readSection } from './section.ts';
import type { SlotEvidence } from './slotSurvey.ts';
import { explainUndated } from './undated.ts';

export interface ReadingOptions {
  /** `YYYY-MM-DD`: no date after it is taken. Core has no clock, so whoever has one hands it in. */
  readonly notAfter?: string;
}

/** Below this a day is not given: undated beats wrongly dated. */
const MIN_DATE_CONFIDENCE = 0.6;
const MIN_TITLE_CONFIDENCE = 0.3;

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
  const title = readTitle(reading);
  const date = readDate(reading, slots, options);
  const aggregator = readAggregator(reading);
  const outlet = readOutlet(reading, aggregator);
  const section = readSection(reading);
  const fallback = title ? undefined : firstSentence(reading);
  return {
    ...(title && { title }),
    ...(fallback !== undefined && { titleFallback: fallback }),
    ...(date ? { date } : explainUndated(reading, boilerplate)),
    rejectedDates: rejectedDates(reading.dates, date?.value, slots, options.notAfter),
    authors: readAuthors(reading),
    ...(outlet && { outlet }),
    ...(aggregator && { aggregator }),
    ...(section && { section }),
    language: reading.language,
  };
}

function readTitle({ title, record }: Reading): Found<string> | undefined {
  if (!title || title.confidence < MIN_TITLE_CONFIDENCE) return undefined;
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

function readDate(
  reading: Reading,
  slots: SlotEvidence | undefined,
  { notAfter }: ReadingOptions,
): FoundDate | undefined {
  const best = rankDays(reading.dates, slots, notAfter)[0];
  if (!best || best.confidence < MIN_DATE_CONFIDENCE) return undefined;
  return foundDay(best, reading.record.text);
}

const MAX_FALLBACK = 300;

function firstSentence({ layout }: Reading): string | undefined {
  const first = layout.lines.find((line, i) => i >= layout.bodyFirst && line.isProse && !line.boilerplate);
  const text = (first ?? layout.lines.find((line) => !line.boilerplate && !line.isJoined))?.text;
  if (text === undefined) return undefined;
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(text.slice(0, MAX_FALLBACK))?.[0];
  return sentence ?? text.slice(0, MAX_FALLBACK);
}
