import type { FeatureTable } from './features.ts';
import type { Measures } from './measures.ts';
import { forEachWord, inputWidth, writeInputs } from './sequenceInputs.ts';
import type { Recurrence, SequenceModel, Weights } from './sequenceModel.ts';
import { addProduct } from './sequenceProduct.ts';

/** The network's log-odds of boilerplate for each segment of a text, from the whole sequence of them. */
export function sequenceOdds(model: SequenceModel, measures: Measures, features: FeatureTable): Float64Array {
  const { count } = measures;
  const wide = model.page.inputs;
  const width = model.input.outputs;
  const known = readSegments(model, measures, features);
  const context = new Float64Array(count * wide);
  runRecurrence(model.down, known, count, false, context, 0);
  runRecurrence(model.up, known, count, true, context, wide / 2);
  const page = readPage(model, measures, context);
  const rows = new Float64Array(count * (wide + width));
  for (let i = 0; i < count; i++) {
    const at = i * (wide + width);
    for (let j = 0; j < wide; j++) rows[at + j] = context[i * wide + j]! + page[j]!;
    for (let j = 0; j < width; j++) rows[at + wide + j] = known[i * width + j]!;
  }
  const head = applyLayer(rows, count, model.head, model.headBias);
  rectify(head);
  return applyLayer(head, count, model.output, model.outputBias);
}

/** What is known of each segment by itself: features and words, through one layer. */
function readSegments(model: SequenceModel, measures: Measures, features: FeatureTable): Float64Array {
  const width = model.input.inputs;
  const rows = new Float64Array(measures.count * width);
  for (let i = 0; i < measures.count; i++) {
    writeInputs(features, measures, model.scales, i, rows, i * width);
    addWords(model, measures, i, rows, i * width + inputWidth);
  }
  const known = applyLayer(rows, measures.count, model.input, model.inputBias);
  rectify(known);
  return known;
}

/** The sum of the vectors of the segment's known words over the root of their number. */
function addWords(
  { words, vectors }: SequenceModel,
  measures: Measures,
  i: number,
  rows: Float64Array,
  at: number,
): void {
  const size = vectors.outputs;
  let found = 0;
  forEachWord(measures, i, (hash) => {
    const word = words.get(hash);
    if (word === undefined) return;
    found++;
    for (let j = 0; j < size; j++) rows[at + j]! += vectors.values[word * size + j]!;
  });
  const scale = 1 / Math.sqrt(Math.max(1, found));
  for (let j = 0; j < size; j++) rows[at + j]! *= scale;
}

/** Writes the states of a layer for each segment at `context[segment][offset…]`. */
function runRecurrence(
  layer: Recurrence,
  rows: Float64Array,
  count: number,
  isUpward: boolean,
  context: Float64Array,
  offset: number,
): void {
  const units = layer.state.inputs;
  const gates = 3 * units;
  const fromRows = applyLayer(rows, count, layer.input, layer.bias);
  const fromState = new Float64Array(gates);
  const state = new Float64Array(units);
  for (let step = 0; step < count; step++) {
    const i = isUpward ? count - 1 - step : step;
    const x = i * gates;
    fromState.fill(0);
    addProduct(state, 1, units, layer.state.values, gates, fromState);
    for (let j = 0; j < units; j++) {
      const update = gate(fromRows[x + j]! + fromState[j]!);
      const reset = gate(fromRows[x + units + j]! + fromState[units + j]!);
      const candidate = squash(fromRows[x + 2 * units + j]! + reset * fromState[2 * units + j]!);
      state[j] = candidate + update * (state[j]! - candidate);
    }
    context.set(state, i * 2 * units + offset);
  }
}

/** What the segments say together, each weighted by its words and by what it is: added to the context of all. */
function readPage(model: SequenceModel, measures: Measures, context: Float64Array): Float64Array {
  const wide = model.page.inputs;
  const own = new Float64Array(measures.count);
  addProduct(context, measures.count, wide, model.pageWeight.values, 1, own);
  const mean = new Float64Array(wide);
  let total = 1;
  for (let i = 0; i < measures.count; i++) {
    const weight = pageShare(measures.words[i] ?? 0) * gate(own[i]!);
    total += weight;
    for (let j = 0; j < wide; j++) mean[j]! += weight * context[i * wide + j]!;
  }
  for (let j = 0; j < wide; j++) mean[j]! /= total;
  return applyLayer(mean, 1, model.page, model.pageBias);
}

/** How much a segment of so many words may tell of its page. */
export function pageShare(words: number): number {
  return Math.sqrt(1 + words);
}

/** A sigmoid from -1 to 1, of operations that every machine rounds alike; tanh and exp are not among them. */
export function squash(x: number): number {
  return x / Math.sqrt(1 + x * x);
}

/** The same from 0 to 1. */
export function gate(x: number): number {
  return 0.5 + 0.5 * squash(0.5 * x);
}

function applyLayer(rows: Float64Array, count: number, weights: Weights, bias: Weights): Float64Array {
  const { inputs, outputs, values } = weights;
  const sums = new Float64Array(count * outputs);
  for (let i = 0; i < count; i++) sums.set(bias.values, i * outputs);
  addProduct(rows, count, inputs, values, outputs, sums);
  return sums;
}

function rectify(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i]!);
}
