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
import { createLookup, labelDocument, type LabelledText } from './corpus.ts';
import { trainCrf } from './crf.ts';
import { countFeatures, makeExamples, type TrainingDocument } from './examples.ts';
import { toLexicon, type LexiconData } from './lexiconLists.ts';
import { quantise } from './quantise.ts';

/** The languages of the data; French comes first, and has a reader of its own. */
const languages = ['fr', 'en', 'es'];

export interface TrainingData {
  /** Labelled by hand. */
  readonly real: readonly LabelledText[];
  /** Written by the generator. */
  readonly generated: readonly LabelledText[];
  readonly lexicon: LexiconData;
}

export interface ModelOptions {
  readonly epochs: number;
  readonly seed: number;
}

/** Generated sentences repeat themselves: each counts less than a real one. */
const generatedWeight = 0.5;

/** Enough to read as a full training would, at half the price. */
const jackknifeEpochs = 3;

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
  const documents = trainer.withVotes([
    ...trainer.label(data.real, 1),
    ...trainer.label(data.generated, generatedWeight),
  ]);
  const french = documents.filter(({ language }) => language === 0);
  const none = new Int32Array(0);
  return writeEntityModel([
    trainer.train(french, options.epochs, languages.slice(0, 1)),
    { ...trainer.train(documents, options.epochs, languages), lexiconKeys: none, lexiconBits: none },
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

  label(records: readonly LabelledText[], weight: number): TrainingDocument[] {
    const lexicon = toLexicon(this.data.lexicon);
    const lookup = createLookup(lexicon, this.words);
    return records.map((record) => ({
      document: labelDocument(record, lookup, lexicon),
      weight,
      language: Math.max(0, languages.indexOf(record.lang)),
    }));
  }

  train(documents: readonly TrainingDocument[], epochs: number, codes: readonly string[]): EntityModelParts {
    const keys = countFeatures(documents, leastCount);
    const examples = makeExamples(documents, keys);
    const tokens = examples.reduce((sum, example) => sum + example.length, 0);
    this.say(`${documents.length} documents, ${tokens} tokens, ${keys.length} features`);
    const weights = trainCrf(
      examples,
      keys.length,
      { epochs, learningRate: 0.05, decay: 1e-5, wordDropout: 0.4, seed: this.options.seed },
      this.say,
    );
    return {
      ...quantise(keys, weights, labelCount),
      languages: codes,
      lexiconKeys: this.data.lexicon.keys,
      lexiconBits: this.data.lexicon.bits,
    };
  }

  /**
   * The votes of each document as a model gives them that has not learnt from it: one model per half. A model's reading
   * of what it learnt from would look better than any later reading, and votes would be trusted too far.
   */
  withVotes(documents: readonly TrainingDocument[]): TrainingDocument[] {
    const halves = [0, 1].map((half) => documents.filter((_, i) => i % 2 === half));
    return halves.flatMap((half, h) => {
      const model = partsToModel(this.train(halves[1 - h]!, jackknifeEpochs, languages));
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
