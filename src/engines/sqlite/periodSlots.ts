import type { DateCode } from '../../core/index.ts';

/** The codes of dates that one period has room for. */
const codesOf = { year: 10_000, month: 100 };

/**
 * Numbers months or years in their order, as `DateSlots` does days: who asks for the years of a hundred thousand articles has twenty
 * numbers to look at afterwards and not seven thousand. A date of a year alone is the zeroth month of it. Undated ones have the last number.
 */
export class PeriodSlots {
  readonly count: number;
  private readonly codes: number;
  private readonly first: number;

  /** No date is before `first` or after `last`; 0 for both where there is none. */
  constructor(first: DateCode, last: DateCode, step: 'year' | 'month') {
    this.codes = codesOf[step];
    this.first = Math.floor(first / this.codes);
    this.count = Math.floor(last / this.codes) - this.first + 2;
  }

  /** See `DateSlots.sizes`. */
  sizes(dates: Int32Array, docs: Uint32Array, weights?: Uint32Array): Uint32Array {
    const { count, codes, first } = this;
    const sizes = new Uint32Array(count);
    for (let i = 0; i < docs.length; i++) {
      const date = dates[docs[i]!]!;
      const weight = weights ? weights[i]! : 1;
      sizes[date === 0 ? count - 1 : ((date / codes) | 0) - first]! += weight;
    }
    return sizes;
  }

  /** The code of the period that has a number. */
  dateOf(slot: number): DateCode {
    return slot === this.count - 1 ? 0 : (this.first + slot) * this.codes;
  }
}
