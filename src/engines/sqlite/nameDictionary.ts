import { foldText, type EntityType } from '../../core/index.ts';
import type { Database } from './database.ts';
import { typeNumber, type EntityTable } from './entityTable.ts';
import type { Parts } from './parts.ts';

/** Ids kept in memory for names, spellings and labels seen before. */
const cacheLimit = 200_000;

/** Gives names, spellings and labels their ids, making new ones as they come. Only for the one who writes. */
export class NameDictionary {
  private readonly database: Database;
  private readonly entities: EntityTable;
  private readonly ids = new Map<string, number>();
  private respelled = new Set<number>();

  constructor({ database, entities }: Pick<Parts, 'database' | 'entities'>) {
    this.database = database;
    this.entities = entities;
  }

  /** A new name stands for itself until the batch's joins are decided. */
  name(type: EntityType, key: string): number {
    return this.id(`${type}:${key}`, () => {
      const row = this.database.get('SELECT id FROM name WHERE type = ? AND key = ?', typeNumber(type), key);
      if (row) return Number(row['id']);
      const id = this.database.run('INSERT INTO name VALUES (NULL, ?, ?, 0, 0, 0, 0)', typeNumber(type), key);
      this.database.run('UPDATE name SET entity = id WHERE id = ?', id);
      this.entities.add(id, type);
      this.addSuffixes(foldText(key), id, 0);
      return id;
    });
  }

  surface(name: number, text: string): number {
    return this.id(`${name} ${text}`, () => {
      const row = this.database.get('SELECT id FROM surface WHERE name = ? AND text = ?', name, text);
      if (row) return Number(row['id']);
      const id = this.database.run('INSERT INTO surface VALUES (NULL, ?, ?, 0)', name, text);
      this.respelled.add(name);
      this.addSuffixes(foldText(text), name, id);
      return id;
    });
  }

  /** Takes a spelling out that nothing uses any more. */
  removeSurface(id: number): void {
    const row = this.database.get('SELECT name, text FROM surface WHERE id = ?', id);
    if (!row) return;
    const text = String(row['text']);
    for (const words of suffixesOf(foldText(text))) {
      this.database.run(
        'DELETE FROM suffix WHERE words = ? AND name = ? AND surface = ?',
        words,
        Number(row['name']),
        id,
      );
    }
    this.database.run('DELETE FROM surface WHERE id = ?', id);
    this.respelled.add(Number(row['name']));
    this.ids.delete(`${Number(row['name'])} ${text}`);
  }

  label(field: 'outlet' | 'language', value: string): number {
    return this.id(`${field} ${value}`, () => {
      const row = this.database.get('SELECT id FROM label WHERE field = ? AND value = ?', field, value);
      return row
        ? Number(row['id'])
        : this.database.run('INSERT INTO label VALUES (NULL, ?, ?, 0)', field, value);
    });
  }

  /** Names that gained or lost a spelling since this was asked last. */
  takeRespelled(): ReadonlySet<number> {
    const { respelled } = this;
    this.respelled = new Set();
    return respelled;
  }

  /** To be called when a write was taken back or another process has written. */
  forget(): void {
    this.ids.clear();
    this.respelled.clear();
  }

  private id(cacheKey: string, find: () => number): number {
    let id = this.ids.get(cacheKey);
    if (id === undefined) {
      id = find();
      if (this.ids.size >= cacheLimit) this.ids.clear();
      this.ids.set(cacheKey, id);
    }
    return id;
  }

  private addSuffixes(folded: string, name: number, surface: number): void {
    for (const words of suffixesOf(folded)) {
      this.database.run('INSERT OR IGNORE INTO suffix VALUES (?, ?, ?)', words, name, surface);
    }
  }
}

/** "a b c" → "a b c", "b c", "c": a prefix of one of them is the beginning of some word. */
function suffixesOf(folded: string): string[] {
  const words = folded === '' ? [] : folded.split(' ');
  return words.map((_, i) => words.slice(i).join(' '));
}
