/** A distance that stands for "nowhere". */
export const far = 1000;

/** Sums of the values before each place; one more entry than values. */
export function prefixSums(count: number, value: (i: number) => number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = (sums[i] ?? 0) + value(i);
  return sums;
}

/** Mean of the values from one place up to (excluding) another; -1 of none. */
export function mean(sums: Float64Array, from: number, to: number): number {
  return to <= from ? -1 : ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
}
