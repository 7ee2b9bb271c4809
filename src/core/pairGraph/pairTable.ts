import { byteOrderMark, csvRow } from '../export/csvRows.ts';
import type { EntityPair } from '../index/entityPair.ts';

/** What a table or graph of pairs says of itself. */
export interface PairListing {
  readonly pairs: readonly EntityPair[];
  /** In words: corpus, filter, unit, measure. */
  readonly description: string;
  /** Of a table's cells; a comma when absent. */
  readonly separator?: ',' | ';';
}

/** Pairs as CSV by RFC 4180, with a byte order mark, one line a pair that also says how it was counted; opens in spreadsheets. */
export function pairsToCsv({ pairs, description, separator = ',' }: PairListing): string {
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
    'filter',
  ];
  const rows = pairs.map(({ first, second, together, articles, score }) => [
    first.name,
    first.type,
    first.units,
    second.name,
    second.type,
    second.units,
    together,
    articles,
    score,
    description,
  ]);
  return byteOrderMark + [header, ...rows].map((row) => csvRow(row, separator)).join('');
}
