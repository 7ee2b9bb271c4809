import type { SequenceTable } from '../../src/core/clean/sequenceModel.ts';
import { addProduct } from '../../src/core/clean/sequenceProduct.ts';
import { addOuter, addRows, transpose } from './sequenceMatrices.ts';

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

/** The values of a layer, and the slope of the loss by each. */
export interface Layer {
  readonly values: Float64Array;
  readonly gradient: Float64Array;
}

export const layer = (size: number): Layer => ({
  values: new Float64Array(size),
  gradient: new Float64Array(size),
});

/** Writes the bias into each of the rows. */
export function addBias(rows: Float64Array, count: number, bias: Tensor): void {
  for (let i = 0; i < count; i++) rows.set(bias.values, i * bias.columns);
}

/** The way back of rows · weights + bias: adds to the slopes of all three. */
export function backLinear(
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

/** Slopes of `squash` and `gate`, from their values. */
export function squashSlope(y: number): number {
  const rest = 1 - y * y;
  return rest * Math.sqrt(rest);
}

export function gateSlope(y: number): number {
  return 0.25 * squashSlope(2 * y - 1);
}
