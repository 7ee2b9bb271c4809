import { labelCount, mayEnd, mayStart, predecessors } from './labels.ts';

/**
 * Scores of a stretch of a sentence, tokens `from` up to `to`: `emissions` row-major tokens × labels of the whole
 * sentence of `length` tokens, `transitions` from-label × to-label. Any unit. The tokens beside the stretch, where the
 * sentence has any, are outside of names.
 */
export interface Lattice {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly emissions: Int32Array;
  readonly transitions: Int32Array;
}

const impossible = -(2 ** 30);

/** Room for the longest stretch, kept between calls: allocations per sentence would be most of the work. */
export interface LatticeRoom {
  back: Uint8Array;
  weights: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  readonly scores: Int32Array;
  readonly next: Int32Array;
}

export function createLatticeRoom(): LatticeRoom {
  return {
    back: new Uint8Array(0),
    weights: new Float64Array(0),
    forward: new Float64Array(0),
    backward: new Float64Array(0),
    scores: new Int32Array(labelCount),
    next: new Int32Array(labelCount),
  };
}

function makeRoom(room: LatticeRoom, length: number): void {
  const size = length * labelCount;
  if (room.back.length >= size) return;
  room.back = new Uint8Array(2 * size);
  room.weights = new Float64Array(2 * size);
  room.forward = new Float64Array(2 * size);
  room.backward = new Float64Array(2 * size);
}

/** Of each label, the labels before it, flat: `predecessorStarts[label]` up to `predecessorStarts[label + 1]`. */
const predecessorStarts = Int32Array.from({ length: labelCount + 1 }, (_, label) =>
  predecessors.slice(0, label).reduce((sum, list) => sum + list.length, 0),
);
const predecessorList = Int32Array.from(predecessors.flat());
const starts = Uint8Array.from({ length: labelCount }, (_, label) => (mayStart(label) ? 1 : 0));
const ends = Uint8Array.from({ length: labelCount }, (_, label) => (mayEnd(label) ? 1 : 0));

/** Writes the best valid labels of the stretch to `labels`, a token of the sentence each. */
export function decodeBest(lattice: Lattice, room: LatticeRoom, labels: Uint8Array): void {
  const { from, to, length, emissions, transitions } = lattice;
  if (to <= from) return;
  makeRoom(room, to - from);
  let { scores, next } = room;
  for (let label = 0; label < labelCount; label++) {
    const step = from > 0 ? transitions[label]! : 0;
    scores[label] = starts[label] === 1 ? step + emissions[from * labelCount + label]! : impossible;
  }
  for (let i = from + 1; i < to; i++) {
    stepForward(lattice, i, scores, next, room.back);
    [scores, next] = [next, scores];
  }
  if (to < length) {
    for (let label = 0; label < labelCount; label++)
      scores[label] = scores[label]! + transitions[label * labelCount]!;
  }
  traceBack(lattice, scores, room.back, labels);
}

function stepForward(
  lattice: Lattice,
  i: number,
  scores: Int32Array,
  next: Int32Array,
  back: Uint8Array,
): void {
  const { from, emissions, transitions } = lattice;
  const row = i * labelCount;
  const backRow = (i - from) * labelCount;
  const count = gatherClosedNames(scores, spreadOf(transitions));
  for (let label = 0; label < labelCount; label++) {
    let best = impossible * 2;
    let before = 0;
    if (starts[label] === 1) {
      for (let k = 0; k < count; k++) {
        const previous = closedLabels[k]!;
        const score = scores[previous]! + transitions[previous * labelCount + label]!;
        if (score > best) {
          best = score;
          before = previous;
        }
      }
    } else {
      // Inside and last follow begin and inside of their type, which are numbered right before them.
      const first = predecessorList[predecessorStarts[label]!]!;
      const scoreFirst = scores[first]! + transitions[first * labelCount + label]!;
      const scoreSecond = scores[first + 1]! + transitions[(first + 1) * labelCount + label]!;
      before = scoreSecond > scoreFirst ? first + 1 : first;
      best = Math.max(scoreFirst, scoreSecond);
    }
    next[label] = best + emissions[row + label]!;
    back[backRow + label] = before;
  }
}

const closedLabels = new Int32Array(labelCount);

/**
 * Lists the labels that close a name or are outside of any, but for those so far behind the best of them that no step
 * makes up for it: what the best reading of the next token comes from is among them.
 */
function gatherClosedNames(scores: Int32Array, spread: number): number {
  let best = scores[0]!;
  for (let label = 1; label < labelCount; label++)
    if (ends[label] === 1 && scores[label]! > best) best = scores[label]!;
  let count = 0;
  for (let label = 0; label < labelCount; label++)
    if (ends[label] === 1 && scores[label]! >= best - spread) closedLabels[count++] = label;
  return count;
}

const knownSpreads = new WeakMap<Int32Array, number>();

/** How much two steps to the same label can differ. */
function spreadOf(transitions: Int32Array): number {
  const known = knownSpreads.get(transitions);
  if (known !== undefined) return known;
  let spread = 0;
  for (let label = 0; label < labelCount; label++) {
    const steps = predecessors[label]!.map((previous) => transitions[previous * labelCount + label]!);
    spread = Math.max(spread, Math.max(...steps) - Math.min(...steps));
  }
  knownSpreads.set(transitions, spread);
  return spread;
}

function traceBack({ from, to }: Lattice, scores: Int32Array, back: Uint8Array, labels: Uint8Array): void {
  let best = 0;
  for (let label = 1; label < labelCount; label++) {
    if (ends[label] === 1 && scores[label]! > scores[best]!) best = label;
  }
  for (let i = to - 1; i >= from; i--) {
    labels[i] = best;
    best = back[(i - from) * labelCount + best]!;
  }
}

/** Labels less likely than this share of a token's best one, by the token alone, are left out of the sums. */
const smallestShare = 1e-5;

/**
 * The probability of each label at each token of the stretch, row-major from its first token on, by the forward and
 * backward sums over valid sequences. `scale` is what one unit of the scores is worth. `best`, a valid sequence such as
 * `decodeBest` finds, bounds the work: labels far behind are left out unless they are part of it. Without it the sums
 * are exact. The result lies in `room`: the next call overwrites it.
 */
export function labelProbabilities(
  lattice: Lattice,
  scale: number,
  room: LatticeRoom,
  best?: Uint8Array,
): Float64Array {
  const count = lattice.to - lattice.from;
  makeRoom(room, count);
  const { weights, forward, backward } = room;
  const steps = exponentialSteps(lattice.transitions, scale);
  exponentials(lattice, scale, best, weights);
  for (let i = 0; i < count; i++) sumForward(lattice, room, steps, i);
  for (let i = count - 1; i >= 0; i--) sumBackward(lattice, room, steps, i);
  for (let row = 0; row < count * labelCount; row += labelCount) {
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
  { from, to, emissions }: Lattice,
  scale: number,
  best: Uint8Array | undefined,
  weights: Float64Array,
): void {
  const powers = powersOf(scale);
  let out = 0;
  for (let i = from; i < to; i++) {
    const row = i * labelCount;
    let highest = emissions[row]!;
    for (let k = 1; k < labelCount; k++) if (emissions[row + k]! > highest) highest = emissions[row + k]!;
    for (let k = 0; k < labelCount; k++) {
      const behind = highest - emissions[row + k]!;
      if (behind < powers.length) weights[out++] = powers[behind]!;
      else weights[out++] = best === undefined || k === best[i] ? Math.exp(-behind * scale) : 0;
    }
  }
}

let knownPowers = { scale: 0, powers: new Float64Array(0) };

/** exp(−n × scale) for whole n, down to the smallest share that is asked for: scores are whole numbers. */
function powersOf(scale: number): Float64Array {
  if (knownPowers.scale !== scale) {
    const length = Math.ceil(-Math.log(smallestShare) / scale);
    knownPowers = { scale, powers: Float64Array.from({ length }, (_, n) => Math.exp(-n * scale)) };
  }
  return knownPowers.powers;
}

function sumForward(
  { from }: Lattice,
  { forward, weights }: LatticeRoom,
  steps: Float64Array,
  i: number,
): void {
  const row = i * labelCount;
  let total = 0;
  for (let label = 0; label < labelCount; label++) {
    const weight = weights[row + label]!;
    let sum = 0;
    if (weight !== 0) {
      if (i === 0) sum = starts[label] === 0 ? 0 : from > 0 ? steps[label]! : 1;
      else {
        for (let k = predecessorStarts[label]!; k < predecessorStarts[label + 1]!; k++) {
          const previous = predecessorList[k]!;
          sum += forward[row - labelCount + previous]! * steps[previous * labelCount + label]!;
        }
      }
    }
    sum *= weight;
    forward[row + label] = sum;
    total += sum;
  }
  for (let label = row; label < row + labelCount; label++) forward[label] = forward[label]! / total;
}

function sumBackward(
  { from, to, length }: Lattice,
  { backward, weights }: LatticeRoom,
  steps: Float64Array,
  i: number,
): void {
  const row = i * labelCount;
  if (i === to - from - 1) {
    for (let label = 0; label < labelCount; label++)
      backward[row + label] = ends[label] === 0 ? 0 : to < length ? steps[label * labelCount]! : 1;
    return;
  }
  backward.fill(0, row, row + labelCount);
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
  for (let label = row; label < row + labelCount; label++) backward[label] = backward[label]! / total;
}
