/** Weights of binary features, by name. */
export type Weights = Readonly<Record<string, number>>;

export function scoreOf(features: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/**
 * Probability of each candidate to be the one meant, where "none of them" has the score 0 (McFadden's conditional
 * logit). The probabilities and that of "none" add up to 1.
 */
export function choiceProbabilities(scores: readonly number[]): number[] {
  const top = Math.max(0, ...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, Math.exp(-top));
  return powers.map((power) => power / total);
}
