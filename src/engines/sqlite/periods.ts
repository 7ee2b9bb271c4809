import { admitsDate, type CheckedFilter, type DateCode } from '../../core/index.ts';
import type { Database } from './database.ts';

/** How many articles are of one date. */
export interface DatedCount {
  readonly date: DateCode;
  readonly articles: number;
}

/** How many articles there are of each date, kept in memory once asked for: what a filter by dates needs to know of them. */
export class Periods {
  private readonly database: Database;
  private counts: readonly DatedCount[] | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  /** The dates that a filter lets in, ascending, undated first. What else narrows the filter is not looked at. */
  admitted(filter: CheckedFilter): readonly DatedCount[] {
    this.counts ??= this.database
      .all('SELECT date, articles FROM period ORDER BY date')
      .map((row) => ({ date: Number(row['date']), articles: Number(row['articles']) }));
    return this.counts.filter(({ date }) => admitsDate(filter, date));
  }

  forget(): void {
    this.counts = undefined;
  }
}
