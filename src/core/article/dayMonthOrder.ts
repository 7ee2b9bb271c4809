import type { DayMonthOrder, WrittenDate } from './dateGrammar.ts';

/** Which of day and month comes first in the dates of a text that leave it open, and what tells. */
export interface SettledOrder {
  readonly order: DayMonthOrder;
  /** camelCase id of the proof, strongest first: `otherDates`, `sameDay`, `outlet`, `dots`, `region`, `language`, `style`. */
  readonly proof: string;
}

export interface OrderHints {
  /** ISO 639-1 of the text, or `und`. */
  readonly language: string;
  readonly host?: string;
  /** The order that the outlet's other articles prove. */
  readonly outletOrder?: DayMonthOrder;
}

/** Countries whose English press writes the day first, by top-level domain. */
const DAY_FIRST_DOMAIN =
  /\.(?:uk|ie|au|nz|in|za|ke|ng|gh|sg|my|hk|pk|bd|lk|eu|fr|de|es|it|ma|dz|tn|eg|ae|sa|lb|jo|qa|be|ch|at|nl|pt|br|mx|ar)$/;
const MONTH_FIRST_DOMAIN = /\.(?:us|gov|mil|ph)$/;

/** The order to read open dates with, or undefined when nothing proves one. Never taken from the machine's locale. */
export function settleOrder(
  dates: readonly WrittenDate[],
  open: WrittenDate,
  hints: OrderHints,
): SettledOrder | undefined {
  const proven = provenOrder(dates, open.separator);
  if (proven) return { order: proven, proof: 'otherDates' };
  if (hints.outletOrder) return { order: hints.outletOrder, proof: 'outlet' };
  const named = orderByNamedDay(dates, open);
  if (named) return { order: named, proof: 'sameDay' };
  if (open.separator === '.') return { order: 'dmy', proof: 'dots' };
  const host = hints.host ?? '';
  if (MONTH_FIRST_DOMAIN.test(host)) return { order: 'mdy', proof: 'region' };
  if (hints.language !== 'en' && hints.language !== 'und' && hints.language !== 'tl') {
    return { order: 'dmy', proof: 'language' };
  }
  if (DAY_FIRST_DOMAIN.test(host)) return { order: 'dmy', proof: 'region' };
  const style = styleOfNamedDates(dates);
  return style && { order: style, proof: 'style' };
}

/** The order of the open date's siblings in figures, when they agree. */
function provenOrder(
  dates: readonly WrittenDate[],
  separator: string | undefined,
): DayMonthOrder | undefined {
  const orders = new Set(
    dates.flatMap((date) => (date.provenOrder && date.separator === separator ? [date.provenOrder] : [])),
  );
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** A date that is written out elsewhere equals one of the two readings. */
function orderByNamedDay(dates: readonly WrittenDate[], open: WrittenDate): DayMonthOrder | undefined {
  const clear = (value: string | undefined): boolean =>
    dates.some((date) => date.value === value && !date.alternative && date.form !== 'numeric');
  const dayFirst = clear(open.value);
  if (dayFirst === clear(open.alternative)) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}

/** `May 5, 2020` goes with 5/25/2020, `5 May 2020` with 25/5/2020. */
function styleOfNamedDates(dates: readonly WrittenDate[]): DayMonthOrder | undefined {
  const named = dates.filter((date) => date.form === 'named' && date.precision === 'day');
  const monthFirst = named.filter((date) => date.isMonthFirst).length;
  if (named.length === 0 || (monthFirst > 0 && monthFirst < named.length)) return undefined;
  return monthFirst > 0 ? 'mdy' : 'dmy';
}

/** Reads every open date of the text with the order that is proven for it; the rest stay open. */
export function readWithOrder(dates: readonly WrittenDate[], hints: OrderHints): WrittenDate[] {
  return dates.map((date) => {
    if (date.alternative === undefined) return date;
    const settled = settleOrder(dates, date, hints);
    if (!settled) return date;
    const { alternative, ...rest } = date;
    return settled.order === 'dmy' ? rest : { ...rest, value: alternative };
  });
}
