import { inputWidth } from '../../src/core/clean/sequenceInputs.ts';
import { sequenceTables } from '../../src/core/clean/sequenceModel.ts';
import type { SequenceData, SequenceTable, WeightsData } from '../../src/core/clean/sequenceModel.ts';
import { randomFrom } from './boost.ts';
import { prepare, withoutWords, withTeasers } from './examples.ts';
import type { Example } from './examples.ts';
import type { LabelledText } from './labelledPages.ts';
import { augmentPage } from './sequenceAugment.ts';
import type { SequenceText, Tensor, Tensors } from './sequenceLayers.ts';
import { learnText, newTensors } from './sequenceNet.ts';
import type { SequenceShape } from './sequenceNet.ts';
import { readStandard, readVocabulary, toSequenceText } from './sequenceTexts.ts';
import type { Standard } from './sequenceTexts.ts';
import { sequenceOptions } from './sequenceSettings.ts';
import { blindShare, teaserShares, trainingSets } from './settings.ts';

/** A text and the share of the epochs that read it. */
interface Reading {
  readonly text: SequenceText;
  readonly share: number;
}

/** What the network learns from, and what it needs to know to read it. */
interface Lesson {
  readonly readings: readonly Reading[];
  readonly standard: Standard;
  readonly words: ReadonlyMap<number, number>;
}

/** Trains the network on the labelled texts, on pages made of them, and on some texts as if their words were unknown. */
export function trainSequence(texts: readonly LabelledText[]): SequenceData {
  const random = randomFrom(sequenceOptions.seed);
  const lesson = prepareLesson(texts, random);
  const shape = { ...sequenceOptions.shape, inputs: inputWidth, words: lesson.words.size };
  const tensors = newTensors(shape, random);
  learn(tensors, shape, lesson.readings, random);
  return toData(tensors, lesson.standard, lesson.words);
}

function prepareLesson(texts: readonly LabelledText[], random: () => number): Lesson {
  const examples = texts
    .filter(({ set }) => trainingSets.has(set))
    .map(prepare)
    .filter(({ measures }) => measures.count > 0);
  const blind = examples.filter(() => random() < blindShare).map(withoutWords);
  const full = examples.filter(({ source }) => source.variant === 'full');
  const standard = readStandard(examples.filter(({ source }) => source.variant !== 'clean'));
  const words = readVocabulary(full, sequenceOptions.leastSites);
  const read = (example: Example, isBlind = false): Reading => ({
    text: toSequenceText(example, standard, words, isBlind),
    share: isBlind ? 1 : (sequenceOptions.shares[example.source.variant] ?? 1),
  });
  const readings = [...examples, ...makePages(full, random)].map((example) => read(example));
  return { readings: [...readings, ...blind.map((example) => read(example, true))], standard, words };
}

function learn(
  tensors: Tensors,
  shape: SequenceShape,
  readings: readonly Reading[],
  random: () => number,
): void {
  const { epochs, batch, dropout, lossScale } = sequenceOptions;
  const steps = (readings.reduce((sum, { share }) => sum + share, 0) * epochs) / batch;
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const chosen = readings.filter(({ share }) => random() < share);
    const order = shuffle(chosen, random);
    let loss = 0;
    for (let at = 0; at < order.length; at += batch) {
      for (const name of sequenceTables) tensors[name].gradient.fill(0);
      for (const { text } of order.slice(at, at + batch)) {
        const weight = text.weights.reduce((sum, value) => sum + value, 0);
        const scale = lossScale / (batch * Math.sqrt(Math.max(1, weight)));
        loss += learnText(tensors, shape, text, dropout, scale, random);
      }
      step++;
      moveWeights(tensors, step, step / steps);
    }
    console.log(`Network, epoch ${epoch} of ${epochs}: loss ${(loss / order.length).toFixed(4)}`);
  }
}

/** New pages from the whole ones, several of each. */
function makePages(examples: readonly Example[], random: () => number): Example[] {
  const pages = examples.map(({ source }) => source);
  const made: Example[] = [];
  for (let copy = 0; copy < sequenceOptions.copies; copy++) {
    for (const page of pages) {
      const others = pages.filter(({ site, language }) => site !== page.site && language === page.language);
      const changed = augmentPage(page, others[Math.floor(random() * others.length)], random);
      const example = prepare(withTeasers(changed, pages, teaserShares.augmented, random));
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
