import type { Database } from './database.ts';
import { DocumentColumns } from './documentColumns.ts';
import { EntityTable } from './entityTable.ts';
import { ForwardIndex } from './forwardIndex.ts';

/** The database and what of it is kept in memory. */
export interface Parts {
  readonly database: Database;
  readonly columns: DocumentColumns;
  readonly forward: ForwardIndex;
  readonly entities: EntityTable;
}

export function partsOf(database: Database): Parts {
  return {
    database,
    columns: new DocumentColumns(database),
    forward: new ForwardIndex(database),
    entities: new EntityTable(database),
  };
}

/** To be called when another process has written, or when a write was taken back. */
export function forgetParts({ columns, forward, entities }: Parts): void {
  columns.forget();
  forward.forget();
  entities.forget();
}

/** A number of the table `meta`. */
export function readMeta(database: Database, field: 'generation' | 'isComplete' | 'documents'): number {
  return Number(database.get('SELECT value FROM meta WHERE field = ?', field)?.['value'] ?? 0);
}
