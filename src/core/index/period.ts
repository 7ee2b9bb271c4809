import type { DatePrecision } from '../article/metadata.ts';

/**
 * A date of day, month or year precision as one number, `yyyymmdd` with 00 for what is not known, so that numbers sort
 * as the dates do. 0 stands for "undated".
 */
export type DateCode = number;

const periodPattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The code of `YYYY[-MM[-DD]]`; `undefined` for anything else. The calendar is not checked beyond month 12 and day 31. */
export function dateCode(date: string): DateCode | undefined {
  const match = periodPattern.exec(date);
  if (!match) return undefined;
  const [, year, month = '00', day = '00'] = match;
  if (year === '0000' || Number(month) > 12 || Number(day) > 31) return undefined;
  if ((match[2] !== undefined && month === '00') || (match[3] !== undefined && day === '00'))
    return undefined;
  return Number(`${year ?? ''}${month}${day}`);
}

/** `YYYY[-MM[-DD]]` of a code that is not 0. */
export function dateOfCode(code: DateCode): string {
  const digits = String(code).padStart(8, '0');
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  return parts.filter((part, i) => i === 0 || part !== '00').join('-');
}

/** The last code that lies in the period of a code: the end of its year or month, or itself. */
export function lastCodeOf(code: DateCode): DateCode {
  if (code % 10000 === 0) return code + 9999;
  return code % 100 === 0 ? code + 99 : code;
}

/** The code of the period of one step that holds a date; coarser when the date is. */
export function truncateCode(code: DateCode, step: 'year' | 'month' | 'day'): DateCode {
  if (step === 'day') return code;
  return step === 'month' ? code - (code % 100) : code - (code % 10000);
}

/** How much of a date is known, from its length. */
export function precisionOfDate(date: string): DatePrecision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}
