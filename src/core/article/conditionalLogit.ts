/** Weights of binary features, by name. */
export type Weights = Readonly<Record<string, number>>;

/** The weights of every choice that reading makes: among lines, dates and names of a text, and what a page states. */
export interface ReadingWeights {
  /** Which line is the title. */
  readonly title: Weights;
  /** Which date of the text is that of its publication. */
  readonly date: Weights;
  /** Which of all days that a page offers. */
  readonly page: Weights;
  /** Which of all headlines that a page offers. */
  readonly headline: Weights;
  /** Whether a name that a page offers is an author's. */
  readonly author: Weights;
}

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
