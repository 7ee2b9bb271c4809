import type { Cluster, JsonObject } from '../cluster.ts';
import type { AggregationAnswer } from '../corpusStore.ts';
import { searchAnswer } from '../searchAnswer.ts';

/** One document of another program's index. */
export interface ForeignHit {
  readonly _id: string;
  readonly _source?: JsonObject;
  readonly sort?: readonly (string | number)[];
  /** Values that were asked for as the server has them, not as the program wrote them. */
  readonly fields?: Readonly<Record<string, readonly unknown[]>>;
}

export interface ForeignAnswer {
  readonly hits: { readonly total?: { readonly value: number }; readonly hits: readonly ForeignHit[] };
  readonly aggregations?: Readonly<Record<string, AggregationAnswer>>;
}

/** Searches an index of another program. Nothing is ever written to one. */
export async function searchForeign(
  cluster: Cluster,
  name: string,
  body: JsonObject,
): Promise<ForeignAnswer> {
  const path = `/${name}/_search?allow_partial_search_results=false`;
  return searchAnswer(cluster, (await cluster.ask<ForeignAnswer>({ method: 'POST', path, body })).body);
}

/** The values of a field in a document as its program wrote it; the path may lead through objects. */
export function valuesAt(source: JsonObject | undefined, path: string): readonly string[] {
  let at: unknown = source;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null) return [];
    at = (at as JsonObject)[part];
  }
  const values = Array.isArray(at) ? (at as readonly unknown[]) : [at];
  return values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}
