import { dayNumberOf } from './calendar.ts';
import type { DayMonthOrder, WrittenDate } from './dateGrammar.ts';

/** What stands outside the dates of a text and tells whether its day or its month comes first. */
export interface OrderHints {
  /** ISO 639-1 of the text, or `und`. */
  readonly language: string;
  readonly host?: string;
  /** The order that the outlet's other articles prove. */
  readonly outletOrder?: DayMonthOrder;
}

/** Countries whose English press writes the day first, by top-level domain. */
const dayFirstDomain =
  /\.(?:uk|ie|au|nz|in|za|ke|ng|gh|sg|my|hk|pk|bd|lk|eu|fr|de|es|it|ma|dz|tn|eg|ae|sa|lb|jo|qa|be|ch|at|nl|pt|br|mx|ar)$/;
const monthFirstDomain = /\.(?:us|gov|mil|ph)$/;

/** Reads every open date of the text with the order that is proven for it; the rest stay open. */
export function readWithOrder(dates: readonly WrittenDate[], hints: OrderHints): WrittenDate[] {
  const witnesses = readWitnesses(dates);
  return dates.map((date) => {
    if (date.alternative === undefined) return date;
    const order = settleOrder(date, witnesses, hints);
    if (!order) return date;
    const { alternative, ...rest } = date;
    return order === 'dmy' ? rest : { ...rest, value: alternative };
  });
}

/** What the clear dates of a text tell about its open ones; read once, as a listing has thousands of dates. */
interface Witnesses {
  /** The orders that dates in figures prove, by the sign between the figures. */
  readonly provenOrders: ReadonlyMap<string | undefined, ReadonlySet<DayMonthOrder>>;
  /** Values of the dates that can be read in one way only, whatever the order. */
  readonly clearDays: ReadonlySet<string>;
  readonly style: DayMonthOrder | undefined;
}

function readWitnesses(dates: readonly WrittenDate[]): Witnesses {
  const provenOrders = new Map<string | undefined, Set<DayMonthOrder>>();
  const clearDays = new Set<string>();
  for (const { provenOrder, separator, value, alternative, form } of dates) {
    if (provenOrder) {
      provenOrders.set(separator, (provenOrders.get(separator) ?? new Set()).add(provenOrder));
    }
    if (!alternative && form !== 'numeric') clearDays.add(value);
  }
  return { provenOrders, clearDays, style: styleOfNamedDates(dates) };
}

/**
 * The order to read an open date with, or undefined when nothing proves one; the strongest proof is asked first. Never
 * taken from the machine's locale.
 */
function settleOrder(open: WrittenDate, witnesses: Witnesses, hints: OrderHints): DayMonthOrder | undefined {
  const proven = witnesses.provenOrders.get(open.separator);
  if (proven?.size === 1) return [...proven][0];
  if (hints.outletOrder) return hints.outletOrder;
  const named = orderByNamedDay(witnesses.clearDays, open);
  if (named) return named;
  if (open.separator === '.') return 'dmy';
  return usualOrder(hints) ?? orderByNearDay(witnesses.clearDays, open) ?? witnesses.style;
}

/** The order in which the outlet, or whoever writes in this language or country, puts day and month; undefined when they differ. */
export function usualOrder({ language, host = '', outletOrder }: OrderHints): DayMonthOrder | undefined {
  if (outletOrder) return outletOrder;
  if (monthFirstDomain.test(host)) return 'mdy';
  if (language !== 'en' && language !== 'und' && language !== 'tl') return 'dmy';
  return dayFirstDomain.test(host) ? 'dmy' : undefined;
}

/** News tell of the days before them. */
const nearDays = 7;
const farDays = 28;

/** One reading lies within a week of a day that is written out, the other a month off all of them. */
function orderByNearDay(clearDays: ReadonlySet<string>, open: WrittenDate): DayMonthOrder | undefined {
  const days = [...clearDays].flatMap((value) => dayNumberOf(value) ?? []);
  const distance = (value: string): number => {
    const own = dayNumberOf(value) ?? 0;
    return days.reduce((least, day) => Math.min(least, Math.abs(day - own)), Infinity);
  };
  const dayFirst = distance(open.value);
  const monthFirst = distance(open.alternative ?? open.value);
  if (dayFirst <= nearDays && monthFirst >= farDays) return 'dmy';
  return monthFirst <= nearDays && dayFirst >= farDays ? 'mdy' : undefined;
}

/** A date that is written out elsewhere equals one of the two readings. */
function orderByNamedDay(clearDays: ReadonlySet<string>, open: WrittenDate): DayMonthOrder | undefined {
  const dayFirst = clearDays.has(open.value);
  if (dayFirst === (open.alternative !== undefined && clearDays.has(open.alternative))) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}

/** `May 5, 2020` goes with 5/25/2020, `5 May 2020` with 25/5/2020. */
function styleOfNamedDates(dates: readonly WrittenDate[]): DayMonthOrder | undefined {
  const named = dates.filter((date) => date.form === 'named' && date.precision === 'day');
  const monthFirst = named.filter((date) => date.isMonthFirst).length;
  if (named.length === 0 || (monthFirst > 0 && monthFirst < named.length)) return undefined;
  return monthFirst > 0 ? 'mdy' : 'dmy';
}
