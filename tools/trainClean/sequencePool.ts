import { gate } from '../../src/core/clean/sequence.ts';
import { addProduct } from '../../src/core/clean/sequenceProduct.ts';
import { backLinear, gateSlope, layer } from './sequenceLayers.ts';
import type { Layer, SequenceText, Tensors } from './sequenceLayers.ts';
import { addOuter } from './sequenceMatrices.ts';

/** What the page says as a whole: the weights of its segments, their mean, and what it tells each. */
export interface Pool {
  readonly gates: Float64Array;
  readonly mean: Layer;
  readonly told: Float64Array;
  readonly total: number;
}

export function poolPage(t: Tensors, text: SequenceText, context: Float64Array, wide: number): Pool {
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

/** The way back of `poolPage`. */
export function backPool(
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
