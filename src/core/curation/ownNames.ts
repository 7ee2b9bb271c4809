import type { EntityType } from '../entities/mention.ts';
import type { EntityChoice } from './entityChoice.ts';

/** A name that the user gave: it names something of this type wherever it is written so. */
export interface OwnName {
  readonly text: string;
  readonly type: EntityType;
}

/** Whether a choice bears on what is found in a text, beside which names are one. */
export function bearsOnText({ action, to }: EntityChoice): boolean {
  return action === 'changeType' || (action === 'isEntity' && to !== 'asFound');
}

/**
 * The names that the user gave, each once. What the user called two things is left to the recogniser: of one place in
 * a text nobody has said which it is.
 */
export function ownNamesOf(choices: readonly EntityChoice[]): readonly OwnName[] {
  const types = new Map<string, Set<EntityType>>();
  for (const { entity, type, action, to } of choices.filter(bearsOnText)) {
    const given = types.get(entity) ?? new Set();
    types.set(entity, given.add(action === 'changeType' ? (to as EntityType) : type));
  }
  return [...types].flatMap(([text, [type, other]]) => (type && !other ? [{ text, type }] : []));
}
