import { dayNumberOf, formatIso } from './calendar.ts';
import { findDates, withAsciiDigits, type DayMonthOrder } from './dateGrammar.ts';
import type { Found, FoundDate, RejectedDate } from './metadata.ts';
import type { RecordFact } from './record.ts';
import { precisionOfDate } from '../index/period.ts';

/** How sure a field of a record is: somebody filled it in as the date of the article. */
const confidence = { day: 0.97, usualOrder: 0.9, month: 0.9, year: 0.85, relative: 0.75 } as const;

/**
 * The dates that the fields of a record state as that of publication, the best-named field first. What can be read in two
 * ways is read in the order that its column proves, else in the `usual` one of its text, else not at all.
 */
export function fieldDates(facts: readonly RecordFact[], usual?: DayMonthOrder): readonly FoundDate[] {
  const crawled = crawlDay(facts);
  return facts.flatMap((fact) => {
    if (fact.field !== 'published') return [];
    const value = dateOfValue(fact);
    if (value !== undefined) {
      const precision = precisionOfDate(value);
      return [found(fact, value, { rule: 'recordField' }, confidence[precision])];
    }
    if (usual !== undefined) {
      const settled = dateOfValue({ ...fact, order: usual === 'dmy' ? 'dayFirst' : 'monthFirst' });
      if (settled !== undefined)
        return [found(fact, settled, { rule: 'recordField' }, confidence.usualOrder)];
    }
    const before = crawled === undefined ? undefined : daysBefore(fact.value, crawled);
    return before === undefined
      ? []
      : [found(fact, before, { rule: 'daysBeforeCrawl' }, confidence.relative)];
  });
}

/** Dates of publication that fields state and that can be read in two ways: both are shown to the user. */
export function openFieldDates(facts: readonly RecordFact[]): readonly RejectedDate[] {
  return facts.flatMap((fact) => {
    if (fact.field !== 'published' || dateOfValue(fact) !== undefined) return [];
    const dayFirst = dateOfValue({ ...fact, order: 'dayFirst' });
    const monthFirst = dateOfValue({ ...fact, order: 'monthFirst' });
    if (dayFirst === undefined || monthFirst === undefined) return [];
    const evidence = { rule: 'openDayMonthOrder', values: { otherReading: monthFirst } };
    return [{ value: dayFirst, quote: fact.value, evidence }];
  });
}

/** What the fields of a record state as its title, outlet or section; of authors all. */
export function statedByFields(
  facts: readonly RecordFact[],
  field: 'title' | 'author' | 'outlet' | 'section',
): readonly Found<string>[] {
  return facts.flatMap((fact) => {
    const value = fact.value.replace(/\s+/g, ' ').trim();
    if (fact.field !== field || value === '' || notStated.test(value)) return [];
    const { source, value: quote } = fact;
    const evidence = { rule: 'recordField', values: { field: source.replace(/^field:/, '') } };
    return [{ value, source, quote, evidence, confidence: confidence.day }];
  });
}

/** What people write into a field that must not be empty. */
const notStated = /^(?:n\/?a|null|none|undefined|nan|-+|unknown|inconnue?|sin título|sans titre|untitled)$/iu;

/** The day on which the record was fetched, `YYYY-MM-DD`: the article is not later. */
export function crawlDay(facts: readonly RecordFact[]): string | undefined {
  const days = facts.flatMap((fact) => (fact.field === 'crawled' ? (dateOfValue(fact) ?? []) : []));
  return days.filter((day) => day.length === 10).sort()[0];
}

function found(
  { source, value: quote }: RecordFact,
  value: string,
  evidence: FoundDate['evidence'],
  sure: number,
): FoundDate {
  const field = source.replace(/^field:/, '');
  return {
    value,
    precision: precisionOfDate(value),
    source,
    quote,
    evidence: { ...evidence, values: { field } },
    confidence: sure,
  };
}

/** No article of a corpus is of the first day of Unix time: a clock that was never set is. */
const unsetClock = '1970-01-01';

const epochPattern = /^(-?\d{9,10})(\d{3})?(?:\.\d+)?$/;

/** The date a value states, as precise as it is; undefined when it states none, or can be read in two ways. */
function dateOfValue({ value, order }: RecordFact): string | undefined {
  const text = withAsciiDigits(value.trim());
  const epoch = epochPattern.exec(text);
  if (epoch) return known(new Date(Number(epoch[1]) * 1000).toISOString().slice(0, 10));
  const partial = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (partial) return partialDate(Number(partial[1]), partial[2]);
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(text);
  const iso = compact ? `${compact[1] ?? ''}-${compact[2] ?? ''}-${compact[3] ?? ''}` : text;
  const [date, ...others] = findDates(iso).filter(({ form }) => form !== 'compact');
  if (!date || others.some(({ value: other }) => other !== date.value)) return undefined;
  if (date.alternative === undefined) return known(date.value);
  if (order === undefined) return undefined;
  return known(order === 'dayFirst' ? date.value : date.alternative);
}

const known = (day: string): string | undefined => (day === unsetClock ? undefined : day);

const firstFieldYear = 1800;
const lastFieldYear = 2099;

function partialDate(year: number, month: string | undefined): string | undefined {
  if (year < firstFieldYear || year > lastFieldYear) return undefined;
  if (month === undefined) return formatIso(year);
  return Number(month) >= 1 && Number(month) <= 12 ? formatIso(year, Number(month)) : undefined;
}

const dayWords = '(?:jours?|days?|d[ií]as?|tagen?|giorni|يوم|أيام|ايام)';
const agoPattern = new RegExp(
  `^(?:il y a|hace|vor|há|منذ|قبل)\\s(\\d{1,3})\\s${dayWords}$|^(\\d{1,3})\\s${dayWords}\\s(?:ago|fa|atrás)$`,
  'iu',
);
const yesterday = /^(?:hier|yesterday|ayer|ontem|gestern|ieri|أمس)$/iu;

/** "il y a 3 jours", seen on the day of the crawl. */
function daysBefore(value: string, crawled: string): string | undefined {
  const text = withAsciiDigits(value.trim());
  const ago = agoPattern.exec(text);
  const days = ago ? Number(ago[1] ?? ago[2]) : yesterday.test(text) ? 1 : undefined;
  const last = dayNumberOf(crawled);
  if (days === undefined || last === undefined) return undefined;
  return new Date((last - days) * 86_400_000).toISOString().slice(0, 10);
}
