import { inputWidth, sequenceColumns } from './sequenceInputs.ts';

/** A table of weights, row after row: one row per input, one column per output. */
export interface Weights {
  readonly inputs: number;
  readonly outputs: number;
  readonly values: Float64Array;
}

/** A gated recurrent layer (Cho et al. 2014) over the segments, read in one direction. */
export interface Recurrence {
  /** From what is known of a segment to the update, the reset and the candidate of each unit. */
  readonly input: Weights;
  readonly bias: Weights;
  /** From the state after the segment before to the same three. */
  readonly state: Weights;
}

/** A small recurrent network that reads the segments of a text as a sequence, both ways. */
export interface SequenceModel {
  /** By column of `sequenceColumns`: the size that counts half. */
  readonly scales: Float64Array;
  /** Row of a word in `vectors`, by the hash that `forEachWord` gives. */
  readonly words: ReadonlyMap<number, number>;
  readonly vectors: Weights;
  readonly input: Weights;
  readonly inputBias: Weights;
  readonly down: Recurrence;
  readonly up: Recurrence;
  /** How much each segment tells of the page as a whole, and what the whole tells each. */
  readonly pageWeight: Weights;
  readonly page: Weights;
  readonly pageBias: Weights;
  readonly head: Weights;
  readonly headBias: Weights;
  readonly output: Weights;
  readonly outputBias: Weights;
}

/** A table of weights in a model file: bytes as base64, and what one step of a row's bytes is worth. */
export interface WeightsData {
  readonly outputs: number;
  readonly steps: readonly number[];
  readonly bytes: string;
}

export const sequenceTables = [
  'vectors',
  'input',
  'inputBias',
  'downInput',
  'downBias',
  'downState',
  'upInput',
  'upBias',
  'upState',
  'pageWeight',
  'page',
  'pageBias',
  'head',
  'headBias',
  'output',
  'outputBias',
] as const;

export type SequenceTable = (typeof sequenceTables)[number];

/** The network as it stands in a model file. */
export interface SequenceData {
  readonly scales: readonly number[];
  /** The hashes of the words, four bytes each, the lowest first, as base64. */
  readonly words: string;
  readonly tables: Readonly<Record<SequenceTable, WeightsData>>;
}

/** Throws a RangeError where tables are missing or do not fit each other. */
export function loadSequence(data: SequenceData): SequenceModel {
  const hashes = readHashes(decodeBase64(data.words));
  const table = (name: SequenceTable, inputs?: number): Weights =>
    readWeights(name, data.tables[name], inputs);
  const vectors = table('vectors', hashes.length);
  const input = table('input', inputWidth + vectors.outputs);
  const downState = table('downState');
  const units = downState.inputs;
  const model: SequenceModel = {
    scales: Float64Array.from(data.scales),
    words: new Map(hashes.map((hash, row) => [hash, row])),
    vectors,
    input,
    inputBias: table('inputBias', 1),
    down: { input: table('downInput', input.outputs), bias: table('downBias', 1), state: downState },
    up: { input: table('upInput', input.outputs), bias: table('upBias', 1), state: table('upState', units) },
    pageWeight: table('pageWeight', 2 * units),
    page: table('page', 2 * units),
    pageBias: table('pageBias', 1),
    head: table('head', 2 * units + input.outputs),
    headBias: table('headBias', 1),
    output: table('output'),
    outputBias: table('outputBias', 1),
  };
  checkOutputs(model, units);
  if (model.scales.length !== sequenceColumns.length)
    throw new RangeError('The network was trained for other columns.');
  return model;
}

function checkOutputs(
  {
    input,
    inputBias,
    down,
    up,
    pageWeight,
    page,
    pageBias,
    head,
    headBias,
    output,
    outputBias,
  }: SequenceModel,
  units: number,
): void {
  const gates = [down, up].flatMap((layer) => [layer.input, layer.bias, layer.state]);
  const fits =
    gates.every((weights) => weights.outputs === 3 * units) &&
    inputBias.outputs === input.outputs &&
    pageWeight.outputs === 1 &&
    page.outputs === 2 * units &&
    pageBias.outputs === 2 * units &&
    headBias.outputs === head.outputs &&
    output.inputs === head.outputs &&
    output.outputs === 1 &&
    outputBias.outputs === 1;
  if (!fits) throw new RangeError('The tables of the network do not fit each other.');
}

function readWeights(name: string, data: WeightsData | undefined, inputs?: number): Weights {
  if (data === undefined) throw new RangeError(`The network has no table ${name}.`);
  const { steps, outputs } = data;
  const bytes = decodeBase64(data.bytes);
  if (bytes.length !== steps.length * outputs || (inputs !== undefined && inputs !== steps.length)) {
    throw new RangeError(`The table ${name} of the network has ${bytes.length} weights.`);
  }
  const values = new Float64Array(bytes.length);
  steps.forEach((step, row) => {
    for (let j = row * outputs; j < (row + 1) * outputs; j++)
      values[j] = (((bytes[j] ?? 0) << 24) >> 24) * step;
  });
  return { inputs: steps.length, outputs, values };
}

function readHashes(bytes: Uint8Array): number[] {
  const hashes: number[] = [];
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    hashes.push(bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
  }
  return hashes;
}

const base64Signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Core has no Buffer. Stops at the padding; signs that are none count as the first. */
export function decodeBase64(text: string): Uint8Array {
  const end = text.indexOf('=');
  const length = end < 0 ? text.length : end;
  const bytes = new Uint8Array((length * 3) >> 2);
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    bits = (bits << 6) | Math.max(0, base64Signs.indexOf(text.charAt(i)));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = (bits >> count) & 0xff;
    bits &= (1 << count) - 1;
  }
  return bytes;
}
