import { dayNumberOf } from './calendar.ts';
import { choiceProbabilities, scoreOf, type Weights } from './conditionalLogit.ts';
import { findDates } from './dateGrammar.ts';
import type { DayChoice } from './dateChoice.ts';
import type { FoundDate, RejectedDate } from './metadata.ts';
import { readPathDate } from './pathDate.ts';
import type { ArticleRecord, MarkupFact } from './record.ts';
import { bucket } from './lineFeatures.ts';

/** A day that some source of a page names, with all that name it. */
export interface PageDay {
  readonly value: string;
  /** Statements of the markup and the URL, in the page's order. */
  readonly statements: readonly { readonly source: string; readonly quote: string }[];
  readonly inText?: DayChoice;
  readonly features: readonly string[];
}

/** So many days of the text take part. */
const maxTextDays = 6;

/** Every day that the markup, the URL or the text of a page offers as its day of publication. */
export function pageDays(record: ArticleRecord, textDays: readonly DayChoice[]): PageDay[] {
  const statements = new Map<string, { source: string; quote: string }[]>();
  const say = (day: string | undefined, source: string, quote: string): void => {
    if (day === undefined) return;
    const known = statements.get(day) ?? [];
    if (!known.some((other) => other.source === source)) known.push({ source, quote });
    statements.set(day, known);
  };
  let times = 0;
  for (const { field, source, value } of record.markup?.facts ?? []) {
    if (field !== 'published' && field !== 'modified') continue;
    const name = source === 'time' && field === 'published' && times++ === 0 ? 'firstTime' : groupOf(source);
    say(dayOfStamp(value), field === 'modified' ? `modified_${name}` : name, value);
  }
  const path = record.url === undefined ? undefined : readPathDate(record.url);
  if (path?.precision === 'day') say(path.value, 'url', path.quote);
  const shown = textDays.slice(0, maxTextDays);
  const values = new Set([...statements.keys(), ...shown.map(({ value }) => value)]);
  const days = [...values];
  return days.map((value) => {
    const inText = shown.find((choice) => choice.value === value);
    const own = statements.get(value) ?? [];
    return {
      value,
      statements: own,
      ...(inText && { inText }),
      features: featuresOf(value, own, inText, days, path?.value),
    };
  });
}

/** Sources that are filled by one and the same hand count as one. */
function groupOf(source: string): string {
  if (source.startsWith('meta:')) return 'meta';
  return source;
}

function featuresOf(
  value: string,
  statements: readonly { readonly source: string }[],
  inText: DayChoice | undefined,
  days: readonly string[],
  pathDate: string | undefined,
): string[] {
  const sources = statements.map(({ source }) => source);
  const published = sources.filter((source) => !source.startsWith('modified_'));
  const features = sources.map((source) => `by_${source}`);
  features.push(
    `agree${bucket(published.length + (inText && inText.confidence > 0.2 ? 1 : 0), [1, 2, 3, 4])}`,
  );
  if (published.length === 0 && sources.length > 0) features.push('modifiedOnly');
  features.push(`text${bucket(inText?.confidence ?? 0, [0.02, 0.1, 0.3, 0.6, 0.85, 0.97])}`);
  if (pathDate?.length === 7) features.push(value.startsWith(pathDate) ? 'inUrlMonth' : 'notInUrlMonth');
  if (sources.length > 0) features.push(`stated${bucket(days.length, [1, 2, 3, 5])}`);
  const own = dayNumberOf(value) ?? 0;
  const others = days.flatMap((day) => (day === value ? [] : (dayNumberOf(day) ?? [])));
  if (others.some((day) => Math.abs(day - own) === 1)) features.push('dayBeside');
  if (others.some((day) => day < own - 1)) features.push('earlierExists');
  return features;
}

/** The day of a time stamp as it is written, without moving it to another time zone. */
function dayOfStamp(stamp: string): string | undefined {
  const trimmed = stamp.trim();
  const epoch = /^(\d{10})(\d{3})?$/.exec(trimmed);
  if (epoch) return new Date(Number(epoch[1]) * 1000).toISOString().slice(0, 10);
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?/.exec(trimmed);
  const date = compact
    ? findDates(`${compact[1] ?? ''}-${compact[2] ?? ''}-${compact[3] ?? ''}`)[0]
    : findDates(trimmed).find(({ precision }) => precision === 'day');
  if (date?.precision !== 'day' || date.alternative !== undefined || Number(date.value.slice(0, 4)) < 1971)
    return undefined;
  return date.value;
}

export interface RankedPageDay extends PageDay {
  readonly confidence: number;
}

export function rankPageDays(days: readonly PageDay[], weights: Weights): RankedPageDay[] {
  const probabilities = choiceProbabilities(days.map(({ features }) => scoreOf(features, weights)));
  return days
    .map((day, i) => ({ ...day, confidence: probabilities[i] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** The best-placed source speaks; `values.sources` names all that agree. */
export function foundPageDay(day: RankedPageDay, asFoundInText: (choice: DayChoice) => FoundDate): FoundDate {
  const published = day.statements.filter(({ source }) => !source.startsWith('modified_'));
  const first = published[0] ?? day.statements[0];
  const sources = [...published.map(({ source }) => source), ...(day.inText ? ['text'] : [])];
  if (!first) {
    const inText = day.inText && asFoundInText(day.inText);
    if (inText) return { ...inText, confidence: day.confidence };
  }
  return {
    value: day.value,
    precision: 'day',
    source: first?.source ?? '',
    quote: first?.quote ?? '',
    evidence: {
      rule: sources.length > 1 ? 'sourcesAgree' : published.length > 0 ? 'pageMarkup' : 'onlyModified',
      values: { sources: sources.join(', ') },
    },
    confidence: day.confidence,
  };
}

/** What the markup said and was not taken. */
export function rejectedPageDays(days: readonly PageDay[], taken: string | undefined): RejectedDate[] {
  return days
    .filter(({ value, statements }) => value !== taken && statements.length > 0)
    .map(({ value, statements }) => ({
      value,
      quote: statements[0]?.quote ?? '',
      evidence: {
        rule: statements.every(({ source }) => source.startsWith('modified_'))
          ? 'dateOfUpdate'
          : 'otherSource',
        values: { sources: statements.map(({ source }) => source).join(', ') },
      },
    }));
}

/** Whether the markup of a record says anything of its date. */
export const hasStatedDate = (facts: readonly MarkupFact[] | undefined): boolean =>
  facts?.some(({ field }) => field === 'published' || field === 'modified') ?? false;
