import type { EntityType } from '../entities/mention.ts';
import { nameKey } from '../entities/nameKey.ts';
import type { EntityId } from '../index/corpusIndex.ts';
import { entityId } from '../index/entityId.ts';
import type { EntityChoice } from './entityChoice.ts';

/** The id that the entity of a choice has when nothing is joined to it. */
export function subjectId({ entity, type }: EntityChoice): EntityId {
  return entityId(type, nameKey(entity, type));
}

/** The id of what a choice points at, if it points at an entity. */
export function targetId({ entity, type, action, to }: EntityChoice): EntityId | undefined {
  switch (action) {
    case 'mergeInto':
    case 'splitFrom':
      return entityId(type, nameKey(to, type));
    case 'changeType':
      return entityId(to as EntityType, nameKey(entity, to as EntityType));
    case 'rename':
    case 'notAnEntity':
      return undefined;
  }
}

/** Choices with one key say something of the same thing: an entity has one name, and one fate. */
export function entityChoiceKey(choice: EntityChoice): string {
  const { action } = choice;
  const about = action === 'splitFrom' ? (targetId(choice) ?? '') : action === 'rename' ? 'name' : 'fate';
  return JSON.stringify([subjectId(choice), about]);
}

/** The ids that a choice speaks of. */
export function namesOfChoice(choice: EntityChoice): readonly EntityId[] {
  const target = targetId(choice);
  return target === undefined ? [subjectId(choice)] : [subjectId(choice), target];
}
