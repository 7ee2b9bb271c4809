import type { Boilerplate } from '../clean/passage.ts';
import { readAuthors } from './authors.ts';
import { choiceProbabilities, scoreOf, type ReadingWeights, type Weights } from './conditionalLogit.ts';
import { isHouseName, readHouseName } from './houseName.ts';
import type { Found, FoundDate, Metadata } from './metadata.ts';
import { readAggregator, readOutlet } from './outlet.ts';
import { readArticle, type Reading } from './reading.ts';
import { pageAuthors } from './pageAuthors.ts';
import { pageTitles } from './pageTitles.ts';
import { readDate } from './readDate.ts';
import { readingWeights } from './readingWeights.ts';
import type { ArticleRecord, MarkupFact } from './record.ts';
import { statedByFields } from './recordFacts.ts';
import { readSection } from './section.ts';
import type { SlotEvidence } from './slotSurvey.ts';
import { explainUndated } from './undated.ts';

/** What bounds the reading of one article's metadata. */
export interface ReadingOptions {
  /** `YYYY-MM-DD`: no date after it is taken. Core has no clock, so whoever has one hands it in. */
  readonly notAfter?: string;
  /** Other weights than the shipped ones, to measure them. */
  readonly weights?: ReadingWeights;
}

/** Below these no line is called the title; a line of running text must be surer than a short one. */
const minTitleConfidence = 0.18;
const minProseTitleConfidence = 0.4;

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
  const weights = options.weights ?? readingWeights;
  const hints = slots?.order ? { outletOrder: slots.order } : {};
  const reading = readArticle(record, boilerplate, hints, weights.title);
  const facts = record.markup?.facts ?? [];
  const fields = record.facts ?? [];
  const title = statedByFields(fields, 'title')[0] ?? readTitle(reading, facts, weights.headline);
  const dates = readDate(reading, slots, options.notAfter, weights);
  const { date } = dates;
  const house = readHouseName(reading);
  const named = statedByFields(fields, 'author');
  const authors = (named.length > 0 ? named : readByline(reading, facts, weights.author, date)).filter(
    ({ value }) => !house || !isHouseName(value, house.value),
  );
  const known = readAggregator(reading);
  const outlet =
    statedByFields(fields, 'outlet')[0] ??
    statedFact(facts, 'outlet') ??
    readOutlet(reading, known, authors, house);
  const aggregator = known ?? servedBy(house, outlet);
  const section =
    statedByFields(fields, 'section')[0] ?? statedFact(facts, 'section') ?? readSection(reading);
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

function readTitle(
  reading: Reading,
  facts: readonly MarkupFact[],
  weights: Weights,
): Found<string> | undefined {
  const inText = titleInText(reading);
  if (!facts.some(({ field }) => field === 'title')) return inText;
  const lines = new Set(reading.layout.lines.map(({ lower }) => lower));
  const offers = pageTitles(facts, inText?.value, lines);
  const probabilities = choiceProbabilities(offers.map(({ features }) => scoreOf(features, weights)));
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

/** Before the headline in what Factiva exports with its field codes. */
const databaseLabel = /^HD\s+(?=\p{Lu})/u;

function titleInText({ title, record }: Reading): Found<string> | undefined {
  if (!title) return undefined;
  if (title.confidence < (title.line.isProse ? minProseTitleConfidence : minTitleConfidence))
    return undefined;
  const { end } = title.line;
  const label = databaseLabel.exec(title.line.text)?.[0].length ?? 0;
  const start = title.line.start + label;
  return {
    value: title.line.text.slice(label),
    source: 'text',
    quote: record.text.slice(start, end),
    span: { start, end },
    evidence: { rule: 'titleLine' },
    confidence: title.confidence,
  };
}

function readByline(
  reading: Reading,
  facts: readonly MarkupFact[],
  weights: Weights,
  date: FoundDate | undefined,
): readonly Found<string>[] {
  if (!facts.some(({ field }) => field === 'author')) return readAuthors(reading, date?.span?.start);
  return pageAuthors(facts, readAuthors(reading), weights, reading.host);
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
  // A text that repeats others word for word is all boilerplate, and has a name all the same.
  const text = (
    first ??
    layout.lines.find((line) => !line.boilerplate && !line.isJoined) ??
    layout.lines.find(({ isProse }) => isProse) ??
    layout.lines[0]
  )?.text;
  if (text === undefined) return undefined;
  const sentence = /^.*?[.!?…](?=\s|$)/u.exec(text.slice(0, maxFallback))?.[0];
  return sentence ?? text.slice(0, maxFallback);
}
