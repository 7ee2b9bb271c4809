import { dateOfCode, truncateCode, type DateCode, type HistogramStep } from '../../core/index.ts';
import type { JsonObject } from './cluster.ts';
import type { Aggregations, Bucket } from './corpusStore.ts';
import { withIds, type DateOverlay } from './dateOverlay.ts';

/** What a server counts at most in one answer. */
const mostBuckets = 60_000;

/** Articles of one period; `parts` are the buckets that they were counted in, with what was counted in each. */
export interface PeriodCount<B extends Bucket> {
  readonly period: string;
  readonly articles: number;
  readonly parts: readonly B[];
}

export interface DatedCounts<B extends Bucket> {
  /** In the order of time. */
  readonly periods: readonly PeriodCount<B>[];
  readonly undated: PeriodCount<B>;
  readonly first: DateCode | undefined;
  readonly last: DateCode | undefined;
}

const isUndated: JsonObject = { term: { isUndated: 1 } };

/** Aggregations for `readDated`: by period when a step is given, and `within` each of them. */
export function datedAggs(dates: DateOverlay, step?: HistogramStep, within?: JsonObject): JsonObject {
  const aggs = within && { aggs: within };
  const theirs: JsonObject = {
    ...(step && {
      periods: { terms: { field: step, size: mostBuckets, order: { _key: 'asc' } }, ...aggs },
    }),
    undated: { filter: isUndated, ...aggs },
    dated: {
      filter: { term: { isUndated: 0 } },
      aggs: { first: { min: { field: 'date' } }, last: { max: { field: 'date' } } },
    },
  };
  if (dates.isEmpty) return theirs;
  const ids = new Map<DateCode, string[]>();
  for (const [id, code] of dates.codes) {
    const some = ids.get(code);
    if (some) some.push(id);
    else ids.set(code, [id]);
  }
  const filters = Object.fromEntries([...ids].map(([code, some]) => [String(code), withIds(some)]));
  return {
    theirs: { filter: dates.without({ match_all: {} }), aggs: theirs },
    ours: { filters: { filters }, ...aggs },
  };
}

/** What `datedAggs` counted: the server's dates and the reader's. */
export function readDated<B extends Bucket = Bucket>(
  aggregations: Aggregations,
  step?: HistogramStep,
): DatedCounts<B> {
  const theirs = (aggregations['theirs'] ?? aggregations) as unknown as Aggregations;
  const parts = new Map<string, B[]>();
  const add = (period: string, bucket: B): void => {
    if (bucket.doc_count > 0) parts.set(period, [...(parts.get(period) ?? []), bucket]);
  };
  for (const bucket of (theirs['periods']?.buckets ?? []) as readonly B[]) add(bucket.key, bucket);
  add('', theirs['undated'] as unknown as B);
  const { first, last } = theirs['dated'] as unknown as Record<'first' | 'last', { value: number | null }>;
  const codes = [first.value, last.value].filter((code) => code !== null);
  const ours = Object.entries((aggregations['ours']?.buckets ?? {}) as Readonly<Record<string, B>>);
  for (const [key, bucket] of ours) {
    const code = Number(key);
    if (code !== 0 && bucket.doc_count > 0) codes.push(code);
    if (code === 0) add('', bucket);
    else if (step) add(dateOfCode(step === 'day' ? code : truncateCode(code, step)), bucket);
  }
  const count = (period: string): PeriodCount<B> => {
    const own = parts.get(period) ?? [];
    return { period, articles: own.reduce((sum, { doc_count }) => sum + doc_count, 0), parts: own };
  };
  const periods = [...parts.keys()].filter((period) => period !== '').sort();
  return {
    periods: periods.map(count),
    undated: count(''),
    first: codes.length > 0 ? Math.min(...codes) : undefined,
    last: codes.length > 0 ? Math.max(...codes) : undefined,
  };
}
