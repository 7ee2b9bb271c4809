import type { CheckedFilter } from '../../core/index.ts';

/** Tells filters apart. */
export function filterKey(filter: CheckedFilter): string {
  return JSON.stringify(filter, (_, value: unknown) =>
    value instanceof Set ? [...(value as Set<unknown>)] : value,
  );
}
