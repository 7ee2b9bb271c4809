import { createEmissionRoom, type EmissionRoom } from '../../src/core/entities/recogniser/emissions.ts';
import { labelCount } from '../../src/core/entities/recogniser/labels.ts';
import {
  partsToModel,
  writeEntityModel,
  type EntityModelParts,
} from '../../src/core/entities/recogniser/model.ts';
import { readOnce } from '../../src/core/entities/recogniser/readDocument.ts';
import { gatherVotes, markVotes, type SentenceVotes } from '../../src/core/entities/recogniser/votes.ts';
import type { WordType } from '../../src/core/entities/recogniser/wordTypes.ts';
import { averageWeights, type Learnt } from './averageWeights.ts';
import { createLookup, labelDocument, type LabelledText } from './corpus.ts';
import { trainCrf, type TrainingOptions } from './crf.ts';
import { countFeatures, makeExamples, type TrainingDocument } from './examples.ts';
import { toLexicon, type LexiconData } from './lexiconLists.ts';
import { quantise } from './quantise.ts';

/** The languages of the data; French comes first, and has a reader of its own. */
const languages = ['fr', 'en', 'es'];

export interface TrainingData {
  /** Labelled by hand. */
  readonly real: readonly LabelledText[];
  /** Writes labelled documents, others for another seed. */
  readonly generate: (seed: number) => readonly LabelledText[];
  readonly lexicon: LexiconData;
}

export interface ModelOptions {
  readonly epochs: number;
  /** One training each, whose average is the reader of French, and that of all languages. */
  readonly seeds: { readonly french: readonly number[]; readonly all: readonly number[] };
}

/** Generated sentences repeat themselves: each counts less than a real one. */
const generatedWeight = 0.5;

type WayToTrain = Pick<TrainingOptions, 'epochs' | 'learningRate' | 'wordDropout'>;

/** Small steps, and words often hidden: names are known by what stands around them, too. */
const careful = { learningRate: 0.05, wordDropout: 0.4 };

/**
 * How the readers are trained whose votes are learnt from, in turn: three epochs are half the price of a training, and
 * read a little worse. The first is sure of itself, the second doubts: the average copes with both.
 */
const voters: readonly WayToTrain[] = [
  { epochs: 3, learningRate: 0.1, wordDropout: 0.15 },
  { epochs: 3, ...careful },
];

/** A feature that was met once says nothing of the next text. */
const leastCount = 2;

/**
 * Trains the readers and packs them as a model file: one for French alone, which reads better without the others, and
 * one for all, since English and Spanish have too little data of their own. The same data and options give the same bytes.
 */
export function trainModel(
  data: TrainingData,
  options: ModelOptions,
  say: (line: string) => void,
): Uint8Array {
  const trainer = new Trainer(data, options, say);
  const none = new Int32Array(0);
  return writeEntityModel([
    trainer.trainReader(languages.slice(0, 1), options.seeds.french),
    { ...trainer.trainReader(languages, options.seeds.all), lexiconKeys: none, lexiconBits: none },
  ]);
}

/** What the steps of one training share: the lists, and the words already described. */
class Trainer {
  private readonly words = new Map<string, WordType>();
  private readonly data: TrainingData;
  private readonly options: ModelOptions;
  private readonly say: (line: string) => void;

  constructor(data: TrainingData, options: ModelOptions, say: (line: string) => void) {
    this.data = data;
    this.options = options;
    this.say = say;
  }

  /**
   * The average of a training for each seed, with an order and generated documents of its own. One alone depends on both
   * so much that two seeds differ by one F1 of organizations; the average reads better than any of them.
   */
  trainReader(codes: readonly string[], seeds: readonly number[]): EntityModelParts {
    const learnt = seeds.map((seed, i) => {
      const voter = voters[i % voters.length]!;
      const documents = this.withVotes(this.documentsOf(codes, seed), codes, voter, seed);
      return this.learn(documents, { epochs: this.options.epochs, ...careful }, seed);
    });
    return this.toParts(averageWeights(learnt), codes);
  }

  private documentsOf(codes: readonly string[], seed: number): TrainingDocument[] {
    return [
      ...this.label(this.data.real, codes, 1),
      ...this.label(this.data.generate(seed), codes, generatedWeight),
    ];
  }

  private label(
    records: readonly LabelledText[],
    codes: readonly string[],
    weight: number,
  ): TrainingDocument[] {
    const lexicon = toLexicon(this.data.lexicon);
    const lookup = createLookup(lexicon, this.words);
    return records
      .filter(({ lang }) => codes.includes(lang))
      .map((record) => ({
        document: labelDocument(record, lookup, lexicon),
        weight,
        language: codes.indexOf(record.lang),
      }));
  }

  private learn(documents: readonly TrainingDocument[], way: WayToTrain, seed: number): Learnt {
    const keys = countFeatures(documents, leastCount);
    const examples = makeExamples(documents, keys);
    const tokens = examples.reduce((sum, example) => sum + example.length, 0);
    this.say(`${documents.length} documents, ${tokens} tokens, ${keys.length} features`);
    const weights = trainCrf(examples, keys.length, { ...way, decay: 1e-5, seed }, this.say);
    return { keys, weights };
  }

  private toParts({ keys, weights }: Learnt, codes: readonly string[]): EntityModelParts {
    return {
      ...quantise(keys, weights, labelCount),
      languages: codes,
      lexiconKeys: this.data.lexicon.keys,
      lexiconBits: this.data.lexicon.bits,
    };
  }

  /**
   * The votes of each document as a reader of the same languages gives them that has not learnt from it: one reader per
   * half. A reading of what was learnt from would look better than any later one, and votes would be trusted too far.
   */
  private withVotes(
    documents: readonly TrainingDocument[],
    codes: readonly string[],
    voter: WayToTrain,
    seed: number,
  ): TrainingDocument[] {
    const halves = [0, 1].map((half) => documents.filter((_, i) => i % 2 === half));
    return halves.flatMap((half, h) => {
      const model = partsToModel(this.toParts(this.learn(halves[1 - h]!, voter, seed), codes));
      for (const word of this.words.values()) word.sums = undefined;
      const room = createEmissionRoom(model);
      return half.map((training) => ({ ...training, votes: readVotes(training, room) }));
    });
  }
}

function readVotes({ document, language }: TrainingDocument, room: EmissionRoom): SentenceVotes[] {
  const { sentences } = document.prepared;
  const { found } = readOnce(document.prepared, room, language);
  const votes = gatherVotes(sentences, found.flat());
  return sentences.map((sentence, s) => markVotes(sentence, votes, found[s]!));
}
