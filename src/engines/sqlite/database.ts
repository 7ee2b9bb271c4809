import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { sqliteModule } from './probeSqlite.ts';

/** One value of a row. */
export type Cell = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, Cell>>;
/** The values of a row in their order. */
export type Tuple = readonly Cell[];

/**
 * The database with its prepared statements kept, and transactions that are whole or nothing. Values stand for plain question marks in
 * their order: Node 22.16 and 22.17 cannot fill numbered ones.
 */
export class Database {
  private readonly connection: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly tupleStatements = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync) {
    this.connection = connection;
  }

  get isInMemory(): boolean {
    return this.connection.location() === null;
  }

  run(sql: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.statement(sql).run(...values).lastInsertRowid);
  }

  /** Makes or drops tables. */
  define(sql: string): void {
    this.connection.exec(sql);
  }

  /** Returns how many rows were changed. */
  change(sql: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.statement(sql).run(...values).changes);
  }

  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return this.statement(sql).get(...values) as Row | undefined;
  }

  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
    return this.statement(sql).all(...values) as unknown as readonly Row[];
  }

  /** Rows in a third of the time: nobody makes an object of each. */
  tuples(sql: string, ...values: readonly SQLInputValue[]): readonly Tuple[] {
    return this.tupleStatement(sql).all(...values) as unknown as readonly Tuple[];
  }

  /** The statement must not be used again before the iteration ends. */
  each(sql: string, ...values: readonly SQLInputValue[]): Iterable<Row> {
    return this.statement(sql).iterate(...values) as unknown as Iterable<Row>;
  }

  /** One snapshot for all that `work` reads. */
  read<T>(work: () => T): T {
    return this.transaction('BEGIN', work);
  }

  /**
   * What is written from here on is kept with `commit`, or is nothing: with `rollBack`, or when the process dies. Waits for another
   * writer as long as the connection's timeout says.
   */
  begin(): void {
    this.connection.exec('BEGIN IMMEDIATE');
  }

  commit(): void {
    this.connection.exec('COMMIT');
  }

  rollBack(): void {
    // A full disk or a damaged file has already rolled back by itself.
    if (this.connection.isTransaction) this.connection.exec('ROLLBACK');
  }

  /** Everything that `work` writes, or nothing. Waits for another writer as long as the connection's timeout says. */
  write<T>(work: () => T): T {
    return this.transaction('BEGIN IMMEDIATE', work);
  }

  /**
   * The state of now, to be read while others go on writing and reading, and closed soon: what was written since cannot be tidied up
   * before. Not of a database in memory.
   */
  snapshot(): Database {
    const file = this.connection.location();
    if (file === null) throw new RangeError('A database in memory has no snapshots.');
    const { DatabaseSync } = sqliteModule()!;
    const connection = new DatabaseSync(file, { readOnly: true });
    try {
      connection.exec('BEGIN');
      connection.prepare('SELECT value FROM meta').all();
    } catch (error) {
      connection.close();
      throw error;
    }
    return new Database(connection);
  }

  close(): void {
    this.statements.clear();
    this.tupleStatements.clear();
    this.connection.close();
  }

  private transaction<T>(begin: string, work: () => T): T {
    this.connection.exec(begin);
    try {
      const result = work();
      this.connection.exec('COMMIT');
      return result;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  private tupleStatement(sql: string): StatementSync {
    let statement = this.tupleStatements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      statement.setReturnArrays(true);
      this.tupleStatements.set(sql, statement);
    }
    return statement;
  }

  private statement(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
