/**
 * Trains the shipped entity model: `npm run train:entities -- DATA_FOLDER [--out FILE] [--epochs N]`.
 * DATA_FOLDER holds `open/*.jsonl.gz` and `lex/phr.tsv` as named in models/NOTICE-entities.md.
 * The same data, lists and code give the same file. Prints the scores on `open/winer-fr.dev.jsonl.gz`, which is not
 * learnt from.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { loadEntityModel } from '../../src/core/entities/recogniser/model.ts';
import { readLabelledTexts, type LabelledText } from './corpus.ts';
import { createRandom } from './crf.ts';
import { formatScores, scoreModel } from './evaluate.ts';
import { generateDocuments } from './generator/generateDocuments.ts';
import { addPhraseFile, compileLexicon, lowerCaseWords, nameListsOf, readLists } from './lexiconLists.ts';
import { trainModel } from './trainModel.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, epochs: { type: 'string' } },
});
const folder = positionals[0] ?? '../shared/eval/entities/dev';
const out = values.out ?? 'models/entities.bin';
const seed = 20261122;
const started = Date.now();
const say = (line: string): void => {
  console.log(`[${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s] ${line}`);
};

const open = (name: string): LabelledText[] => readLabelledTexts(`${folder}/open/${name}.jsonl.gz`);
const words = (records: readonly LabelledText[], least: number): string[] =>
  lowerCaseWords(
    records.map((record) => record.text),
    least,
  );

const lists = readLists(`${import.meta.dirname}/lists`);
const names = nameListsOf(lists);
const generate = (number: number): LabelledText[] => generateDocuments(3000, createRandom(number), names);
const real = [...open('winer-fr.train'), ...open('wikigold-en.test')];
addPhraseFile(lists, `${folder}/lex/phr.tsv`);
lists.set('commonWord', [
  ...words(real, 1),
  // Old newspapers read by machine: a word seen once may be a misreading.
  ...words([...open('newseye-fr.dev'), ...open('newseye-fr.dev2'), ...open('europeana-fr.all')], 2),
  ...words(generate(seed), 2),
]);

const epochs = Number(values.epochs ?? 5);
const seeds = { french: [1, 2, 3, 4].map((n) => seed + n), all: [1, 3].map((n) => seed + n) };
const data = trainModel({ real, generate, lexicon: compileLexicon(lists) }, { epochs, seeds }, say);
writeFileSync(out, data);
say(`${out}: ${data.length} bytes, ${gzipSync(data, { level: 9 }).length} with gzip`);

if (existsSync(`${folder}/open/winer-fr.dev.jsonl.gz`))
  say(`winer-fr.dev  ${formatScores(scoreModel(loadEntityModel(data), open('winer-fr.dev')))}`);
