import type { EntityPair, PairMeasure } from './entityPair.ts';
import { compareCodePoints } from './textOrder.ts';

/**
 * How strongly two names attract each other, from the units that name both, each of them, and any name at all.
 * `logLikelihood`: Dunning's G² of the four-field table (Computational Linguistics 19(1), 1993), 0 and up, negative when
 * they stand together less often than by chance. `npmi`: Bouma's normalized pointwise mutual information (GSCL 2009),
 * −1 to 1. `together`: the units that name both.
 */
export function pairScore(
  measure: PairMeasure,
  together: number,
  first: number,
  second: number,
  units: number,
): number {
  if (measure === 'together') return together;
  const expected = (first * second) / units;
  if (measure === 'npmi') {
    if (together >= units) return 1;
    return Math.log(together / expected) / -Math.log(together / units);
  }
  // Written out: there may be a million pairs.
  const [others, rest] = [units - first, units - second];
  const sum =
    surprise(together, expected) +
    surprise(first - together, (first * rest) / units) +
    surprise(second - together, (others * second) / units) +
    surprise(rest - first + together, (others * rest) / units);
  return (together < expected ? -2 : 2) * sum;
}

function surprise(cell: number, chance: number): number {
  return cell === 0 ? 0 : cell * Math.log(cell / chance);
}

/** What ranks a pair before its names are looked at. */
export type PairCounts = Pick<EntityPair, 'score' | 'together' | 'articles'> & {
  readonly first: { readonly units: number };
  readonly second: { readonly units: number };
};

/** The strongest first; 0 where only the names can decide. */
export function byPairCounts(a: PairCounts, b: PairCounts): number {
  return (
    b.score - a.score ||
    b.together - a.together ||
    b.articles - a.articles ||
    b.first.units - a.first.units ||
    b.second.units - a.second.units
  );
}

/** The order of every list of pairs in every engine. */
export function byPairRank(a: EntityPair, b: EntityPair): number {
  return (
    byPairCounts(a, b) ||
    compareCodePoints(a.first.id, b.first.id) ||
    compareCodePoints(a.second.id, b.second.id)
  );
}
