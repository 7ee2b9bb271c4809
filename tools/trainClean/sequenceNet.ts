import { addProduct } from '../../src/core/clean/sequenceProduct.ts';
import { addBias, backLinear, layer } from './sequenceLayers.ts';
import type { Layer, SequenceText, Tensor, Tensors } from './sequenceLayers.ts';
import { backPool, poolPage } from './sequencePool.ts';
import type { Pool } from './sequencePool.ts';
import { backRecurrence, runRecurrence } from './sequenceRecurrence.ts';
import type { Direction, Run } from './sequenceRecurrence.ts';

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

/** All that one reading of a text computed, for the way back. */
interface Reading {
  readonly input: Layer;
  readonly words: UsedWords;
  readonly known: Layer;
  readonly knownMask: Float64Array;
  readonly context: Layer;
  readonly contextMask: Float64Array;
  readonly down: Run;
  readonly up: Run;
  readonly pool: Pool;
  readonly row: Layer;
  readonly top: Layer;
  readonly topMask: Float64Array;
  readonly odds: Layer;
}

/**
 * Computes the log-odds of the segments of a text and adds the slopes of the weighted logistic loss, times `scale`, to
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
  const reading = readText(t, shape, text, dropout, random);
  const loss = writeLoss(text, reading.odds, scale);
  sendBack(t, shape, text, reading);
  return loss;
}

const downward = (t: Tensors): Direction => ({
  input: t.downInput,
  bias: t.downBias,
  state: t.downState,
  isUpward: false,
  offset: 0,
});

const upward = (t: Tensors): Direction => ({
  input: t.upInput,
  bias: t.upBias,
  state: t.upState,
  isUpward: true,
  offset: t.upState.rows,
});

function readText(
  t: Tensors,
  { inputs, wordSize, hidden, units, head }: SequenceShape,
  text: SequenceText,
  dropout: Dropout,
  random: () => number,
): Reading {
  const { count } = text;
  const width = inputs + wordSize;
  const wide = 2 * units;
  const input = layer(count * width);
  const words = writeInputs(t, inputs, text, input.values, dropout, random);
  const known = layer(count * hidden);
  addBias(known.values, count, t.inputBias);
  addProduct(input.values, count, width, t.input.values, hidden, known.values);
  const knownMask = rectify(known.values, dropout.hidden, random);
  const context = layer(count * wide);
  const down = runRecurrence(downward(t), known.values, count, context.values);
  const up = runRecurrence(upward(t), known.values, count, context.values);
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
  return { input, words, known, knownMask, context, contextMask, down, up, pool, row, top, topMask, odds };
}

/** Adds the slopes of the loss to the tensors, from the slopes by the log-odds. */
function sendBack(
  t: Tensors,
  { inputs, wordSize, hidden, units, head }: SequenceShape,
  text: SequenceText,
  { input, words, known, knownMask, context, contextMask, down, up, pool, row, top, topMask, odds }: Reading,
): void {
  const { count } = text;
  const wide = 2 * units;
  backLinear(top, count, head, t.output, t.outputBias, odds.gradient);
  applyMask(top.gradient, topMask);
  backLinear(row, count, wide + hidden, t.head, t.headBias, top.gradient);
  const told = splitRows(row.gradient, context.gradient, contextMask, known.gradient, count, wide, hidden);
  backPool(t, text, pool, context, told, wide);
  backRecurrence(downward(t), known, count, context, down);
  backRecurrence(upward(t), known, count, context, up);
  applyMask(known.gradient, knownMask);
  backLinear(input, count, inputs + wordSize, t.input, t.inputBias, known.gradient);
  backWords(t, inputs, input.gradient, words);
}

/** The words of a text that were not dropped: their segments, their rows, and the factor of each segment. */
interface UsedWords {
  readonly segments: number[];
  readonly rows: number[];
  readonly scales: Float64Array;
}

function writeInputs(
  { vectors }: Tensors,
  plain: number,
  text: SequenceText,
  rows: Float64Array,
  dropout: Dropout,
  random: () => number,
): UsedWords {
  const { columns: size } = vectors;
  const width = plain + size;
  const used: UsedWords = { segments: [], rows: [], scales: new Float64Array(text.count) };
  const kept = 1 / (1 - dropout.inputs);
  for (let i = 0; i < text.count; i++) {
    for (let j = 0; j < plain; j++) {
      if (random() >= dropout.inputs) rows[i * width + j] = text.inputs[i * plain + j]! * kept;
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
      const from = used.rows[u]! * size;
      for (let j = 0; j < size; j++) {
        rows[i * width + plain + j]! += scale * vectors.values[from + j]!;
      }
    }
  }
  return used;
}

function backWords(t: Tensors, plain: number, gradient: Float64Array, used: UsedWords): void {
  const width = plain + t.vectors.columns;
  used.rows.forEach((row, u) => {
    const i = used.segments[u]!;
    for (let j = 0; j < t.vectors.columns; j++) {
      t.vectors.gradient[row * t.vectors.columns + j]! += used.scales[i]! * gradient[i * width + plain + j]!;
    }
  });
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
