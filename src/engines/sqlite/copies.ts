import { compareVersions, dateOfCode } from '../../core/index.ts';
import type { Database, Row } from './database.ts';
import { SketchBlocks } from './sketchBlocks.ts';
import { noFamily, SketchTable } from './sketchTable.ts';

/** The articles with one text, in the order of `compareVersions`. */
export interface Family {
  readonly docs: readonly number[];
  /** The id of the first one. */
  readonly first: string;
}

/**
 * Which articles are versions of one text. A writer holds all sketches in memory, read at its first change; readers hold the families
 * that were asked for, or all of them once every article is asked whether it is the first of its own. Neither reads a text.
 */
export class Copies {
  private readonly database: Database;
  private readonly blocks: SketchBlocks;
  private table: SketchTable | undefined;
  /** By their numbers; and the number of the family that an article is known to be of. */
  private readonly families = new Map<number, Family>();
  private readonly familyNumbers = new Map<number, number>();
  /** Every family is known, but those that are stale. */
  private isWhole = false;
  /** Of the batch that is being written: nothing for an article that is taken out. */
  private readonly changes = new Map<number, Uint16Array | undefined>();
  /** Families whose members have to be read again where all are to be known. */
  private readonly isStale = new Set<number>();

  constructor(database: Database) {
    this.database = database;
    this.blocks = new SketchBlocks(database);
  }

  add(doc: number, sketch: readonly number[]): void {
    if (sketch.length === 0) return;
    const values = Uint16Array.from(sketch);
    this.changes.set(doc, values);
    this.writing().add(doc, values);
  }

  remove(doc: number): void {
    this.writing().remove(doc);
    this.changes.set(doc, undefined);
    this.database.run('DELETE FROM version WHERE doc = ?', doc);
    this.forgetFamily(this.familyNumbers.get(doc));
  }

  /** Writes which articles hang together now. To be called before a commit. */
  settle(): void {
    if (!this.table) return;
    for (const [doc, family] of this.table.settle()) {
      if (family !== noFamily) {
        this.database.run('INSERT OR REPLACE INTO version VALUES (?, ?)', doc, family);
        this.forgetFamily(family);
      } else if (!this.changes.has(doc)) {
        this.database.run('DELETE FROM version WHERE doc = ?', doc);
      }
      this.forgetFamily(this.familyNumbers.get(doc));
    }
    this.blocks.change(this.changes);
    this.changes.clear();
    if (this.table.isWorn) this.table = undefined;
  }

  /** The versions of an article's text; undefined when it is the only one. */
  familyOf(doc: number): Family | undefined {
    const known = this.familyNumbers.get(doc);
    if (known !== undefined) return this.families.get(known);
    const row = this.database.get('SELECT family FROM version WHERE doc = ?', doc);
    if (!row) return undefined;
    const family = Number(row['family']);
    this.take(this.database.all(`${members} WHERE family = ?`, family));
    return this.families.get(family);
  }

  /** For all articles one after the other. */
  isFirst(doc: number): boolean {
    if (!this.isWhole || this.isStale.size > 0) this.readAll();
    const number = this.familyNumbers.get(doc);
    return number === undefined || this.families.get(number)!.docs[0] === doc;
  }

  forget(): void {
    this.table = undefined;
    this.families.clear();
    this.familyNumbers.clear();
    this.isWhole = false;
    this.isStale.clear();
    this.changes.clear();
  }

  /** Nothing that is known of a family holds any more. */
  private forgetFamily(number: number | undefined): void {
    if (number === undefined) return;
    for (const doc of this.families.get(number)?.docs ?? []) this.familyNumbers.delete(doc);
    this.families.delete(number);
    if (this.isWhole) this.isStale.add(number);
  }

  private writing(): SketchTable {
    if (this.table) return this.table;
    const table = new SketchTable(this.blocks.count());
    this.blocks.visit((docs, sketches) => {
      table.restore(docs, sketches);
    });
    for (const row of this.database.each('SELECT doc, family FROM version'))
      table.enter(Number(row['doc']), Number(row['family']));
    return (this.table = table);
  }

  private readAll(): void {
    if (!this.isWhole) this.take(this.database.each(members));
    for (const family of this.isStale) this.take(this.database.all(`${members} WHERE family = ?`, family));
    this.isWhole = true;
    this.isStale.clear();
  }

  private take(rows: Iterable<Row>): void {
    const found = new Map<number, { doc: number; id: string; date?: string }[]>();
    for (const row of rows) {
      const date = Number(row['date']);
      const dated = date === 0 ? {} : { date: dateOfCode(date) };
      const member = { doc: Number(row['doc']), id: String(row['id']), ...dated };
      const family = found.get(Number(row['family']));
      if (family) family.push(member);
      else found.set(Number(row['family']), [member]);
    }
    for (const [number, each] of found) {
      each.sort(compareVersions);
      const family = { docs: each.map(({ doc }) => doc), first: each[0]!.id };
      this.families.set(number, family);
      for (const doc of family.docs) this.familyNumbers.set(doc, number);
    }
  }
}

// CROSS: SQLite would else read every article, to see which of them are versions.
const members =
  'SELECT version.doc, family, id, date FROM version CROSS JOIN article ON article.doc = version.doc';
