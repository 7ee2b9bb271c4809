import type { EntityType } from '../entities/mention.ts';
import type { EntityId } from './ids.ts';
import type { EntityList } from './counts.ts';

/** In the order the tree shows them. */
export const entityTypes: readonly EntityType[] = ['ORG', 'PER', 'LOC'];

/** The lists that an entity may stand in: by its type, or to be looked at. */
export const entityLists: readonly EntityList[] = [...entityTypes, 'unsure'];

/** The id of the entity that is keyed so: `key` is that of `nameKey`. */
export function entityId(type: EntityType, key: string): EntityId {
  return `${type}:${key}`;
}

/** The parts of an id; `undefined` for what is none. */
export function parseEntityId(id: EntityId): { readonly type: EntityType; readonly key: string } | undefined {
  const type = entityTypes.find((candidate) => id.startsWith(`${candidate}:`));
  return type && id.length > 4 ? { type, key: id.slice(4) } : undefined;
}
