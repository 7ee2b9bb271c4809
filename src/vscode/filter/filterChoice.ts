import type { EntityId, Filter } from '../../core/index.ts';

/** What a step of Filter… gives back; where the user went back there is none. */
export interface FilterChoice {
  readonly filter: Filter;
  /** Names to show for the entities of the filter. */
  readonly names?: Iterable<readonly [EntityId, string]>;
}
