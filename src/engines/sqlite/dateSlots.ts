import type { DateCode } from '../../core/index.ts';

/** Days, and months and years in the place of a zeroth day or month, of one year. */
const slotsPerMonth = 32;
const slotsPerYear = 13 * slotsPerMonth;

/**
 * Numbers the dates of some articles in their order (`direction`: 1, or -1 for the latest first), without looking any up:
 * a hundred thousand articles are counted by date in an array. Undated ones have the last number.
 */
export class DateSlots {
  readonly count: number;
  private readonly dates: Int32Array;
  private readonly base: number;
  private readonly direction: 1 | -1;

  /** `dates` are those of all articles by their numbers. */
  constructor(dates: Int32Array, docs: Uint32Array, direction: 1 | -1) {
    let least = Infinity;
    let most = 0;
    for (let i = 0; i < docs.length; i++) {
      const date = dates[docs[i]!]!;
      if (date === 0) continue;
      if (date < least) least = date;
      if (date > most) most = date;
    }
    this.dates = dates;
    this.direction = direction;
    const [low, high] = most === 0 ? [0, -1] : [slotOf(least), slotOf(most)];
    this.base = this.direction === 1 ? low : high;
    this.count = high - low + 2;
  }

  of(doc: number): number {
    const date = this.dates[doc]!;
    return date === 0 ? this.count - 1 : (slotOf(date) - this.base) * this.direction;
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
  const year = (date / 10_000) | 0;
  const rest = date - year * 10_000;
  const month = (rest / 100) | 0;
  return year * slotsPerYear + month * slotsPerMonth + (rest - month * 100);
}
