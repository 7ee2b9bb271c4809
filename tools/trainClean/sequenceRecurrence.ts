import { gate, squash } from '../../src/core/clean/sequence.ts';
import { addProduct } from '../../src/core/clean/sequenceProduct.ts';
import { addBias, backLinear, gateSlope, squashSlope } from './sequenceLayers.ts';
import type { Layer, Tensor } from './sequenceLayers.ts';
import { addOuter, transpose } from './sequenceMatrices.ts';

/** A recurrent layer that reads the segments downward or upward. */
export interface Direction {
  readonly input: Tensor;
  readonly bias: Tensor;
  readonly state: Tensor;
  readonly isUpward: boolean;
  /** Where its states stand in the context of a segment. */
  readonly offset: number;
}

/** Per segment: update, reset, candidate, and what the state said to the candidate; then the state before. */
export interface Run {
  readonly gates: Float64Array;
  readonly before: Float64Array;
}

/** Writes the states of each segment at `context[segment][offset…]`. */
export function runRecurrence(
  { input, bias, state, isUpward, offset }: Direction,
  rows: Float64Array,
  count: number,
  context: Float64Array,
): Run {
  const { rows: width } = input;
  const { rows: units } = state;
  const fromRows = new Float64Array(count * 3 * units);
  addBias(fromRows, count, bias);
  addProduct(rows, count, width, input.values, 3 * units, fromRows);
  const gates = new Float64Array(count * 4 * units);
  const before = new Float64Array(count * units);
  const fromState = new Float64Array(3 * units);
  const now = new Float64Array(units);
  for (let step = 0; step < count; step++) {
    const i = isUpward ? count - 1 - step : step;
    before.set(now, i * units);
    fromState.fill(0);
    addProduct(now, 1, units, state.values, 3 * units, fromState);
    const x = i * 3 * units;
    const g = i * 4 * units;
    for (let j = 0; j < units; j++) {
      const update = gate(fromRows[x + j]! + fromState[j]!);
      const reset = gate(fromRows[x + units + j]! + fromState[units + j]!);
      const told = fromState[2 * units + j]!;
      const candidate = squash(fromRows[x + 2 * units + j]! + reset * told);
      gates[g + j] = update;
      gates[g + units + j] = reset;
      gates[g + 2 * units + j] = candidate;
      gates[g + 3 * units + j] = told;
      now[j] = candidate + update * (now[j]! - candidate);
      context[i * 2 * units + offset + j] = now[j]!;
    }
  }
  return { gates, before };
}

/** The way back of `runRecurrence`. */
export function backRecurrence(
  { input, bias, state, isUpward, offset }: Direction,
  rows: Layer,
  count: number,
  context: Layer,
  { gates, before }: Run,
): void {
  const { rows: width } = input;
  const { rows: units } = state;
  const byRow = new Float64Array(count * 3 * units);
  const byState = new Float64Array(count * 3 * units);
  const turned = transpose(state.values, units, 3 * units);
  const carried = new Float64Array(units);
  for (let step = count - 1; step >= 0; step--) {
    const i = isUpward ? count - 1 - step : step;
    const x = i * 3 * units;
    const g = i * 4 * units;
    for (let j = 0; j < units; j++) {
      const by = carried[j]! + context.gradient[i * 2 * units + offset + j]!;
      const update = gates[g + j]!;
      const reset = gates[g + units + j]!;
      const candidate = gates[g + 2 * units + j]!;
      const byUpdate = by * (before[i * units + j]! - candidate) * gateSlope(update);
      const byCandidate = by * (1 - update) * squashSlope(candidate);
      const byReset = byCandidate * gates[g + 3 * units + j]! * gateSlope(reset);
      byRow[x + j] = byState[x + j] = byUpdate;
      byRow[x + units + j] = byState[x + units + j] = byReset;
      byRow[x + 2 * units + j] = byCandidate;
      byState[x + 2 * units + j] = byCandidate * reset;
      carried[j] = by * update;
    }
    addProduct(byState, 1, 3 * units, turned, units, carried, x);
  }
  addOuter(before, count, units, byState, 3 * units, state.gradient);
  backLinear(rows, count, width, input, bias, byRow);
}
