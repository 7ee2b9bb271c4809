import { firstYear, formatIso, isValidDay } from './calendar.ts';
import { findDates } from './dateGrammar.ts';
import type { DatePrecision } from './metadata.ts';

/** A date in a path or URL. */
export interface PathDate {
  readonly value: string;
  readonly precision: DatePrecision;
  readonly quote: string;
  readonly confidence: number;
}

/** Folders and hosts that bear the day a page was fetched. */
const captureWords = /crawl|snapshot|scrape|archive\.org|wayback|export|dump|download/i;

/** The years in which a date in a path is believed: older ones are subjects. */
const firstPathYear = 1990;
const lastPathYear = 2069;

/**
 * The date that the parts of a path bear, the deepest one first. Hashes, ids, ranges, versions, quarters and names of crawls
 * are no dates; neither is a day that can be read in two ways.
 */
export function readPathDate(path: string): PathDate | undefined {
  const parts = path
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
  const folders = folderDate(parts);
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const part = parts[i] ?? '';
    // The stamp of a web archive stands alone under `web`.
    if (captureWords.test(part) || (parts[i - 1] === 'web' && /^\d+$/.test(part))) continue;
    const day = dayIn(part);
    if (day) return day;
    if (folders && i <= folders.at) return folders.date;
  }
  return folders?.date ?? yearOfPart(parts);
}

/** `/2016/05/23/`, `/2016/may/23/`, `/2016/05/`. */
function folderDate(parts: readonly string[]): { date: PathDate; at: number } | undefined {
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    if (!/^(?:19|20)\d\d$/.test(parts[i] ?? '')) continue;
    const triple = parts.slice(i, i + 3).join('/');
    const named = findDates(triple)[0];
    if (named?.precision === 'day' && named.start === 0 && /^\d{1,2}(?:$|\D)/.test(parts[i + 2] ?? '')) {
      return { date: asDay(named.value, triple, 0.93), at: i + 2 };
    }
    const month = /^\d{1,2}$/.test(parts[i + 1] ?? '') ? Number(parts[i + 1]) : 0;
    const year = Number(parts[i]);
    if (month >= 1 && month <= 12) {
      const value = formatIso(year, month);
      return {
        date: { value, precision: 'month', quote: parts.slice(i, i + 2).join('/'), confidence: 0.85 },
        at: i + 1,
      };
    }
  }
  return undefined;
}

const asDay = (value: string, quote: string, confidence: number): PathDate => ({
  value,
  precision: 'day',
  quote,
  confidence,
});

const isoDate = /(?<![\da-f])((?:19|20)\d\d)([-_. ])(\d{1,2})\2(\d{1,2})(?!\d)/i;
const compactDate = /(?<![\da-z])((?:19|20)\d\d)(\d\d)(\d\d)(?:(?:T|_)?\d{4,6}Z?)?(?![\da-z])/i;
const compactDayFirst = /(?<![\da-z])(\d\d)(\d\d)((?:19|20)\d\d)(?![\da-z])/i;
const dayFirstDate = /(?<![\d.])(\d{1,2})([-_. ])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/;

function dayIn(part: string): PathDate | undefined {
  if (/^v\d/i.test(part)) return undefined;
  const iso = isoDate.exec(part) ?? compactDate.exec(part);
  if (iso) {
    const isDashed = iso.length === 5;
    const [year, month, day] = isDashed ? [iso[1], iso[3], iso[4]] : [iso[1], iso[2], iso[3]];
    return checked(Number(year), Number(month), Number(day), iso[0]);
  }
  const dayFirst = dayFirstDate.exec(part);
  if (dayFirst) return settled(Number(dayFirst[1]), Number(dayFirst[3]), Number(dayFirst[4]), dayFirst[0]);
  const compact = compactDayFirst.exec(part);
  if (compact) return settled(Number(compact[1]), Number(compact[2]), Number(compact[3]), compact[0]);
  const named = findDates(part.replace(/[-_]/g, ' ')).find(
    ({ precision, hasShortYear }) => precision === 'day' && !hasShortYear,
  );
  // In the middle of a headline a day is what the article is about.
  if (!named || named.form !== 'named') return undefined;
  const isSlug = /\p{L}{3}/u.test(part.slice(named.end).replace(/\.\w+$/, ''));
  if (isSlug && named.start > 3) return undefined;
  return inYears(asDay(named.value, part.slice(named.start, named.end), isSlug ? 0.5 : 0.8));
}

function settled(first: number, second: number, year: number, quote: string): PathDate | undefined {
  const dayFirst = checked(year, second, first, quote);
  const monthFirst = checked(year, first, second, quote);
  if (dayFirst && monthFirst && first !== second) return undefined;
  return dayFirst ?? monthFirst;
}

function checked(year: number, month: number, day: number, quote: string): PathDate | undefined {
  return isValidDay(year, month, day) ? inYears(asDay(formatIso(year, month, day), quote, 0.9)) : undefined;
}

function inYears(date: PathDate): PathDate | undefined {
  const year = Number(date.value.slice(0, 4));
  return year >= Math.max(firstYear, firstPathYear) && year <= lastPathYear ? date : undefined;
}

/** A part that is a year and nothing else, or a file whose name begins with one. */
function yearOfPart(parts: readonly string[]): PathDate | undefined {
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const part = (parts[i] ?? '').replace(/\.[a-z]{2,5}$/i, '');
    const year = /^((?:19|20)\d\d)(?=$|_(?!\d))/.exec(part)?.[1];
    if (year !== undefined)
      return { value: year, precision: 'year', quote: year, confidence: part === year ? 0.7 : 0.4 };
  }
  return undefined;
}
