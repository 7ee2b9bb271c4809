import {
  entityId,
  entityLists,
  entityTypes,
  type EntityId,
  type EntityList,
  type EntityType,
} from '../../core/index.ts';
import type { Database } from './database.ts';

/** The number a type is stored as. */
export function typeNumber(type: EntityType): number {
  return entityTypes.indexOf(type);
}

/** The number that a list of entities is stored as: that of its type, or one more for the unsure ones. */
export function listNumber(list: EntityList): number {
  return entityLists.indexOf(list);
}

const noList = 255;

/** An entity as its row says. */
export interface StoredEntity {
  /** The id of the name that stands for it. */
  readonly id: number;
  readonly entityId: EntityId;
  readonly type: EntityType;
  readonly label: string;
  readonly articles: number;
  readonly mentions: number;
  readonly isCurated: boolean;
  readonly isUnsure: boolean;
}

/** Articles and mentions of every entity among some articles, by the entity's id. */
export interface EntityCounts {
  readonly articles: Uint32Array;
  readonly mentions: Uint32Array;
}

/** Names of one stored block. */
const blockSize = 4096;

/**
 * From names to entities: kept in memory once counting asks for it, 6 bytes a name. A stored block holds, for `blockSize` names
 * in the order of their ids, the ids of their entities as 32-bit numbers, then a byte each of their
 * types and of the lists that the entities of these ids stand in.
 */
export class EntityTable {
  private readonly database: Database;
  private entities: Uint32Array<ArrayBuffer> | undefined;
  private types = new Uint8Array();
  private lists = new Uint8Array();
  private readonly touched = new Set<number>();

  constructor(database: Database) {
    this.database = database;
  }

  /** The entity of every name by id, and the type and the list of every entity by id. */
  mapping(): { readonly entityOf: Uint32Array; readonly typeOf: Uint8Array; readonly listOf: Uint8Array } {
    return { entityOf: this.load(), typeOf: this.types, listOf: this.lists };
  }

  /** Says what entity a name leads to. Kept with the next `write`, as what `setList` says. */
  set(name: number, entity: number): void {
    this.touch(name);
    this.entities![name] = entity;
  }

  add(name: number, type: EntityType): void {
    this.set(name, name);
    this.types[name] = typeNumber(type);
  }

  /** Says what list an entity stands in; none when there is no such entity any more. */
  setList(entity: number, list: EntityList | undefined): void {
    const number = list === undefined ? noList : listNumber(list);
    if (this.load()[entity] !== undefined && this.lists[entity] === number) return;
    this.touch(entity);
    this.lists[entity] = number;
  }

  /** Writes what was set since the last time. */
  write(): void {
    for (const block of this.touched) {
      const data = new Uint8Array(blockSize * 6);
      const range = [block * blockSize, (block + 1) * blockSize] as const;
      data.set(new Uint8Array(this.load().slice(...range).buffer));
      data.set(this.types.subarray(...range), blockSize * 4);
      data.set(this.lists.subarray(...range), blockSize * 5);
      this.database.run('INSERT OR REPLACE INTO mapping VALUES (?, ?)', block, data);
    }
    this.touched.clear();
  }

  forget(): void {
    this.entities = undefined;
    this.touched.clear();
  }

  private touch(id: number): void {
    const block = Math.floor(id / blockSize);
    if (id >= this.load().length) this.grow(block + 1);
    this.touched.add(block);
  }

  private load(): Uint32Array<ArrayBuffer> {
    if (this.entities) return this.entities;
    this.entities = new Uint32Array();
    this.types = new Uint8Array();
    this.lists = new Uint8Array();
    const last = this.database.get('SELECT max(block) AS last FROM mapping')?.['last'] ?? -1;
    this.grow(Number(last) + 1);
    for (const row of this.database.each('SELECT block, data FROM mapping')) {
      const data = row['data'] as Uint8Array;
      const first = Number(row['block']) * blockSize;
      this.entities.set(new Uint32Array(data.slice(0, blockSize * 4).buffer), first);
      this.types.set(data.subarray(blockSize * 4, blockSize * 5), first);
      this.lists.set(data.subarray(blockSize * 5), first);
    }
    // Names that are no entity all lead to 0, of no type and in no list: no name has that number.
    return this.entities;
  }

  private grow(blocks: number): void {
    const entities = new Uint32Array(blocks * blockSize);
    entities.set(this.entities!);
    const types = new Uint8Array(blocks * blockSize).fill(noList);
    types.set(this.types);
    const lists = new Uint8Array(blocks * blockSize).fill(noList);
    lists.set(this.lists);
    this.entities = entities;
    this.types = types;
    this.lists = lists;
  }

  /** The entity that has a name; `undefined` when nothing names it. */
  named(type: EntityType, key: string): StoredEntity | undefined {
    const row = this.database.get(
      `SELECT entity.* FROM name JOIN entity ON entity.id = name.entity WHERE name.type = ? AND name.key = ?`,
      typeNumber(type),
      key,
    );
    return row && storedEntity(row);
  }

  byId(id: number): StoredEntity | undefined {
    const row = this.database.get('SELECT * FROM entity WHERE id = ?', id);
    return row && storedEntity(row);
  }

  /** Ids of the names an entity is a set of. */
  namesOf(entity: number): readonly number[] {
    const joined = this.database.all('SELECT id FROM name WHERE entity = ? AND entity <> id', entity);
    const own = this.database.get('SELECT id FROM name WHERE id = ? AND entity = id', entity);
    return [...(own ? [own] : []), ...joined].map((row) => Number(row['id']));
  }

  /** The spellings of all names of an entity, by number. */
  spellingsOf(entity: number): ReadonlyMap<number, string> {
    const rows = this.namesOf(entity).flatMap((name) =>
      this.database.all('SELECT id, text FROM surface WHERE name = ?', name),
    );
    return new Map(rows.map((row) => [Number(row['id']), String(row['text'])]));
  }
}

/** Reads a row of the table `entity`. */
export function storedEntity(row: Readonly<Record<string, unknown>>): StoredEntity {
  const type = entityTypes[Number(row['type'])]!;
  return {
    id: Number(row['id']),
    entityId: entityId(type, String(row['key'])),
    type,
    label: String(row['label']),
    articles: Number(row['articles']),
    mentions: Number(row['mentions']),
    isCurated: row['is_curated'] === 1,
    isUnsure: Number(row['list']) === listNumber('unsure'),
  };
}
