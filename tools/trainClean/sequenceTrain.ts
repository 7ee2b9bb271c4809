import { inputWidth } from '../../src/core/clean/sequenceInputs.ts';
import { sequenceTables } from '../../src/core/clean/sequenceModel.ts';
import type { SequenceData, SequenceTable, WeightsData } from '../../src/core/clean/sequenceModel.ts';
import { randomFrom } from './boost.ts';
import { prepare } from './examples.ts';
import type { Example } from './examples.ts';
import { augmentPage } from './sequenceAugment.ts';
import { learnText, newTensors } from './sequenceNet.ts';
import type { SequenceText, Tensor, Tensors } from './sequenceNet.ts';
import { readStandard, readVocabulary, toSequenceText } from './sequenceTexts.ts';
import type { Standard } from './sequenceTexts.ts';
import { sequenceOptions } from './sequenceSettings.ts';

/** A text and the share of the epochs that read it. */
interface Reading {
  readonly text: SequenceText;
  readonly share: number;
}

/** Trains the network on all variants of the pages, on pages made of them, and on texts as if their words were unknown. */
export function trainSequence(examples: readonly Example[], blind: readonly Example[]): SequenceData {
  const options = sequenceOptions;
  const random = randomFrom(options.seed);
  const standard = readStandard(examples.filter(({ source }) => source.variant !== 'clean'));
  const words = readVocabulary(
    examples.filter(({ source }) => source.variant === 'full'),
    options.leastSites,
  );
  const readings: Reading[] = examples.map((example) => ({
    text: toSequenceText(example, standard, words),
    share: options.shares[example.source.variant] ?? 1,
  }));
  for (const example of makePages(examples, random))
    readings.push({ text: toSequenceText(example, standard, words), share: 1 });
  for (const example of blind)
    readings.push({ text: toSequenceText(example, standard, words, true), share: 1 });
  const shape = { ...options.shape, inputs: inputWidth, words: words.size };
  const tensors = newTensors(shape, random);
  const steps = (readings.reduce((sum, { share }) => sum + share, 0) * options.epochs) / options.batch;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffle(
      readings.filter(({ share }) => random() < share),
      random,
    );
    let loss = 0;
    for (let at = 0; at < order.length; at += options.batch) {
      const batch = order.slice(at, at + options.batch);
      for (const name of sequenceTables) tensors[name].gradient.fill(0);
      for (const { text } of batch) {
        const weight = text.weights.reduce((sum, value) => sum + value, 0);
        const scale = 1 / (options.batch * 30 * Math.sqrt(Math.max(1, weight)));
        loss += learnText(tensors, shape, text, options.dropout, scale, random);
      }
      step++;
      moveWeights(tensors, step, step / steps);
    }
    console.log(`  epoch ${epoch + 1} of ${options.epochs}: loss ${(loss / order.length).toFixed(4)}`);
  }
  return toData(tensors, standard, words);
}

/** New pages from the whole ones, several of each. */
function makePages(examples: readonly Example[], random: () => number): Example[] {
  const pages = examples.filter(({ source }) => source.variant === 'full').map(({ source }) => source);
  const made: Example[] = [];
  for (let copy = 0; copy < sequenceOptions.copies; copy++) {
    for (const page of pages) {
      const others = pages.filter(({ site, language }) => site !== page.site && language === page.language);
      const example = prepare(augmentPage(page, others[Math.floor(random() * others.length)], random));
      if (example.measures.count > 0) made.push(example);
    }
  }
  return made;
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}

/** One step of Adam with decay of the weights (Loshchilov & Hutter 2019); the rate rises, then falls as a cosine. */
function moveWeights(tensors: Tensors, step: number, progress: number): void {
  const { rate, warmUp, decay, momentum, memory } = sequenceOptions;
  const now =
    rate * Math.min(1, progress / warmUp) * (0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress))) + 0.01);
  let norm = 0;
  for (const name of sequenceTables) for (const g of tensors[name].gradient) norm += g * g;
  const clip = 1 / Math.max(1, Math.sqrt(norm));
  const firstScale = 1 / (1 - momentum ** step);
  const secondScale = 1 / (1 - memory ** step);
  for (const name of sequenceTables) {
    const { values, gradient, first, second } = tensors[name];
    const pull = name.endsWith('Bias') ? 0 : decay;
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]! * clip;
      first[i] = momentum * first[i]! + (1 - momentum) * g;
      second[i] = memory * second[i]! + (1 - memory) * g * g;
      const move = (first[i]! * firstScale) / (Math.sqrt(second[i]! * secondScale) + 1e-6);
      values[i]! -= now * (move + pull * values[i]!);
    }
  }
}

/** The weights in bytes; the standardisation of the inputs goes into the first layer. */
function toData(
  tensors: Tensors,
  { scales, means, deviations }: Standard,
  words: ReadonlyMap<number, number>,
): SequenceData {
  const { input, inputBias } = tensors;
  means.forEach((mean, row) => {
    for (let j = 0; j < input.columns; j++) {
      const weight = input.values[row * input.columns + j]! / deviations[row]!;
      input.values[row * input.columns + j] = weight;
      inputBias.values[j]! -= mean * weight;
    }
  });
  const tables = Object.fromEntries(sequenceTables.map((name) => [name, toBytes(tensors[name])]));
  return {
    scales: [...scales],
    words: Buffer.from(Int32Array.from(words.keys()).buffer).toString('base64'),
    tables: tables as Record<SequenceTable, WeightsData>,
  };
}

function toBytes({ rows, columns, values }: Tensor): WeightsData {
  const bytes = new Int8Array(values.length);
  const steps: number[] = [];
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const step = Number(
      (own.reduce((size, value) => Math.max(size, Math.abs(value)), 1e-9) / 127).toPrecision(5),
    );
    steps.push(step);
    own.forEach((value, j) => {
      bytes[row * columns + j] = Math.max(-127, Math.min(127, Math.round(value / step)));
    });
  }
  return { outputs: columns, steps, bytes: Buffer.from(bytes.buffer).toString('base64') };
}
