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
 * Which articles are versions of one text. A writer holds all sketches in memory, read at its first change; readers hold only the
 * articles that have copies. Neither reads a text.
 */
export class Copies {
  private readonly database: Database;
  private readonly blocks: SketchBlocks;
  private table: SketchTable | undefined;
  private families: Map<number, Family> | undefined;
  /** Of the batch that is being written: nothing for an article that is taken out. */
  private readonly changes = new Map<number, Uint16Array | undefined>();
  /** Families whose members have to be read again. */
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
    this.renew(doc);
  }

  /** Writes which articles hang together now. To be called before a commit. */
  settle(): void {
    if (!this.table) return;
    for (const [doc, family] of this.table.settle()) {
      if (family !== noFamily) {
        this.database.run('INSERT OR REPLACE INTO version VALUES (?, ?)', doc, family);
        this.isStale.add(family);
      } else if (!this.changes.has(doc)) {
        this.database.run('DELETE FROM version WHERE doc = ?', doc);
      }
      this.renew(doc);
    }
    this.blocks.change(this.changes);
    this.changes.clear();
    if (this.table.isWorn) this.table = undefined;
  }

  /** The versions of an article's text; undefined when it is the only one. */
  familyOf(doc: number): Family | undefined {
    return this.reading().get(doc);
  }

  isFirst(doc: number): boolean {
    const family = this.familyOf(doc);
    return family === undefined || family.docs[0] === doc;
  }

  forget(): void {
    this.table = undefined;
    this.families = undefined;
    this.isStale.clear();
    this.changes.clear();
  }

  /** Nothing that is known of the family of an article holds any more. */
  private renew(doc: number): void {
    for (const member of this.families?.get(doc)?.docs ?? []) this.families?.delete(member);
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

  private reading(): Map<number, Family> {
    if (!this.families) {
      this.families = new Map();
      this.take(this.database.each(members));
    } else if (this.isStale.size > 0) {
      for (const family of this.isStale) this.take(this.database.all(`${members} WHERE family = ?`, family));
    }
    this.isStale.clear();
    return this.families;
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
    for (const each of found.values()) {
      each.sort(compareVersions);
      const family = { docs: each.map(({ doc }) => doc), first: each[0]!.id };
      for (const doc of family.docs) this.families!.set(doc, family);
    }
  }
}

const members = 'SELECT version.doc, family, id, date FROM version JOIN article ON article.doc = version.doc';
