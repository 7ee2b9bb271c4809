import { byPairCounts, pairScore, type PairCounts, type PairMeasure } from '../../core/index.ts';

/** How many units name each entity, by the entity's number, and how many name any that counts. */
export interface UnitCounts {
  readonly naming: Uint32Array;
  readonly total: number;
}

/** Pairs of entities by number, a column each: the units that name both, and their articles. */
export interface PairTable {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly together: Uint32Array;
  readonly articles: Uint32Array;
}

/** A pair by the numbers of its entities, with all that ranks it but their names. */
export interface RankedPair extends PairCounts {
  readonly ids: readonly [number, number];
}

interface Ranking {
  readonly scores: Float64Array;
  /** The `fewRanks`-th highest. */
  readonly least: number;
  /** The rows of the strongest pairs in order; whatever ties with the last by its score is among them. */
  order: Uint32Array;
}

/** Pairs that are counted once and ranked by any measure, page by page. */
export class RankedPairs {
  private readonly pairs: PairTable;
  readonly counts: UnitCounts;
  private readonly rankings = new Map<PairMeasure, Ranking>();

  constructor(pairs: PairTable, counts: UnitCounts) {
    this.pairs = pairs;
    this.counts = counts;
  }

  get length(): number {
    return this.pairs.first.length;
  }

  /** Units that name any entity that counts. */
  get units(): number {
    return this.counts.total;
  }

  /** The pairs from rank `from` to before rank `to`, and those beside them that only their names tell apart. */
  page(measure: PairMeasure, from: number, to: number): { from: number; pairs: RankedPair[] } {
    const ranking = this.ranking(measure);
    const end = Math.min(to, this.length);
    if (ranking.order.length < end) ranking.order = this.strongest(ranking, end);
    const at = (rank: number): RankedPair => this.pairAt(ranking.order[rank]!, ranking);
    let first = Math.min(from, end);
    let last = end;
    while (first > 0 && first < end && byPairCounts(at(first - 1), at(first)) === 0) first--;
    while (last > first && last < ranking.order.length && byPairCounts(at(last - 1), at(last)) === 0) last++;
    return { from: first, pairs: Array.from({ length: last - first }, (_, i) => at(first + i)) };
  }

  private ranking(measure: PairMeasure): Ranking {
    const known = this.rankings.get(measure);
    if (known) return known;
    const { first, second, together } = this.pairs;
    const { naming, total } = this.counts;
    const scores = new Float64Array(this.length);
    for (let row = 0; row < scores.length; row++)
      scores[row] = pairScore(measure, together[row]!, naming[first[row]!]!, naming[second[row]!]!, total);
    const ranking = { scores, least: nthHighest(scores, fewRanks), order: new Uint32Array() };
    this.rankings.set(measure, ranking);
    return ranking;
  }

  /** The rows of at least so many of the strongest pairs, in order. Far down, all are sorted: who asks so wants them all. */
  private strongest({ scores, least }: Ranking, count: number): Uint32Array {
    const bound = count > fewRanks ? -Infinity : least;
    const rows = new Uint32Array(this.length);
    let found = 0;
    for (let row = 0; row < rows.length; row++) if (scores[row]! >= bound) rows[found++] = row;
    const { first, second, together, articles } = this.pairs;
    const { naming } = this.counts;
    return rows
      .slice(0, found)
      .sort(
        (a, b) =>
          scores[b]! - scores[a]! ||
          together[b]! - together[a]! ||
          articles[b]! - articles[a]! ||
          naming[first[b]!]! - naming[first[a]!]! ||
          naming[second[b]!]! - naming[second[a]!]!,
      );
  }

  private pairAt(row: number, { scores }: Ranking): RankedPair {
    const { first, second, together, articles } = this.pairs;
    const { naming } = this.counts;
    const ids = [first[row]!, second[row]!] as const;
    return {
      ids,
      together: together[row]!,
      articles: articles[row]!,
      score: scores[row]!,
      first: { units: naming[ids[0]]! },
      second: { units: naming[ids[1]]! },
    };
  }
}

const fewRanks = 2000;

/** The `n`-th highest value, or below all where there are fewer: by parting and parting again, for sorting a million takes long. */
function nthHighest(values: Float64Array, n: number): number {
  if (values.length <= n) return -Infinity;
  const left = values.slice();
  const wanted = n - 1;
  for (let low = 0, high = left.length - 1; low < high;) {
    const pivot = left[(low + high) >>> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (left[i]! > pivot) i++;
      while (left[j]! < pivot) j--;
      if (i > j) break;
      const value = left[i]!;
      left[i++] = left[j]!;
      left[j--] = value;
    }
    if (wanted <= j) high = j;
    else if (wanted >= i) low = i;
    else break;
  }
  return left[wanted]!;
}
