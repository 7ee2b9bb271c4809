import type { L10n } from './l10n.ts';

/** Calendar dates as the corpus knows them: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, without a time zone. */
export type PartialDate = string;

/** English without a region would put the month first; the press this is for writes "23 May 2016". */
function dateLocale({ language }: L10n): string {
  return language === 'en' ? 'en-GB' : (Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en-GB');
}

function format(l10n: L10n, date: PartialDate, options: Intl.DateTimeFormatOptions): string {
  const [year = '1', month = '1', day = '1'] = date.split('-');
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return new Intl.DateTimeFormat(dateLocale(l10n), { ...options, timeZone: 'UTC' }).format(time);
}

/** As precise as known: "23 May 2016", "May 2016", "2016". */
export function formatDate(l10n: L10n, date: PartialDate): string {
  if (date.length <= 4) return date;
  if (date.length <= 7) return format(l10n, date, { month: 'short', year: 'numeric' });
  return format(l10n, date, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** Below a year: "23 May", "May", and nothing for what is known by its year only. */
export function formatDateInYear(l10n: L10n, date: PartialDate): string {
  if (date.length <= 4) return '';
  if (date.length <= 7) return format(l10n, date, { month: 'short' });
  return format(l10n, date, { day: 'numeric', month: 'short' });
}

/** The name of a month, `YYYY-MM`, with a capital as a label has it. */
export function formatMonth(l10n: L10n, month: PartialDate): string {
  const name = format(l10n, month, { month: 'long' });
  return name.charAt(0).toLocaleUpperCase(l10n.language) + name.slice(1);
}

/** "2003–2025" or "2016". Undefined when nothing is dated. */
export function formatYears(
  first: PartialDate | undefined,
  last: PartialDate | undefined,
): string | undefined {
  const from = first?.slice(0, 4);
  const to = last?.slice(0, 4);
  if (from === undefined || to === undefined) return from ?? to;
  return from === to ? from : `${from}–${to}`;
}

/** The first day of the period that a date names. */
export function firstDay(date: PartialDate): PartialDate {
  const [year = '0001', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** The last day of the period that a date names. */
export function lastDay(date: PartialDate): PartialDate {
  const [year = '9999', month = '12', day] = date.split('-');
  const last =
    day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0');
  return `${year}-${month}-${last}`;
}

/** What the user typed as a date: `2016`, `2016-05`, `2016-05-23`, `05/2016`, `23/05/2016`. Undefined when it is none. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const trimmed = text.trim();
  const reversed = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(trimmed);
  const parts = reversed
    ? [reversed[3], reversed[2], reversed[1]]
    : /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(trimmed)?.slice(1);
  if (parts === undefined) return undefined;
  const date = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= Number(lastDay(date.slice(0, 7)).slice(8));
  return isReal && year > 0 ? date : undefined;
}
