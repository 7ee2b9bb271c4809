import type { EntityId, Filter } from '../../core/index.ts';
import { firstDay, lastDay, type PartialDate } from '../partialDates.ts';

/** The filter, with the articles of one period only. Undefined when the two have no day in common. */
export function withinPeriod(filter: Filter, period: PartialDate): Filter | undefined {
  return withinRange(filter, period, period);
}

function withinRange(filter: Filter, from: PartialDate, to: PartialDate): Filter | undefined {
  const start = filter.from !== undefined && firstDay(filter.from) > firstDay(from) ? filter.from : from;
  const end = filter.to !== undefined && lastDay(filter.to) < lastDay(to) ? filter.to : to;
  return firstDay(start) <= lastDay(end) ? { ...filter, from: start, to: end } : undefined;
}

/**
 * A filter that finds the articles known by the year only with few others: an article of coarse precision is in every
 * range that its period overlaps, so one day, the last that year and filter share, has them all.
 */
export function onOneDayOf(filter: Filter, period: PartialDate): Filter | undefined {
  const within = withinPeriod(filter, period);
  if (within?.to === undefined) return undefined;
  const day = lastDay(within.to);
  return { ...filter, from: day, to: day };
}

/** The filter, with one more entity that every article must name. It comes last: rows carry its first mention. */
export function naming(filter: Filter, entity: EntityId): Filter {
  return { ...filter, entities: [...(filter.entities ?? []).filter((other) => other !== entity), entity] };
}

/** The filter, with undated articles only. Undefined when the filter wants dates. */
export function undatedOf(filter: Filter): Filter | undefined {
  return filter.from === undefined && filter.to === undefined ? { ...filter, isUndated: true } : undefined;
}

export function isEmptyFilter(filter: Filter): boolean {
  return Object.values(filter as Record<string, unknown>).every(
    (value) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0),
  );
}
