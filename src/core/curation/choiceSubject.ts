import type { EntityType } from '../entities/mention.ts';
import { nameKey } from '../entities/nameKey.ts';
import type { EntityId } from '../index/ids.ts';
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
    case 'isEntity':
    case 'notAnEntity':
      return undefined;
  }
}

/**
 * What a choice speaks of. Two that share a key say something of the same thing: an entity has one name, is one or is
 * none, is itself or another one, and is one with another or not.
 */
export function entityChoiceKeys(choice: EntityChoice): readonly string[] {
  return aboutOf(choice).map((about) => JSON.stringify(about));
}

/** What a choice says of the thing that one of its keys tells. */
export function entityChoiceWord({ action, to }: EntityChoice, key: string): string {
  const isOfPair = (JSON.parse(key) as readonly string[])[0] === pairKey;
  return isOfPair ? (action === 'mergeInto' ? 'one' : 'two') : `${action} ${to}`;
}

const pairKey = 'pair';

function aboutOf(choice: EntityChoice): readonly (readonly string[])[] {
  const own = subjectId(choice);
  const pair = (): readonly string[] => [pairKey, ...[own, targetId(choice) ?? ''].sort()];
  switch (choice.action) {
    case 'rename':
      return [[own, 'name']];
    case 'splitFrom':
      return [pair()];
    case 'mergeInto':
      return [[own, 'fate'], pair()];
    case 'isEntity':
      return [[own, 'being']];
    case 'changeType':
    case 'notAnEntity':
      return [
        [own, 'fate'],
        [own, 'being'],
      ];
  }
}

/** The ids that a choice speaks of. */
export function namesOfChoice(choice: EntityChoice): readonly EntityId[] {
  const target = targetId(choice);
  return target === undefined ? [subjectId(choice)] : [subjectId(choice), target];
}
