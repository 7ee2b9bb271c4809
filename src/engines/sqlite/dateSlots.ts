import type { DateCode } from '../../core/index.ts';

/** Days, and months and years in the place of a zeroth day or month, of one year. */
const slotsPerMonth = 32;
const slotsPerYear = 13 * slotsPerMonth;

/**
 * Numbers dates in their order (`direction`: 1, or -1 for the latest first), without looking any up: a hundred thousand articles are
 * counted by date in an array. Undated ones have the last number.
 */
export class DateSlots {
  readonly count: number;
  private readonly base: number;
  private readonly direction: 1 | -1;

  /** No date is before `first` or after `last`; 0 for both where there is none. */
  constructor(first: DateCode, last: DateCode, direction: 1 | -1) {
    this.direction = direction;
    this.base = slotOf(direction === 1 ? first : last);
    this.count = slotOf(last) - slotOf(first) + 2;
  }

  /**
   * How many of some articles are of each date, or the sum of their `weights`, which stand beside them. `dates` are those of all
   * articles by their numbers. One loop: a function that is called for each takes several times as long.
   */
  sizes(dates: Int32Array, docs: Uint32Array, weights?: Uint32Array): Uint32Array {
    const { count, base, direction } = this;
    const sizes = new Uint32Array(count);
    for (let i = 0; i < docs.length; i++) {
      const date = dates[docs[i]!]!;
      const weight = weights ? weights[i]! : 1;
      if (date === 0) {
        sizes[count - 1]! += weight;
        continue;
      }
      const year = (date / 10_000) | 0;
      const rest = date - year * 10_000;
      const month = (rest / 100) | 0;
      const place = year * slotsPerYear + month * slotsPerMonth + (rest - month * 100);
      sizes[(place - base) * direction]! += weight;
    }
    return sizes;
  }

  /** The date that has a number. */
  dateOf(slot: number): DateCode {
    if (slot === this.count - 1) return 0;
    const place = this.base + slot * this.direction;
    const year = Math.floor(place / slotsPerYear);
    const rest = place - year * slotsPerYear;
    const month = Math.floor(rest / slotsPerMonth);
    return year * 10_000 + month * 100 + (rest - month * slotsPerMonth);
  }
}

function slotOf(date: DateCode): number {
  const year = Math.floor(date / 10_000);
  const month = Math.floor((date - year * 10_000) / 100);
  return year * slotsPerYear + month * slotsPerMonth + (date % 100);
}
