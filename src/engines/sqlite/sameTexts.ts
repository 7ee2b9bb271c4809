import type { Database } from './database.ts';

/** Articles whose text stands in the corpus under another day too, read when it is asked for after a change. */
export class SameTexts {
  private readonly database: Database;
  private docs: ReadonlySet<number> | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  /** Numbers of the articles; dates of a month or a year are not compared. */
  documents(): ReadonlySet<number> {
    this.docs ??= new Set(
      this.database
        .all(
          `SELECT doc FROM article WHERE fingerprint <> 0 AND date % 100 > 0 AND fingerprint IN (
             SELECT fingerprint FROM article WHERE fingerprint <> 0 AND date % 100 > 0
             GROUP BY fingerprint HAVING min(date) <> max(date))`,
        )
        .map((row) => Number(row['doc'])),
    );
    return this.docs;
  }

  forget(): void {
    this.docs = undefined;
  }
}
