import type { EntityType } from '../entities/mention.ts';

/** What may be said of an entity. */
export const entityActions = [
  'rename',
  'mergeInto',
  'splitFrom',
  'changeType',
  'isEntity',
  'notAnEntity',
] as const;
export type EntityAction = (typeof entityActions)[number];

/**
 * The user's word on an entity, which is named by any of its names. `to` is its new name, the name of the entity it is or
 * is not, its type (`ORG`, `PER`, `LOC`), or `true` for what is one, or is none; what is
 * one `asFound` is so where it was recognised, `true` wherever it is written so.
 */
export interface EntityChoice {
  readonly entity: string;
  readonly type: EntityType;
  readonly action: EntityAction;
  readonly to: string;
}
