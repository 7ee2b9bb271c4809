import type { EntityPair } from '../index/corpusIndex.ts';

/** Excel takes a file for UTF-8 only with this mark. */
const byteOrderMark = '\ufeff';

/** What a table or graph of pairs says of itself. */
export interface PairListing {
  readonly pairs: readonly EntityPair[];
  /** In words: corpus, filter, unit, measure. */
  readonly description: string;
}

/** Pairs as CSV by RFC 4180, with a byte order mark, one line a pair; opens in spreadsheets. */
export function pairsToCsv({ pairs }: PairListing): string {
  const header = [
    'first',
    'first_type',
    'first_units',
    'second',
    'second_type',
    'second_units',
    'together',
    'articles',
    'score',
  ];
  const rows = pairs.map(({ first, second, together, articles, score }) =>
    [
      first.name,
      first.type,
      first.units,
      second.name,
      second.type,
      second.units,
      together,
      articles,
      score,
    ].map(cell),
  );
  return byteOrderMark + [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // A name that begins like a formula would be run as one.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
