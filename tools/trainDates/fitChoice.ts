import type { Weights } from '../../src/core/article/conditionalLogit.ts';

export interface ChoiceGroup {
  readonly candidates: readonly {
    readonly value: string;
    readonly isRight: boolean;
    readonly features: readonly string[];
  }[];
  /** Whether one of the candidates, or any other place of the text, holds the answer. */
  readonly isAnswerable: boolean;
  readonly weight: number;
}

/** Features seen in fewer groups than this are noise. */
const minGroups = 6;
const rounds = 150;
const rate = 0.3;
/** Strength of the pull to 0, in groups, unless another is asked for. */
const usualRidge = 1;

/**
 * Conditional logit by gradient ascent with AdaGrad steps: the sum of the probabilities of the right candidates (or of "none",
 * score 0, where no candidate is right) is made as likely as can be, under a ridge penalty.
 */
export function fitChoice(groups: readonly ChoiceGroup[], ridge = usualRidge): Weights {
  const names = frequentFeatures(groups);
  const index = new Map(names.map((name, i) => [name, i]));
  const coded = groups.map((group) => ({
    weight: group.weight,
    rows: group.candidates.map((candidate) => candidate.features.flatMap((name) => index.get(name) ?? [])),
    right: group.candidates.map((candidate) => candidate.isRight),
  }));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const gradient = new Float64Array(names.length);
  for (let round = 0; round < rounds; round += 1) {
    gradient.fill(0);
    for (const group of coded) addGradient(group, weights, gradient);
    for (let i = 0; i < weights.length; i += 1) {
      const step = (gradient[i] ?? 0) - ridge * (weights[i] ?? 0);
      squares[i] = (squares[i] ?? 0) + step * step;
      weights[i] = (weights[i] ?? 0) + (rate * step) / Math.sqrt(squares[i] ?? 1);
    }
  }
  const rounded = names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 1000) / 1000] as const);
  return Object.fromEntries(rounded.filter(([, value]) => value !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface CodedGroup {
  readonly weight: number;
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

function addGradient(
  { weight, rows, right }: CodedGroup,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const powers = rows.map((row) =>
    Math.exp(
      Math.min(
        30,
        row.reduce((sum, i) => sum + (weights[i] ?? 0), 0),
      ),
    ),
  );
  const total = 1 + powers.reduce((sum, power) => sum + power, 0);
  const rightTotal = powers.reduce((sum, power, i) => sum + (right[i] ? power : 0), 0);
  rows.forEach((row, r) => {
    const power = powers[r] ?? 0;
    const wanted = right[r] && rightTotal > 0 ? power / rightTotal : 0;
    const step = weight * (wanted - power / total);
    for (const i of row) gradient[i] = (gradient[i] ?? 0) + step;
  });
}

function frequentFeatures(groups: readonly ChoiceGroup[]): string[] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    for (const name of new Set(group.candidates.flatMap((candidate) => candidate.features))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= minGroups).map(([name]) => name);
}
