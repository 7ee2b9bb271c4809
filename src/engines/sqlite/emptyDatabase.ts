import type { Database } from './database.ts';
import { readMeta } from './parts.ts';
import { schema } from './schema.ts';

/**
 * Drops every table and makes it anew, inside a transaction. The file stays the one that others have open, and its
 * generation goes on, so that whoever keeps something in memory notices.
 */
export function emptyDatabase(database: Database): void {
  const generation = readMeta(database, 'generation');
  // Shadow tables go with the virtual table that they belong to.
  const tables = database.all(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND substr(name, 1, 7) <> 'sqlite_'",
  );
  for (const { name } of tables) database.define(`DROP TABLE "${String(name)}"`);
  database.define(schema);
  database.run("UPDATE meta SET value = ? WHERE field = 'generation'", generation + 1);
}
