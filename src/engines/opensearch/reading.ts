import type { CheckedFilter, PageRequest } from '../../core/index.ts';
import { pageStart } from '../../core/index.ts';
import type { JsonObject } from './cluster.ts';
import type { CorpusStore } from './corpusStore.ts';
import type { DateOverlay } from './dateOverlay.ts';
import type { EntityLookup } from './entityLookup.ts';
import { filterQuery } from './queries.ts';

/** What every question needs. */
export interface Reading {
  readonly store: CorpusStore;
  readonly entities: EntityLookup;
  /** The reader's own. */
  readonly dates: DateOverlay;
}

/** The query for the articles that a filter lets in. */
export async function queryOf({ entities, dates }: Reading, filter: CheckedFilter): Promise<JsonObject> {
  return filterQuery(filter, await entities.namesIn(filter), dates);
}

/** The place in an order that a page ends at, and how many items of the last document it has shown. */
export interface Place {
  readonly after?: readonly (string | number)[];
  readonly shown: number;
}

export function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify([place.shown, ...(place.after ?? [])])).toString('base64url');
}

/** Throws a RangeError for a cursor that no page gave, and for a limit below 1. */
export function placeOf({ limit, cursor }: PageRequest): Place {
  pageStart({ limit });
  if (cursor === undefined) return { shown: 0 };
  try {
    const [shown, ...after] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      number,
      ...(string | number)[],
    ];
    if (typeof shown !== 'number') throw new TypeError('not a number');
    return { shown, ...(after.length > 0 && { after }) };
  } catch {
    throw new RangeError(`cursor: not from a page: ${JSON.stringify(cursor)}`);
  }
}
