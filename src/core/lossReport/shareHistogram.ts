/** Counts shares, 0..1, to a tenth of a percent: medians of any number of them, without keeping them. */
export class ShareHistogram {
  private readonly bins = new Map<number, number>();
  private total = 0;
  private known: { readonly median: number; readonly distance: number } | undefined;

  get count(): number {
    return this.total;
  }

  add(share: number): void {
    const bin = Math.round(Math.min(1, Math.max(0, share)) * binsOfOne);
    this.bins.set(bin, (this.bins.get(bin) ?? 0) + 1);
    this.total++;
    this.known = undefined;
  }

  /** The share in the middle, the lower one of two; 0 when there is none. */
  median(): number {
    return this.middles().median / binsOfOne;
  }

  /** The median distance of the shares from their median. */
  medianDistance(): number {
    return this.middles().distance / binsOfOne;
  }

  private middles(): { readonly median: number; readonly distance: number } {
    if (this.known) return this.known;
    const median = middle([...this.bins], this.total);
    const distances = [...this.bins].map(([bin, count]) => [Math.abs(bin - median), count] as const);
    return (this.known = { median, distance: middle(distances, this.total) });
  }
}

const binsOfOne = 1000;

/** The value at the middle of values with their counts. */
function middle(counted: readonly (readonly [number, number])[], total: number): number {
  let seen = 0;
  for (const [value, count] of [...counted].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen * 2 >= total) return value;
  }
  return 0;
}
