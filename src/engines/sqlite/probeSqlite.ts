import type * as Sqlite from 'node:sqlite';

/** Whether this Node can hold an index; when not, `reason` says what is missing and what to do, in English. */
export type SqliteProbe =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly rule: 'noSqlite' | 'noFullTextSearch'; readonly reason: string };

/** The module, or `undefined` where Node has none: a static import would keep `analyze` from running on Node 20. */
export function sqliteModule(): typeof Sqlite | undefined {
  try {
    return process.getBuiltinModule('node:sqlite');
  } catch {
    return undefined;
  }
}

export function probeSqlite(): SqliteProbe {
  const sqlite = sqliteModule();
  if (!sqlite) {
    const reason =
      `This Node (${process.version}) has no built-in SQLite. The index needs VS Code 1.105 or later, ` +
      'or Node 22.16 or later on the command line.';
    return { ok: false, rule: 'noSqlite', reason };
  }
  const database = new sqlite.DatabaseSync(':memory:');
  try {
    return probeFullTextSearch(database);
  } finally {
    database.close();
  }
}

function probeFullTextSearch(database: Sqlite.DatabaseSync): SqliteProbe {
  const row = database.prepare('SELECT sqlite_version() AS version').get();
  try {
    database.exec(
      "CREATE VIRTUAL TABLE probe USING fts5(body, content='', contentless_delete=1, tokenize='ascii')",
    );
  } catch {
    const reason =
      `The SQLite of this Node (${process.version}) has no full-text search (FTS5). Update VS Code to 1.105 or later, ` +
      'or Node to 22.16 or later.';
    return { ok: false, rule: 'noFullTextSearch', reason };
  }
  return { ok: true, version: String(row?.['version']) };
}
