/** A run of segments, first to last inclusive; `last < first` when there is none. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * The contiguous run with the greatest sum: body text extraction after Finn et al. 2001, with words for gain and a
 * fixed price per segment, so that a list of short lines costs more than it brings.
 */
export function bestRun(gain: (i: number) => number, count: number): Run {
  let best = 0;
  let run: Run = { first: 0, last: -1 };
  let sum = 0;
  let first = 0;
  for (let i = 0; i < count; i++) {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += gain(i);
    if (sum > best) {
      best = sum;
      run = { first, last: i };
    }
  }
  return run;
}
