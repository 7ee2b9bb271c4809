/**
 * Trains the shipped entity model: `npm run train:entities -- DATA_FOLDER [--out FILE] [--epochs N]`.
 * DATA_FOLDER holds `open/winer-fr.train.jsonl.gz` and `open/wikigold-en.test.jsonl.gz`; see models/NOTICE-entities.md.
 * The same data, lists and code give the same file. Prints the scores on `open/winer-fr.dev.jsonl.gz`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { labelCount } from '../../src/core/entities/recogniser/labels.ts';
import { loadEntityModel, writeEntityModel } from '../../src/core/entities/recogniser/model.ts';
import { createLookup, labelDocument, readLabelledTexts, type LabelledText } from './corpus.ts';
import { createRandom, trainCrf } from './crf.ts';
import { formatScores, scoreModel } from './evaluate.ts';
import { countFeatures, makeExamples, type TrainingDocument } from './examples.ts';
import { generateFrench } from './generator/frenchDocuments.ts';
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
const generated = Array.from({ length: syntheticDocuments }, (_, i) =>
  generateFrench(random, nameLists, `generated/${i}`),
);
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
const lookup = createLookup(lexicon);

const toTraining = (records: readonly LabelledText[], weight: number): TrainingDocument[] =>
  records.map((record) => ({
    document: labelDocument(record, lookup, lexicon),
    weight,
    language: Math.max(
      0,
      languages.findIndex((code) => code === record.lang),
    ),
  }));

const documents = [
  ...toTraining(winer, 1),
  ...toTraining(wikigold, 1),
  ...toTraining(generated, syntheticWeight),
];
const keys = countFeatures(documents, 2);
const examples = makeExamples(documents, keys);
say(
  `${documents.length} documents, ${examples.reduce((n, e) => n + e.length, 0)} tokens, ${keys.length} features`,
);

const weights = trainCrf(
  examples,
  keys.length,
  {
    epochs: Number(values.epochs ?? 8),
    learningRate: Number(values.rate ?? 0.1),
    decay: 1e-5,
    wordDropout: Number(values.dropout ?? 0.1),
    seed,
  },
  say,
);
const data = writeEntityModel({
  ...quantise(keys, weights, labelCount),
  languages,
  lexiconKeys: lexiconData.keys,
  lexiconBits: lexiconData.bits,
});
writeFileSync(out, data);
say(`${out}: ${data.length} bytes, ${gzipSync(data, { level: 9 }).length} with gzip`);

const dev = `${folder}/open/winer-fr.dev.jsonl.gz`;
if (existsSync(dev)) {
  const model = loadEntityModel(data);
  say(`winer-fr.dev  ${formatScores(scoreModel(model, readLabelledTexts(dev)))}`);
}
