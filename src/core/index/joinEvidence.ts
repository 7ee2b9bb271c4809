import type { Join } from '../entities/mention.ts';
import { compareCodePoints } from './textOrder.ts';

/** A join as text, equal for equal joins. */
export function joinKey(join: Join): string {
  const values = Object.entries(join.evidence.values ?? {}).sort(([a], [b]) => compareCodePoints(a, b));
  return JSON.stringify([join.name, join.evidence.rule, values]);
}

/** The join of a `joinKey`. */
function joinOfKey(key: string): Join {
  const [name, rule, values] = JSON.parse(key) as [string, string, [string, string | number][]];
  return { name, evidence: { rule, ...(values.length > 0 && { values: Object.fromEntries(values) }) } };
}

/** One join for each name: the reason that most articles give, then by code point. */
export function distinctJoins(counts: ReadonlyMap<string, number>): readonly Join[] {
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || compareCodePoints(a, b));
  const kept = new Map<string, Join>();
  for (const [key] of sorted) {
    const join = joinOfKey(key);
    if (!kept.has(join.name)) kept.set(join.name, join);
  }
  return [...kept.values()];
}
