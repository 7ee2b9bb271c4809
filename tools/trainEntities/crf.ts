import { labelCount, mayEnd, mayStart, predecessors } from '../../src/core/entities/recogniser/labels.ts';

/** One sentence to learn from. Feature numbers are rows of the weights. */
export interface Example {
  readonly length: number;
  /** Row-major tokens: `features[starts[i] .. starts[i + 1]]` are those of token i. */
  readonly features: Int32Array;
  readonly starts: Int32Array;
  /** How many of a token's features, at its beginning, tell only which word it is or which lists know it. */
  readonly identities: Uint8Array;
  readonly labels: Uint8Array;
  /** How much its errors count. */
  readonly weight: number;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly learningRate: number;
  /** Pull towards zero of a touched weight at each update. */
  readonly decay: number;
  /** How often a word's identity is hidden, 0..1. */
  readonly wordDropout: number;
  readonly seed: number;
}

export interface Weights {
  readonly rows: Float32Array;
  readonly transitions: Float32Array;
}

/** A small seeded generator (mulberry32): numbers in 0..1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<T>(list: T[], random: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

/** How often per epoch the weights go into the average. */
const snapshotsPerEpoch = 8;

/** Of the epochs, the share that is over before averaging begins. */
const unaveragedShare = 0.6;

/**
 * Learns weights for rows 0..`featureCount`: the average of those met in the last epochs. The last weights alone
 * depend on the order of the examples so much that two seeds differ by one F1 of organizations.
 */
export function trainCrf(
  examples: readonly Example[],
  featureCount: number,
  options: TrainingOptions,
  report: (line: string) => void,
): Weights {
  const learner = new Learner(featureCount, options);
  const sum: Weights = {
    rows: new Float32Array(featureCount * labelCount),
    transitions: new Float32Array(labelCount * labelCount),
  };
  const order = [...examples];
  const firstAveraged = Math.floor(options.epochs * unaveragedShare);
  const share = 1 / ((options.epochs - firstAveraged) * snapshotsPerEpoch);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, learner.random);
    let loss = 0;
    for (let part = 0; part < snapshotsPerEpoch; part++) {
      const from = Math.floor((order.length * part) / snapshotsPerEpoch);
      const to = Math.floor((order.length * (part + 1)) / snapshotsPerEpoch);
      for (let k = from; k < to; k++) loss += learner.learn(order[k]!);
      if (epoch >= firstAveraged) accumulate(sum, learner.weights, share);
    }
    report(`  epoch ${epoch + 1}: loss per sentence ${(loss / order.length).toFixed(4)}`);
  }
  return sum;
}

function accumulate(sum: Weights, weights: Weights, share: number): void {
  for (let i = 0; i < sum.rows.length; i++) sum.rows[i] = sum.rows[i]! + share * weights.rows[i]!;
  for (let i = 0; i < sum.transitions.length; i++)
    sum.transitions[i] = sum.transitions[i]! + share * weights.transitions[i]!;
}

/** Every step from one label to another that may follow it, as `previous * labelCount + label`, by label. */
const validSteps = Int32Array.from(
  predecessors.flatMap((list, label) => list.map((previous) => previous * labelCount + label)),
);

/** Gradients smaller than this change nothing that int8 weights could show. */
const smallestGradient = 1e-4;

/** Stochastic gradient steps of a linear-chain CRF's likelihood, AdaGrad's step sizes. */
class Learner {
  readonly weights: Weights;
  readonly random: () => number;
  private readonly squares: Float32Array;
  private readonly transitionSquares: Float32Array;
  private readonly options: TrainingOptions;
  private emissions = new Float64Array(0);
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);
  private hidden = new Uint8Array(0);
  private readonly gradient = new Float64Array(labelCount);

  constructor(featureCount: number, options: TrainingOptions) {
    this.options = options;
    this.random = createRandom(options.seed);
    this.weights = {
      rows: new Float32Array(featureCount * labelCount),
      transitions: new Float32Array(labelCount * labelCount),
    };
    this.squares = new Float32Array(featureCount * labelCount).fill(1e-2);
    this.transitionSquares = new Float32Array(labelCount * labelCount).fill(1);
  }

  /** One step; returns the loss before it. */
  learn(example: Example): number {
    this.makeRoom(example.length);
    this.hideWords(example);
    const shift = this.scoreTokens(example);
    const logSum = this.sumForward(example.length) + shift;
    this.sumBackward(example.length);
    const gold = this.goldScore(example);
    this.updateTransitions(example);
    this.updateRows(example);
    return logSum - gold;
  }

  private makeRoom(length: number): void {
    if (this.hidden.length >= length) return;
    this.emissions = new Float64Array(length * labelCount);
    this.forward = new Float64Array(length * labelCount);
    this.backward = new Float64Array(length * labelCount);
    this.hidden = new Uint8Array(length);
  }

  private hideWords(example: Example): void {
    for (let i = 0; i < example.length; i++)
      this.hidden[i] = this.random() < this.options.wordDropout ? 1 : 0;
  }

  private firstFeature(example: Example, i: number): number {
    return example.starts[i]! + (this.hidden[i] ? example.identities[i]! : 0);
  }

  /** Fills `emissions` with exp(score − best of the token); returns the sum of the bests. */
  private scoreTokens(example: Example): number {
    const { emissions } = this;
    const { rows } = this.weights;
    let shift = 0;
    for (let i = 0; i < example.length; i++) {
      const at = i * labelCount;
      for (let label = 0; label < labelCount; label++) emissions[at + label] = 0;
      for (let f = this.firstFeature(example, i); f < example.starts[i + 1]!; f++) {
        const row = example.features[f]! * labelCount;
        for (let label = 0; label < labelCount; label++) emissions[at + label]! += rows[row + label]!;
      }
      let best = -Infinity;
      for (let label = 0; label < labelCount; label++)
        if (emissions[at + label]! > best) best = emissions[at + label]!;
      shift += best;
      this.goldEmission[i] = emissions[at + example.labels[i]!]!;
      for (let label = 0; label < labelCount; label++)
        emissions[at + label] = Math.exp(emissions[at + label]! - best);
    }
    return shift;
  }

  private readonly goldEmission: number[] = [];

  private goldScore(example: Example): number {
    let score = 0;
    for (let i = 0; i < example.length; i++) {
      score += this.goldEmission[i]!;
      if (i > 0) score += this.weights.transitions[example.labels[i - 1]! * labelCount + example.labels[i]!]!;
    }
    return score;
  }

  private steps = new Float64Array(labelCount * labelCount);

  private sumForward(length: number): number {
    const { forward, emissions, steps } = this;
    for (let k = 0; k < steps.length; k++) steps[k] = Math.exp(this.weights.transitions[k]!);
    let logSum = 0;
    for (let i = 0; i < length; i++) {
      const at = i * labelCount;
      let total = 0;
      for (let label = 0; label < labelCount; label++) {
        let sum = 0;
        if (i === 0) sum = mayStart(label) ? 1 : 0;
        else
          for (const previous of predecessors[label]!)
            sum += forward[at - labelCount + previous]! * steps[previous * labelCount + label]!;
        sum *= emissions[at + label]!;
        if (i === length - 1 && !mayEnd(label)) sum = 0;
        forward[at + label] = sum;
        total += sum;
      }
      for (let label = 0; label < labelCount; label++) forward[at + label]! /= total;
      logSum += Math.log(total);
    }
    return logSum;
  }

  private sumBackward(length: number): void {
    const { backward, emissions, steps } = this;
    for (let i = length - 1; i >= 0; i--) {
      const at = i * labelCount;
      for (let label = 0; label < labelCount; label++)
        backward[at + label] = i === length - 1 && mayEnd(label) ? 1 : 0;
      if (i === length - 1) continue;
      let total = 0;
      for (let label = 0; label < labelCount; label++) {
        const after = backward[at + labelCount + label]! * emissions[at + labelCount + label]!;
        if (after === 0) continue;
        for (const previous of predecessors[label]!) {
          const share = after * steps[previous * labelCount + label]!;
          backward[at + previous]! += share;
          total += share;
        }
      }
      for (let label = 0; label < labelCount; label++) backward[at + label]! /= total;
    }
  }

  private readonly shares = new Float64Array(validSteps.length);
  private readonly expected = new Float64Array(labelCount * labelCount);

  private updateTransitions(example: Example): void {
    const { forward, backward, emissions, steps, shares, expected } = this;
    expected.fill(0);
    for (let i = 1; i < example.length; i++) {
      const at = i * labelCount;
      let total = 0;
      for (let k = 0; k < validSteps.length; k++) {
        const step = validSteps[k]!;
        const label = step % labelCount;
        const previous = (step - label) / labelCount;
        const share =
          forward[at - labelCount + previous]! *
          steps[step]! *
          backward[at + label]! *
          emissions[at + label]!;
        shares[k] = share;
        total += share;
      }
      for (let k = 0; k < validSteps.length; k++)
        expected[validSteps[k]!] = expected[validSteps[k]!]! + shares[k]! / total;
      expected[example.labels[i - 1]! * labelCount + example.labels[i]!]! -= 1;
    }
    for (let k = 0; k < expected.length; k++) {
      if (expected[k] !== 0)
        this.step(this.weights.transitions, this.transitionSquares, k, expected[k]! * example.weight);
    }
  }

  private updateRows(example: Example): void {
    const { forward, backward, gradient } = this;
    const { rows } = this.weights;
    for (let i = 0; i < example.length; i++) {
      const at = i * labelCount;
      let total = 0;
      for (let label = 0; label < labelCount; label++) {
        gradient[label] = forward[at + label]! * backward[at + label]!;
        total += gradient[label]!;
      }
      let largest = 0;
      for (let label = 0; label < labelCount; label++) {
        gradient[label] = (gradient[label]! / total - (label === example.labels[i] ? 1 : 0)) * example.weight;
        largest = Math.max(largest, Math.abs(gradient[label]!));
      }
      if (largest < smallestGradient) continue;
      for (let f = this.firstFeature(example, i); f < example.starts[i + 1]!; f++) {
        const row = example.features[f]! * labelCount;
        for (let label = 0; label < labelCount; label++) {
          if (Math.abs(gradient[label]!) >= smallestGradient)
            this.step(rows, this.squares, row + label, gradient[label]!);
        }
      }
    }
  }

  private step(values: Float32Array, squares: Float32Array, at: number, gradient: number): void {
    const pulled = gradient + this.options.decay * values[at]!;
    const square = squares[at]! + gradient * gradient;
    squares[at] = square;
    values[at]! -= (this.options.learningRate * pulled) / Math.sqrt(square);
  }
}
