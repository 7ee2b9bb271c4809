import type { Span } from '../text/span.ts';
import { formatIso, isValidDay, weekdayNumber } from './calendar.ts';
import { monthBeforeDayOf, monthOf, weekdayOf } from './dateWords.ts';
import type { DatePrecision } from './metadata.ts';

/** How a date is written: with a month's name, in figures, year first, or as one run of eight figures. */
export type DateForm = 'named' | 'numeric' | 'iso' | 'compact' | 'cjk';

/** Order of day and month in a date in figures. */
export type DayMonthOrder = 'dmy' | 'mdy';

/** A date as it is written in a text. */
export interface WrittenDate extends Span {
  /** ISO, by its precision. Read day first when both orders are possible. */
  readonly value: string;
  readonly precision: DatePrecision;
  readonly form: DateForm;
  /** The month-first reading, when nothing in the date itself tells which is meant. */
  readonly alternative?: string;
  /** The order that the figures prove (one of them is over 12). */
  readonly provenOrder?: DayMonthOrder;
  /** Between the figures: `/`, `-`, `.`, `|` or a space. */
  readonly separator?: string;
  /** Whether a weekday written before it agrees. */
  readonly weekday?: 'right' | 'wrong';
  readonly hasTime: boolean;
  readonly hasShortYear: boolean;
  /** Named dates only: `May 5, 2020` rather than `5 May 2020`. */
  readonly isMonthFirst?: boolean;
}

/** A run of figures can be no longer than this to be part of a date. */
const maxDigits = 8;

const otherDigits = /[٠-٩۰-۹０-９]/g;

/** Same length, with Arabic, Persian and full-width digits as ASCII ones. */
export function withAsciiDigits(text: string): string {
  return text.replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15));
}

/**
 * All dates written in `text` between `from` and `to`, in text order, not overlapping. Offsets index `text`. Linear in
 * the length: only the surroundings of figures are looked at. Years alone are left out.
 */
export function findDates(text: string, from = 0, to = text.length): WrittenDate[] {
  const zone = withAsciiDigits(from === 0 && to === text.length ? text : text.slice(from, to));
  const found: WrittenDate[] = [];
  const digits = /\d+/g;
  let end = 0;
  for (let run = digits.exec(zone); run; run = digits.exec(zone)) {
    if (run[0].length > maxDigits || run.index < end) continue;
    const date = readAt(zone, run.index, run[0].length, end);
    if (!date) continue;
    end = date.end;
    digits.lastIndex = Math.max(digits.lastIndex, end);
    found.push(from === 0 ? date : { ...date, start: date.start + from, end: date.end + from });
  }
  return found;
}

interface Parts {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  readonly day?: number;
  readonly form: DateForm;
  readonly separator?: string;
  readonly hasShortYear?: boolean;
  readonly isMonthFirst?: boolean;
}

function readAt(zone: string, at: number, length: number, floor: number): WrittenDate | undefined {
  // What stands on another line says nothing about this date.
  const near = zone.slice(Math.max(floor, at - 24), at);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  if (length === 4) {
    return readYearFirst(zone, at, before) ?? readMonthAndYear(zone, at, before);
  }
  if (length === 8) return readCompact(zone, at);
  if (length > 2) return undefined;
  return readNumeric(zone, at, before) ?? readDayFirst(zone, at, before) ?? readMonthFirst(zone, at, before);
}

const yearFirst = /(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/y;
const cjkDate = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?/y;
const yearNameDay = /(\d{4})(?:\.\s|[\s/-])(?:m\.\s)?(\p{L}{3,14})\.?[\s/-](\d{1,2})(?!\d)/uy;

function readYearFirst(zone: string, at: number, before: string): WrittenDate | undefined {
  if (/[\d.,/-]$/.test(before) && !/[/]$/.test(before)) return undefined;
  const plain = matchAt(yearFirst, zone, at);
  if (plain) {
    return build(zone, before, {
      ...spanOf(plain, at),
      ...numbers(plain[1], plain[3], plain[4]),
      form: 'iso',
      separator: plain[2] ?? '',
    });
  }
  const cjk = matchAt(cjkDate, zone, at);
  if (cjk)
    return build(zone, before, { ...spanOf(cjk, at), ...numbers(cjk[1], cjk[2], cjk[3]), form: 'cjk' });
  const named = matchAt(yearNameDay, zone, at);
  const month = named && monthOf(named[2] ?? '');
  if (!named || !month) return undefined;
  return build(zone, before, {
    ...spanOf(named, at),
    year: Number(named[1]),
    month,
    day: Number(named[3]),
    form: 'named',
  });
}

const compactDate = /(\d{4})(\d\d)(\d\d)/y;

function readCompact(zone: string, at: number): WrittenDate | undefined {
  const match = matchAt(compactDate, zone, at);
  if (!match) return undefined;
  return build(zone, '', { ...spanOf(match, at), ...numbers(match[1], match[2], match[3]), form: 'compact' });
}

const numericDate =
  /(\d{1,2})\s{0,2}([-/.|])\s{0,2}(\d{1,2})\s{0,2}\2\s{0,2}(\d{4}|\d{2})(?![\d%]|\.\d{1,2}(?![\d:]))/y;
const spacedDate = /(\d{2})( )(\d{2}) (\d{4})(?!\d)/y;

function readNumeric(zone: string, at: number, before: string): WrittenDate | undefined {
  // Part of a longer number, a version, an address or an amount.
  if (/(?:\d[.,:/-]?|[.#$€£_]|(?<!\p{L})\/|\bv)$/iu.test(before)) return undefined;
  const match = matchAt(numericDate, zone, at) ?? matchAt(spacedDate, zone, at);
  if (!match) return undefined;
  const yearText = match[4] ?? '';
  const hasShortYear = yearText.length === 2;
  if (
    hasShortYear &&
    /^[.:-]\d|^\s?[a-z]/i.test(zone.slice(at + match[0].length, at + match[0].length + 2)) &&
    /^\s?[.:-]/.test(zone.slice(at + match[0].length))
  ) {
    return undefined;
  }
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = hasShortYear ? fullYear(Number(yearText)) : Number(yearText);
  const span = spanOf(match, at);
  const rest = { ...span, year, form: 'numeric' as const, separator: match[2] ?? '', hasShortYear };
  const dayFirst = isValidDay(year, second, first);
  const monthFirst = isValidDay(year, first, second);
  if (!dayFirst && !monthFirst) return undefined;
  const date = build(
    zone,
    before,
    dayFirst ? { ...rest, month: second, day: first } : { ...rest, month: first, day: second },
  );
  if (!date || first === second) return date;
  if (dayFirst !== monthFirst) return { ...date, provenOrder: dayFirst ? 'dmy' : 'mdy' };
  return settleByWeekday(date, before, [year, first, second]);
}

/** A weekday before an open date proves the order with which it agrees, when it agrees with one only. */
function settleByWeekday(
  date: WrittenDate,
  before: string,
  [year, first, second]: [number, number, number],
): WrittenDate {
  const alternative = formatIso(year, first, second);
  const weekday = weekdayBefore(before);
  if (weekday === undefined) return { ...date, alternative };
  const isMonthFirst = weekdayNumber(year, first, second) === weekday;
  if (isMonthFirst === (weekdayNumber(year, second, first) === weekday)) return { ...date, alternative };
  if (!isMonthFirst) return { ...date, provenOrder: 'dmy' };
  return { ...date, value: alternative, weekday: 'right', provenOrder: 'mdy' };
}

const dayNameYear =
  /(\d{1,2})(?:er|ère|re|st|nd|rd|th|ter|[º°ª.])?[^\S\n]{0,2}(?:de |del |of |d['’]\s?|[-/_.])?\s?(\p{L}{2,14}(?: (?:الأول|الاول|الثاني))?)[.·]?(?:\s?\/\s?\p{L}{2,12})?[\s,.’'/_-]{0,3}(?:de |del |do |of |a )?['’]?(\d{4}|\d{2})(?![\d:hH.,]\d|\d)/uy;

function readDayFirst(zone: string, at: number, before: string): WrittenDate | undefined {
  if (/[\d.,:/]$/.test(before)) return undefined;
  const match = matchAt(dayNameYear, zone, at);
  const month = match && monthOf(match[2] ?? '');
  if (!match || !month) return undefined;
  const yearText = match[3] ?? '';
  const hasShortYear = yearText.length === 2;
  if (hasShortYear && !isShortYearClear(zone, at + match[0].length, match[0])) return undefined;
  const year = hasShortYear ? fullYear(Number(yearText)) : Number(yearText);
  return build(zone, before, {
    ...spanOf(match, at),
    year,
    month,
    day: Number(match[1]),
    form: 'named',
    hasShortYear,
  });
}

/** `12 mars 19` is a date, `12 mars 19 h`, `12 mars 19:30` and `12 mai 20 personnes` are not. */
function isShortYearClear(zone: string, end: number, quote: string): boolean {
  if (!/^\d{1,2}[\s./_-]/.test(quote)) return false;
  if (/['’/_.-]\d{2}$/.test(quote)) return !/^\s?[:h%]/.test(zone.slice(end, end + 2));
  return /^(?:\s*$|\s*[\n|,;)\]–—-]|\s(?:à|at|um)\s)/.test(zone.slice(end, end + 4));
}

const nameBefore = /(\p{L}{3,14})\.?[\s_/-]{1,2}$/u;
const dayYear = /(\d{1,2})(?:st|nd|rd|th|º)?(?:[\s,.]{1,3}|[-/_]|\s?[•|·]\s?)(\d{4})(?!:?\d)/y;

function readMonthFirst(zone: string, at: number, before: string): WrittenDate | undefined {
  const match = matchAt(dayYear, zone, at);
  const name = match && nameBefore.exec(before);
  const month = name && monthBeforeDayOf(name[1] ?? '');
  if (!match || !month) return undefined;
  const lead = before.slice(0, name.index);
  return build(zone, lead, {
    start: at - name[0].length,
    end: at + match[0].length,
    year: Number(match[2]),
    month,
    day: Number(match[1]),
    form: 'named',
    isMonthFirst: true,
  });
}

const nameToYear = /(\p{L}{3,14})[.,]?\s(?:de |del |of )?$/u;

function readMonthAndYear(zone: string, at: number, before: string): WrittenDate | undefined {
  const name = nameToYear.exec(before);
  const month = name && monthBeforeDayOf(name[1] ?? '');
  if (!month || /^[\d%]|^[.,]\d/.test(zone.slice(at + 4, at + 6))) return undefined;
  // A day that does not exist makes no month.
  if (/\d\.?\s$/.test(before.slice(0, name.index))) return undefined;
  return build(zone, '', {
    start: at - name[0].length,
    end: at + 4,
    year: Number(zone.slice(at, at + 4)),
    month,
    form: 'named',
  });
}

function build(zone: string, before: string, parts: Parts): WrittenDate | undefined {
  const { year, month, day } = parts;
  if (!isValidDay(year, month, day ?? 1)) return undefined;
  const weekday = day === undefined ? undefined : weekdayBefore(before);
  return {
    start: parts.start,
    end: parts.end,
    value: formatIso(year, month, day),
    precision: day === undefined ? 'month' : 'day',
    form: parts.form,
    hasTime: day !== undefined && hasTimeAround(zone, before, parts.end),
    hasShortYear: parts.hasShortYear ?? false,
    ...(parts.separator !== undefined && { separator: parts.separator }),
    ...(parts.isMonthFirst && { isMonthFirst: true }),
    ...(weekday !== undefined &&
      day !== undefined && { weekday: weekdayNumber(year, month, day) === weekday ? 'right' : 'wrong' }),
  };
}

const weekdayLead = /(\p{L}{3,14})(?:-feira)?[.,]?\s{0,2}(?:le |den |dem |el |,|\|)?\s{0,2}$/u;

function weekdayBefore(before: string): number | undefined {
  const match = weekdayLead.exec(before);
  return match ? weekdayOf(match[1] ?? '') : undefined;
}

const timeAfter =
  /^\s?[T,|à@•·–-]?\s?(?:at |à |um |a las |às |alle |kl\.? ?|ore )?\s?\(?\d{1,2}(?:\s?[:.hHu]\s?\d{2}|\s?[ap]\.?m\b)/iu;
const timeBefore =
  /\d{1,2}[:.h]\d{2}(?::\d\d)?\s?(?:Uhr|am|pm|AM|PM|GMT|UTC)?[\s,|·•–-]{0,3}(?:on |le |du |am )?$/;

function hasTimeAround(zone: string, before: string, end: number): boolean {
  return timeAfter.test(zone.slice(end, end + 24)) || timeBefore.test(before);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const spanOf = (match: RegExpExecArray, at: number): Span => ({ start: at, end: at + match[0].length });

function numbers(year?: string, month?: string, day?: string): { year: number; month: number; day?: number } {
  return { year: Number(year), month: Number(month), ...(day !== undefined && { day: Number(day) }) };
}

/** Two figures of a year: the press of a scraped corpus is of 1970 to 2069. */
const fullYear = (short: number): number => (short >= 70 ? 1900 + short : 2000 + short);
