import type { Database } from './database.ts';

const hasDay = 'fingerprint <> 0 AND date % 100 > 0';

/** Articles whose text stands in the corpus under another day too, read when it is asked for after a change. */
export class SameTexts {
  private readonly database: Database;
  private docs: ReadonlySet<number> | undefined;
  /** Fingerprints of articles that came or went and were not looked at yet. */
  private readonly changed = new Set<number>();

  constructor(database: Database) {
    this.database = database;
  }

  /** Numbers of the articles; dates of a month or a year are not compared. */
  documents(): ReadonlySet<number> {
    this.docs ??= new Set(
      this.database
        .all(`SELECT doc FROM article WHERE ${hasDay} AND fingerprint IN (SELECT fingerprint FROM same_text)`)
        .map((row) => Number(row['doc'])),
    );
    return this.docs;
  }

  /** An article with this fingerprint comes or goes. */
  change(fingerprint: number): void {
    if (fingerprint !== 0) this.changed.add(fingerprint);
  }

  /** Writes which texts stand under several days now. To be called when the articles are written, and before a commit. */
  settle(): void {
    if (this.changed.size === 0) return;
    const changed = JSON.stringify([...this.changed]);
    this.database.run('DELETE FROM same_text WHERE fingerprint IN (SELECT value FROM json_each(?))', changed);
    this.database.run(
      `INSERT INTO same_text SELECT fingerprint FROM article
       WHERE ${hasDay} AND fingerprint IN (SELECT value FROM json_each(?))
       GROUP BY fingerprint HAVING min(date) <> max(date)`,
      changed,
    );
    this.changed.clear();
  }

  forget(): void {
    this.docs = undefined;
    this.changed.clear();
  }
}
