import { gate, squash } from '../../src/core/clean/sequence.ts';
import type { SequenceTable } from '../../src/core/clean/sequenceModel.ts';
import { addProduct } from '../../src/core/clean/sequenceProduct.ts';
import { addOuter, addRows, transpose } from './sequenceMatrices.ts';

/** A text as the network reads it: standardised inputs, known words, and what is to be learned. */
export interface SequenceText {
  readonly count: number;
  readonly inputs: Float32Array;
  /** Rows of the words of all segments, and where each segment's begin. */
  readonly words: Int32Array;
  readonly wordStarts: Int32Array;
  /** Weight of each segment in the page's summary. */
  readonly sizes: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export interface SequenceShape {
  readonly inputs: number;
  readonly words: number;
  readonly wordSize: number;
  readonly hidden: number;
  readonly units: number;
  readonly head: number;
}

/** Shares of values that are set to nothing while learning, so that no single one is relied on. */
export interface Dropout {
  readonly inputs: number;
  readonly words: number;
  readonly hidden: number;
  readonly head: number;
}

/** Weights that are learned, with their gradient and the running moments of Adam. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  readonly gradient: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export type Tensors = Readonly<Record<SequenceTable, Tensor>>;

export function newTensors(shape: SequenceShape, random: () => number): Tensors {
  const { inputs, words, wordSize, hidden, units, head } = shape;
  const tensor = (rows: number, columns: number, size = 1 / Math.sqrt(rows)): Tensor => {
    const column = (): Float64Array => new Float64Array(rows * columns);
    const values = column().map(() => size * normal(random));
    return { rows, columns, values, gradient: column(), first: column(), second: column() };
  };
  const updateBias = (): Tensor => {
    const bias = tensor(1, 3 * units, 0);
    bias.values.fill(1, 0, units);
    return bias;
  };
  return {
    vectors: tensor(words, wordSize, 0.1),
    input: tensor(inputs + wordSize, hidden),
    inputBias: tensor(1, hidden, 0),
    downInput: tensor(hidden, 3 * units),
    downBias: updateBias(),
    downState: tensor(units, 3 * units),
    upInput: tensor(hidden, 3 * units),
    upBias: updateBias(),
    upState: tensor(units, 3 * units),
    pageWeight: tensor(2 * units, 1, 0.1),
    page: tensor(2 * units, 2 * units, 0.3 / Math.sqrt(2 * units)),
    pageBias: tensor(1, 2 * units, 0),
    head: tensor(2 * units + hidden, head),
    headBias: tensor(1, head, 0),
    output: tensor(head, 1),
    outputBias: tensor(1, 1, 0),
  };
}

/** About normal, of variance 1: the sum of twelve uniform numbers. */
function normal(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

interface Layer {
  /** Inputs of the layer, its values, and the gradient of the loss by its values. */
  readonly values: Float64Array;
  readonly gradient: Float64Array;
}

const layer = (size: number): Layer => ({ values: new Float64Array(size), gradient: new Float64Array(size) });

/**
 * Computes the log-odds of the segments of a text and adds the gradient of the weighted logistic loss, times `scale`, to
 * the tensors. Returns the mean loss.
 */
export function learnText(
  t: Tensors,
  shape: SequenceShape,
  text: SequenceText,
  dropout: Dropout,
  scale: number,
  random: () => number,
): number {
  const { count } = text;
  const { hidden, units, head } = shape;
  const width = shape.inputs + shape.wordSize;
  const wide = 2 * units;

  // Forward.
  const input = layer(count * width);
  const words = writeInputs(t, shape, text, input.values, dropout, random);
  const known = layer(count * hidden);
  addBias(known.values, count, t.inputBias);
  addProduct(input.values, count, width, t.input.values, hidden, known.values);
  const knownMask = rectify(known.values, dropout.hidden, random);
  const context = layer(count * wide);
  const down = runRecurrence(
    known.values,
    count,
    hidden,
    units,
    t.downInput,
    t.downBias,
    t.downState,
    false,
    context.values,
    0,
  );
  const up = runRecurrence(
    known.values,
    count,
    hidden,
    units,
    t.upInput,
    t.upBias,
    t.upState,
    true,
    context.values,
    units,
  );
  const pool = poolPage(t, text, context.values, wide);
  const row = layer(count * (wide + hidden));
  const contextMask = mask(count * wide, dropout.hidden, random);
  joinRows(row.values, context.values, contextMask, pool.told, known.values, count, wide, hidden);
  const top = layer(count * head);
  addBias(top.values, count, t.headBias);
  addProduct(row.values, count, wide + hidden, t.head.values, head, top.values);
  const topMask = rectify(top.values, dropout.head, random);
  const odds = layer(count);
  addBias(odds.values, count, t.outputBias);
  addProduct(top.values, count, head, t.output.values, 1, odds.values);

  const loss = writeLoss(text, odds, scale);

  // Backward, in the reverse order.
  backLinear(top, count, head, t.output, t.outputBias, odds.gradient);
  applyMask(top.gradient, topMask);
  backLinear(row, count, wide + hidden, t.head, t.headBias, top.gradient);
  const toldGradient = splitRows(
    row.gradient,
    context.gradient,
    contextMask,
    known.gradient,
    count,
    wide,
    hidden,
  );
  backPool(t, text, pool, context, toldGradient, wide);
  backRecurrence(known, count, hidden, units, t.downInput, t.downBias, t.downState, false, context, 0, down);
  backRecurrence(known, count, hidden, units, t.upInput, t.upBias, t.upState, true, context, units, up);
  applyMask(known.gradient, knownMask);
  backLinear(input, count, width, t.input, t.inputBias, known.gradient);
  backWords(t, shape, input.gradient, words);
  return loss;
}

interface UsedWords {
  readonly segments: number[];
  readonly rows: number[];
  readonly scales: Float64Array;
}

function writeInputs(
  t: Tensors,
  shape: SequenceShape,
  text: SequenceText,
  rows: Float64Array,
  dropout: Dropout,
  random: () => number,
): UsedWords {
  const width = shape.inputs + shape.wordSize;
  const used: UsedWords = { segments: [], rows: [], scales: new Float64Array(text.count) };
  const kept = 1 / (1 - dropout.inputs);
  for (let i = 0; i < text.count; i++) {
    for (let j = 0; j < shape.inputs; j++) {
      if (random() >= dropout.inputs) rows[i * width + j] = text.inputs[i * shape.inputs + j]! * kept;
    }
    const first = used.rows.length;
    for (let w = text.wordStarts[i]!; w < text.wordStarts[i + 1]!; w++) {
      if (random() < dropout.words) continue;
      used.segments.push(i);
      used.rows.push(text.words[w]!);
    }
    const scale = 1 / Math.sqrt(Math.max(1, used.rows.length - first));
    used.scales[i] = scale;
    for (let u = first; u < used.rows.length; u++) {
      const from = used.rows[u]! * shape.wordSize;
      for (let j = 0; j < shape.wordSize; j++) {
        rows[i * width + shape.inputs + j]! += scale * t.vectors.values[from + j]!;
      }
    }
  }
  return used;
}

function backWords(t: Tensors, shape: SequenceShape, gradient: Float64Array, used: UsedWords): void {
  const width = shape.inputs + shape.wordSize;
  used.rows.forEach((row, u) => {
    const i = used.segments[u]!;
    for (let j = 0; j < shape.wordSize; j++) {
      t.vectors.gradient[row * shape.wordSize + j]! +=
        used.scales[i]! * gradient[i * width + shape.inputs + j]!;
    }
  });
}

function addBias(rows: Float64Array, count: number, bias: Tensor): void {
  for (let i = 0; i < count; i++) rows.set(bias.values, i * bias.columns);
}

function mask(size: number, dropped: number, random: () => number): Float64Array {
  const kept = 1 / (1 - dropped);
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) values[i] = random() < dropped ? 0 : kept;
  return values;
}

/** Sets what is negative or dropped to 0; returns the factors, for the way back. */
function rectify(values: Float64Array, dropped: number, random: () => number): Float64Array {
  const factors = mask(values.length, dropped, random);
  for (let i = 0; i < values.length; i++) {
    if (values[i]! <= 0) factors[i] = 0;
    values[i]! *= factors[i]!;
  }
  return factors;
}

function applyMask(gradient: Float64Array, factors: Float64Array): void {
  for (let i = 0; i < gradient.length; i++) gradient[i]! *= factors[i]!;
}

function backLinear(
  from: Layer,
  count: number,
  width: number,
  weights: Tensor,
  bias: Tensor,
  gradient: Float64Array,
): void {
  const { columns } = weights;
  addRows(gradient, count, columns, bias.gradient);
  addOuter(from.values, count, width, gradient, columns, weights.gradient);
  addProduct(gradient, count, columns, transpose(weights.values, width, columns), width, from.gradient);
}

/** Per segment: update, reset, candidate, and what the state said to the candidate; then the state before. */
interface Run {
  readonly gates: Float64Array;
  readonly before: Float64Array;
}

function runRecurrence(
  rows: Float64Array,
  count: number,
  width: number,
  units: number,
  input: Tensor,
  bias: Tensor,
  state: Tensor,
  isBackward: boolean,
  context: Float64Array,
  offset: number,
): Run {
  const fromRows = new Float64Array(count * 3 * units);
  addBias(fromRows, count, bias);
  addProduct(rows, count, width, input.values, 3 * units, fromRows);
  const gates = new Float64Array(count * 4 * units);
  const before = new Float64Array(count * units);
  const fromState = new Float64Array(3 * units);
  const now = new Float64Array(units);
  for (let step = 0; step < count; step++) {
    const i = isBackward ? count - 1 - step : step;
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

function backRecurrence(
  rows: Layer,
  count: number,
  width: number,
  units: number,
  input: Tensor,
  bias: Tensor,
  state: Tensor,
  isBackward: boolean,
  context: Layer,
  offset: number,
  { gates, before }: Run,
): void {
  const byRow = new Float64Array(count * 3 * units);
  const byState = new Float64Array(count * 3 * units);
  const turned = transpose(state.values, units, 3 * units);
  const carried = new Float64Array(units);
  for (let step = count - 1; step >= 0; step--) {
    const i = isBackward ? count - 1 - step : step;
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

/** Slopes of `squash` and `gate`, from their values. */
function squashSlope(y: number): number {
  const rest = 1 - y * y;
  return rest * Math.sqrt(rest);
}

function gateSlope(y: number): number {
  return 0.25 * squashSlope(2 * y - 1);
}

interface Pool {
  readonly gates: Float64Array;
  readonly mean: Layer;
  readonly told: Float64Array;
  readonly total: number;
}

function poolPage(t: Tensors, text: SequenceText, context: Float64Array, wide: number): Pool {
  const gates = new Float64Array(text.count);
  addProduct(context, text.count, wide, t.pageWeight.values, 1, gates);
  const mean = layer(wide);
  let total = 1;
  for (let i = 0; i < text.count; i++) {
    gates[i] = gate(gates[i]!);
    const weight = text.sizes[i]! * gates[i]!;
    total += weight;
    for (let j = 0; j < wide; j++) mean.values[j]! += weight * context[i * wide + j]!;
  }
  for (let j = 0; j < wide; j++) mean.values[j]! /= total;
  const told = Float64Array.from(t.pageBias.values);
  addProduct(mean.values, 1, wide, t.page.values, wide, told);
  return { gates, mean, told, total };
}

function backPool(
  t: Tensors,
  text: SequenceText,
  pool: Pool,
  context: Layer,
  toldGradient: Float64Array,
  wide: number,
): void {
  const { gates, mean, total } = pool;
  backLinear(mean, 1, wide, t.page, t.pageBias, toldGradient);
  let common = 0;
  for (let j = 0; j < wide; j++) common += mean.gradient[j]! * mean.values[j]!;
  const byGate = new Float64Array(text.count);
  for (let i = 0; i < text.count; i++) {
    const weight = text.sizes[i]! * gates[i]!;
    let own = 0;
    for (let j = 0; j < wide; j++) {
      own += mean.gradient[j]! * context.values[i * wide + j]!;
      context.gradient[i * wide + j]! += (weight / total) * mean.gradient[j]!;
    }
    byGate[i] = (text.sizes[i]! / total) * (own - common) * gateSlope(gates[i]!);
  }
  addOuter(context.values, text.count, wide, byGate, 1, t.pageWeight.gradient);
  addProduct(byGate, text.count, 1, t.pageWeight.values, wide, context.gradient);
}

function joinRows(
  rows: Float64Array,
  context: Float64Array,
  factors: Float64Array,
  told: Float64Array,
  known: Float64Array,
  count: number,
  wide: number,
  hidden: number,
): void {
  const width = wide + hidden;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < wide; j++) {
      rows[i * width + j] = (context[i * wide + j]! + told[j]!) * factors[i * wide + j]!;
    }
    for (let j = 0; j < hidden; j++) rows[i * width + wide + j] = known[i * hidden + j]!;
  }
}

/** The way back of `joinRows`; returns the gradient of what the page told. */
function splitRows(
  gradient: Float64Array,
  context: Float64Array,
  factors: Float64Array,
  known: Float64Array,
  count: number,
  wide: number,
  hidden: number,
): Float64Array {
  const told = new Float64Array(wide);
  const width = wide + hidden;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < wide; j++) {
      const by = gradient[i * width + j]! * factors[i * wide + j]!;
      context[i * wide + j]! += by;
      told[j]! += by;
    }
    for (let j = 0; j < hidden; j++) known[i * hidden + j]! += gradient[i * width + wide + j]!;
  }
  return told;
}

function writeLoss({ labels, weights, count }: SequenceText, odds: Layer, scale: number): number {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const z = odds.values[i]!;
    const weight = weights[i]!;
    odds.gradient[i] = scale * weight * (1 / (1 + Math.exp(-z)) - labels[i]!);
    sum += weight * Math.log1p(Math.exp(labels[i] === 1 ? -z : z));
    total += weight;
  }
  return sum / Math.max(1e-9, total);
}
