/**
 * Trains the shipped entity model: `npm run train:entities -- DATA_FOLDER [--out FILE] [--epochs N]`.
 * DATA_FOLDER holds `open/winer-fr.train.jsonl.gz` and `open/wikigold-en.test.jsonl.gz`; see models/NOTICE-entities.md.
 * The same data, lists and code give the same file. Prints the scores on `open/winer-fr.dev.jsonl.gz`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { labelCount } from '../../src/core/entities/recogniser/labels.ts';
import { createEmissionRoom, type EmissionRoom } from '../../src/core/entities/recogniser/emissions.ts';
import {
  loadEntityModel,
  partsToModel,
  writeEntityModel,
  type EntityModelParts,
} from '../../src/core/entities/recogniser/model.ts';
import { readOnce } from '../../src/core/entities/recogniser/readDocument.ts';
import { gatherVotes, markVotes, type SentenceVotes } from '../../src/core/entities/recogniser/votes.ts';
import type { WordType } from '../../src/core/entities/recogniser/wordTypes.ts';
import { createLookup, labelDocument, readLabelledTexts, type LabelledText } from './corpus.ts';
import { createRandom, trainCrf } from './crf.ts';
import { formatScores, scoreModel } from './evaluate.ts';
import { countFeatures, makeExamples, type TrainingDocument } from './examples.ts';
import { generateFrench } from './generator/frenchDocuments.ts';
import { english, spanish } from './generator/languages.ts';
import { generatePlain } from './generator/plainDocuments.ts';
import { addPhraseFile, compileLexicon, lowerCaseWords, readLists, toLexicon } from './lexiconLists.ts';
import { quantise } from './quantise.ts';

const languages = ['fr', 'en', 'es'] as const;
const seed = 20261122;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    epochs: { type: 'string' },
    documents: { type: 'string' },
    weight: { type: 'string' },
    dropout: { type: 'string' },
    rate: { type: 'string' },
  },
});
const folder = positionals[0] ?? '../shared/eval/entities/dev';
const out = values.out ?? 'models/entities.bin';
const syntheticDocuments = Number(values.documents ?? 3000);
/** Generated sentences repeat themselves: each counts less than a real one. */
const syntheticWeight = Number(values.weight ?? 0.5);
/** Enough to read as a full training would, at half the price. */
const jackknifeEpochs = 3;
const started = Date.now();
const say = (line: string): void => {
  console.log(`[${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}`);
};

const winer = readLabelledTexts(`${folder}/open/winer-fr.train.jsonl.gz`);
const wikigold = readLabelledTexts(`${folder}/open/wikigold-en.test.jsonl.gz`);
const lists = readLists(`${import.meta.dirname}/lists`);
const nameLists = {
  firstNames: lists.get('firstName') ?? [],
  lastNames: lists.get('lastName') ?? [],
  cities: lists.get('city') ?? [],
  companies: lists.get('company') ?? [],
  bodies: lists.get('publicBody') ?? [],
  media: lists.get('media') ?? [],
  clubs: lists.get('club') ?? [],
};
const random = createRandom(seed);
const generated = [
  ...Array.from({ length: syntheticDocuments }, (_, i) => generateFrench(random, nameLists, `fr/${i}`)),
  ...Array.from({ length: syntheticDocuments / 2 }, (_, i) =>
    generatePlain(english, random, nameLists, `en/${i}`),
  ),
  ...Array.from({ length: syntheticDocuments / 3 }, (_, i) =>
    generatePlain(spanish, random, nameLists, `es/${i}`),
  ),
];
addPhraseFile(lists, `${folder}/lex/phr.tsv`);
const read = (name: string): string[] =>
  readLabelledTexts(`${folder}/open/${name}.jsonl.gz`).map((record) => record.text);
lists.set('commonWord', [
  ...lowerCaseWords([...read('winer-fr.train'), ...read('wikigold-en.test')], 1),
  ...lowerCaseWords([...read('newseye-fr.dev'), ...read('newseye-fr.dev2'), ...read('europeana-fr.all')], 2),
  ...lowerCaseWords(
    generated.map((record) => record.text),
    2,
  ),
]);
const lexiconData = compileLexicon(lists);
const lexicon = toLexicon(lexiconData);
const knownWords = new Map<string, WordType>();
const lookup = createLookup(lexicon, knownWords);

const toTraining = (records: readonly LabelledText[], weight: number): TrainingDocument[] =>
  records.map((record) => ({
    document: labelDocument(record, lookup, lexicon),
    weight,
    language: Math.max(
      0,
      languages.findIndex((code) => code === record.lang),
    ),
  }));

/** Learns from the documents, and packs what was learnt as a model file's parts. */
function train(
  documents: readonly TrainingDocument[],
  epochs: number,
  codes: readonly string[],
): EntityModelParts {
  const keys = countFeatures(documents, 2);
  const examples = makeExamples(documents, keys);
  const tokens = examples.reduce((sum, example) => sum + example.length, 0);
  say(`${documents.length} documents, ${tokens} tokens, ${keys.length} features`);
  const options = {
    epochs,
    learningRate: Number(values.rate ?? 0.1),
    decay: 1e-5,
    wordDropout: Number(values.dropout ?? 0.1),
    seed,
  };
  return {
    ...quantise(keys, trainCrf(examples, keys.length, options, say), labelCount),
    languages: codes,
    lexiconKeys: lexiconData.keys,
    lexiconBits: lexiconData.bits,
  };
}

/**
 * The votes of each document as a model gives them that has not learnt from it: one model per half. A model's reading
 * of what it learnt from would look better than any later reading, and votes would be trusted too far.
 */
function addVotes(documents: readonly TrainingDocument[]): TrainingDocument[] {
  const halves = [0, 1].map((half) => documents.filter((_, i) => i % 2 === half));
  return halves.flatMap((half, h) => {
    const model = partsToModel(train(halves[1 - h]!, jackknifeEpochs, languages));
    for (const word of knownWords.values()) word.sums = undefined;
    const room = createEmissionRoom(model);
    return half.map((training) => ({ ...training, votes: readVotes(training, room) }));
  });
}

function readVotes({ document, language }: TrainingDocument, room: EmissionRoom): SentenceVotes[] {
  const { sentences } = document.prepared;
  const { found } = readOnce(document.prepared, room, language);
  const votes = gatherVotes(sentences, found.flat());
  return sentences.map((sentence, s) => markVotes(sentence, votes, found[s]!));
}

const documents = addVotes([
  ...toTraining(winer, 1),
  ...toTraining(wikigold, 1),
  ...toTraining(generated, syntheticWeight),
]);
// French reads better alone; English and Spanish have too little of their own, and learn from the French too.
const epochs = Number(values.epochs ?? 6);
const french = train(
  documents.filter(({ language }) => language === 0),
  epochs,
  ['fr'],
);
const others = train(documents, epochs, languages);
const none = new Int32Array(0);
const data = writeEntityModel([french, { ...others, lexiconKeys: none, lexiconBits: none }]);
writeFileSync(out, data);
say(`${out}: ${data.length} bytes, ${gzipSync(data, { level: 9 }).length} with gzip`);

const dev = `${folder}/open/winer-fr.dev.jsonl.gz`;
if (existsSync(dev)) {
  const model = loadEntityModel(data);
  say(`winer-fr.dev  ${formatScores(scoreModel(model, readLabelledTexts(dev)))}`);
}
