import type { Database } from './database.ts';

/** The texts of outlets and languages by their ids, kept in memory once asked for: a text of an id never changes. */
export class Labels {
  private readonly database: Database;
  private readonly values = new Map<number, string>();

  constructor(database: Database) {
    this.database = database;
  }

  value(id: number): string {
    let value = this.values.get(id);
    if (value === undefined) {
      value = String(this.database.get('SELECT value FROM label WHERE id = ?', id)?.['value'] ?? '');
      this.values.set(id, value);
    }
    return value;
  }

  forget(): void {
    this.values.clear();
  }
}
