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

/** From names to entities: kept in memory once counting asks for it, 5 bytes a name. */
export class EntityTable {
  private readonly database: Database;
  private entities: Uint32Array | undefined;
  private types = new Uint8Array();
  private lists = new Uint8Array();

  constructor(database: Database) {
    this.database = database;
  }

  /** The entity of every name by id, and the type and the list of every entity by id. */
  mapping(): { readonly entityOf: Uint32Array; readonly typeOf: Uint8Array; readonly listOf: Uint8Array } {
    if (!this.entities) {
      const size = Number(this.database.get('SELECT max(id) AS last FROM name')?.['last'] ?? 0) + 1;
      this.entities = new Uint32Array(size);
      this.types = new Uint8Array(size);
      this.lists = new Uint8Array(size);
      for (const row of this.database.each('SELECT id, type, entity FROM name')) {
        this.entities[row['id'] as number] = row['entity'] as number;
        this.types[row['id'] as number] = row['type'] as number;
      }
      for (const row of this.database.each('SELECT id, list FROM entity')) {
        this.lists[row['id'] as number] = row['list'] as number;
      }
      // Names that are no entity all lead here: it is of no type and in no list.
      this.types[0] = noList;
      this.lists[0] = noList;
    }
    return { entityOf: this.entities, typeOf: this.types, listOf: this.lists };
  }

  forget(): void {
    this.entities = undefined;
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
    return this.database.all('SELECT id FROM name WHERE entity = ?', entity).map((row) => Number(row['id']));
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
