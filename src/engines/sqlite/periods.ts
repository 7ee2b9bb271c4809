import { admitsDate, type CheckedFilter, type DateCode } from '../../core/index.ts';
import type { Database } from './database.ts';

/** How many articles are of one date. */
export interface DatedCount {
  readonly date: DateCode;
  readonly articles: number;
}

interface DateEnds {
  readonly first: DateCode;
  readonly last: DateCode;
}

/** How many articles there are of each date, kept in memory once asked for: what a filter by dates needs to know of them. */
export class Periods {
  private readonly database: Database;
  private counts: readonly DatedCount[] | undefined;
  private ends: DateEnds | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  /** The dates that a filter lets in, ascending, undated first. What else narrows the filter is not looked at. */
  admitted(filter: CheckedFilter): DatedCount[] {
    this.counts ??= this.database
      .tuples('SELECT date, articles FROM period ORDER BY date')
      .map(([date, articles]) => ({ date: Number(date), articles: Number(articles) }));
    const { from = 0 } = filter;
    const to = filter.isUndated ? 0 : (filter.to ?? Infinity);
    const { counts } = this;
    const admitted: DatedCount[] = [];
    // Of twenty years a month is asked for. The year that `from` is in may itself be the date of an article.
    for (let i = firstFrom(counts, from - (from % 10_000)); i < counts.length && counts[i]!.date <= to; i++)
      if (admitsDate(filter, counts[i]!.date)) admitted.push(counts[i]!);
    return admitted;
  }

  /** The first and the last date that any article has; 0 where none has one. */
  bounds(): DateEnds {
    if (!this.ends) {
      const row = this.database.get(
        `SELECT (SELECT min(date) FROM period WHERE date > 0) AS first, (SELECT max(date) FROM period) AS last`,
      );
      this.ends = { first: Number(row?.['first'] ?? 0), last: Number(row?.['last'] ?? 0) };
    }
    return this.ends;
  }

  /** How many articles there are. */
  total(): number {
    return Number(this.database.get('SELECT coalesce(sum(articles), 0) AS total FROM period')?.['total']);
  }

  forget(): void {
    this.counts = undefined;
    this.ends = undefined;
  }
}

/** Where the dates from one on begin in dates that ascend. */
function firstFrom(counts: readonly DatedCount[], date: DateCode): number {
  let low = 0;
  let high = counts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (counts[middle]!.date < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
