import { labelCount, mayEnd, mayStart, predecessors } from './labels.ts';

/** Scores of a sentence: `emissions` row-major tokens × labels, `transitions` from-label × to-label. Any unit. */
export interface Lattice {
  readonly length: number;
  readonly emissions: Int32Array;
  readonly transitions: Int32Array;
}

const impossible = -(2 ** 30);

/** Room for the longest sentence, kept between calls: one allocation per sentence would be most of the work. */
export interface ViterbiRoom {
  back: Uint8Array;
  readonly scores: Int32Array;
  readonly next: Int32Array;
}

export function createViterbiRoom(): ViterbiRoom {
  return { back: new Uint8Array(0), scores: new Int32Array(labelCount), next: new Int32Array(labelCount) };
}

/** Of each label, the labels before it, flat: `predecessorStarts[label]` up to `predecessorStarts[label + 1]`. */
const predecessorStarts = Int32Array.from({ length: labelCount + 1 }, (_, label) =>
  predecessors.slice(0, label).reduce((sum, list) => sum + list.length, 0),
);
const predecessorList = Int32Array.from(predecessors.flat());

/** Writes the best valid label sequence to `labels`. */
export function decodeBest(lattice: Lattice, room: ViterbiRoom, labels: Uint8Array): void {
  const { length, emissions } = lattice;
  if (length === 0) return;
  if (room.back.length < length * labelCount) room.back = new Uint8Array(length * labelCount * 2);
  let { scores, next } = room;
  for (let label = 0; label < labelCount; label++)
    scores[label] = mayStart(label) ? emissions[label]! : impossible;
  for (let i = 1; i < length; i++) {
    stepForward(lattice, i, scores, next, room.back);
    [scores, next] = [next, scores];
  }
  traceBack(scores, room.back, length, labels);
}

function stepForward(
  lattice: Lattice,
  i: number,
  scores: Int32Array,
  next: Int32Array,
  back: Uint8Array,
): void {
  const { emissions, transitions } = lattice;
  const row = i * labelCount;
  for (let label = 0; label < labelCount; label++) {
    let best = impossible * 2;
    let from = 0;
    for (let k = predecessorStarts[label]!; k < predecessorStarts[label + 1]!; k++) {
      const previous = predecessorList[k]!;
      const score = scores[previous]! + transitions[previous * labelCount + label]!;
      if (score > best) {
        best = score;
        from = previous;
      }
    }
    next[label] = best + emissions[row + label]!;
    back[row + label] = from;
  }
}

function traceBack(scores: Int32Array, back: Uint8Array, length: number, labels: Uint8Array): void {
  let best = 0;
  for (let label = 1; label < labelCount; label++) {
    if (mayEnd(label) && scores[label]! > scores[best]!) best = label;
  }
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = best;
    best = back[i * labelCount + best]!;
  }
}

/** Labels less likely than this share of a token's best one, by the token alone, are left out of the sums. */
const smallestShare = 1e-5;

/**
 * The probability of each label at each token, row-major, by the forward and backward sums over valid sequences.
 * `scale` is what one unit of the scores is worth. `best`, a valid sequence such as `decodeBest` finds, bounds the
 * work: labels far behind are left out unless they are part of it. Without it the sums are exact.
 */
export function labelProbabilities(lattice: Lattice, scale: number, best?: Uint8Array): Float64Array {
  const { length } = lattice;
  const weights = exponentials(lattice, scale, best);
  const steps = exponentialSteps(lattice.transitions, scale);
  const forward = new Float64Array(length * labelCount);
  const backward = new Float64Array(length * labelCount);
  for (let i = 0; i < length; i++) sumForward(forward, weights, steps, i);
  for (let i = length - 1; i >= 0; i--) sumBackward(backward, weights, steps, i, length);
  for (let row = 0; row < forward.length; row += labelCount) {
    let total = 0;
    for (let label = row; label < row + labelCount; label++) {
      const both = forward[label]! * backward[label]!;
      forward[label] = both;
      total += both;
    }
    for (let label = row; label < row + labelCount; label++) forward[label] = forward[label]! / total;
  }
  return forward;
}

const knownSteps = new WeakMap<Int32Array, { readonly scale: number; readonly steps: Float64Array }>();

/** A model's transitions are the same for every sentence. */
function exponentialSteps(transitions: Int32Array, scale: number): Float64Array {
  const known = knownSteps.get(transitions);
  if (known?.scale === scale) return known.steps;
  const steps = Float64Array.from(transitions, (score) => Math.exp(score * scale));
  knownSteps.set(transitions, { scale, steps });
  return steps;
}

/** exp(score − the best score of the token), so that nothing overflows; 0 for labels that are left out. */
function exponentials(
  { length, emissions }: Lattice,
  scale: number,
  best: Uint8Array | undefined,
): Float64Array {
  const weights = new Float64Array(length * labelCount);
  const least = best === undefined ? -Infinity : Math.log(smallestShare) / scale;
  for (let i = 0, row = 0; i < length; i++, row += labelCount) {
    let highest = emissions[row]!;
    for (let k = 1; k < labelCount; k++) if (emissions[row + k]! > highest) highest = emissions[row + k]!;
    for (let k = 0; k < labelCount; k++) {
      const behind = emissions[row + k]! - highest;
      if (behind >= least || k === best?.[i]) weights[row + k] = Math.exp(behind * scale);
    }
  }
  return weights;
}

function sumForward(forward: Float64Array, weights: Float64Array, steps: Float64Array, i: number): void {
  const row = i * labelCount;
  let total = 0;
  for (let label = 0; label < labelCount; label++) {
    const weight = weights[row + label]!;
    if (weight === 0) continue;
    let sum = 0;
    if (i === 0) sum = mayStart(label) ? 1 : 0;
    else {
      for (let k = predecessorStarts[label]!; k < predecessorStarts[label + 1]!; k++) {
        const previous = predecessorList[k]!;
        sum += forward[row - labelCount + previous]! * steps[previous * labelCount + label]!;
      }
    }
    sum *= weight;
    forward[row + label] = sum;
    total += sum;
  }
  for (let label = 0; label < labelCount; label++) forward[row + label] = forward[row + label]! / total;
}

function sumBackward(
  backward: Float64Array,
  weights: Float64Array,
  steps: Float64Array,
  i: number,
  length: number,
): void {
  const row = i * labelCount;
  if (i === length - 1) {
    for (let label = 0; label < labelCount; label++) backward[row + label] = mayEnd(label) ? 1 : 0;
    return;
  }
  let total = 0;
  for (let label = 0; label < labelCount; label++) {
    const after = backward[row + labelCount + label]! * weights[row + labelCount + label]!;
    if (after === 0) continue;
    for (let k = predecessorStarts[label]!; k < predecessorStarts[label + 1]!; k++) {
      const previous = predecessorList[k]!;
      const share = after * steps[previous * labelCount + label]!;
      backward[row + previous] = backward[row + previous]! + share;
      total += share;
    }
  }
  for (let label = 0; label < labelCount; label++) backward[row + label] = backward[row + label]! / total;
}
