import { dayNumberOf } from './calendar.ts';
import type { FoundDate, RejectedDate } from './metadata.ts';

/** A date that another source names beside the one that was taken. */
export interface Rival {
  readonly value: string;
  readonly source: string;
  readonly quote: string;
  readonly span?: FoundDate['span'];
}

/** A day of grace: a time stamp of the evening is of the next day in another time zone. */
const graceDays = 1;

/** The rivals that do not agree with a date, each value once: a coarser date agrees with every day in it. */
export function contradicting<T extends { readonly value: string }>(
  value: string,
  rivals: readonly T[],
): T[] {
  const seen = new Set<string>();
  return rivals.filter((rival) => {
    if (seen.has(rival.value) || agree(value, rival.value)) return false;
    seen.add(rival.value);
    return true;
  });
}

function agree(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  const [first, second] = [dayNumberOf(a), dayNumberOf(b)];
  return first !== undefined && second !== undefined && Math.abs(first - second) <= graceDays;
}

/** The date with a mark that other sources say another day, and those as rejected dates. */
export function withRivals(
  date: FoundDate,
  rivals: readonly Rival[],
): { readonly date: FoundDate; readonly rejected: readonly RejectedDate[] } {
  const against = contradicting(date.value, rivals);
  if (against.length === 0) return { date, rejected: [] };
  return {
    date: { ...date, isConflicting: true },
    rejected: against.map(({ value, source, quote, span }) => ({
      value,
      quote,
      ...(span && { span }),
      evidence: { rule: 'otherSource', values: { sources: source } },
    })),
  };
}
