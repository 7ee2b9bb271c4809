/** How many units name each entity, by the entity's number, and how many name any that counts. */
export interface UnitCounts {
  readonly naming: Uint32Array;
  readonly total: number;
}

/** Answers kept in memory: 4 bytes a name each. */
const mostKept = 8;

/** Counts of units by what they were counted for. */
export class KeptUnitCounts {
  private readonly kept = new Map<string, UnitCounts>();

  get(key: string, count: () => UnitCounts): UnitCounts {
    const known = this.kept.get(key) ?? count();
    // The one asked for last goes last.
    this.kept.delete(key);
    this.kept.set(key, known);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return known;
  }

  forget(): void {
    this.kept.clear();
  }
}
