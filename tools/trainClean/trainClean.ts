/**
 * Trains the model of the boilerplate finder: `node tools/trainClean/trainClean.ts DIR [OUTPUT]`, where DIR holds
 * `docs.jsonl.gz` (see labelledPages.ts) and OUTPUT is models/clean.json unless told. The same data give the same model.
 * Where the raw pages are there too, the model of the finder for HTML pages is trained after it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanModelData } from '../../src/core/clean/cleanModel.ts';
import { featureNames } from '../../src/core/clean/features.ts';
import { boost } from './boost.ts';
import { prepareAll, toTrainingSet } from './examples.ts';
import { readLabelledTexts } from './labelledPages.ts';
import { writePageModel } from './pageTraining.ts';
import { trainSequence } from './sequenceTrain.ts';
import { boostOptions } from './settings.ts';

const [folder, output = 'models/clean.json'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: trainClean.ts DIR [OUTPUT]');

const texts = readLabelledTexts(folder);
const examples = prepareAll(texts, boostOptions.seed);
const { data, gains } = boost(toTrainingSet(examples), boostOptions);
const sequence = trainSequence(texts);
const model: CleanModelData = { version: 1, features: featureNames, trees: data, sequence };
writeFileSync(output, `${JSON.stringify(model)}\n`);

console.log(`${output}: ${examples.length} texts, ${data.roots.length} trees, ${data.features.length} nodes`);
const ranked = featureNames.map((name, i) => ({ name, gain: gains[i] ?? 0 })).sort((a, b) => b.gain - a.gain);
console.log(
  `Most used: ${ranked
    .slice(0, 20)
    .map(({ name }) => name)
    .join(', ')}`,
);

if (existsSync(join(folder, 'html'))) writePageModel(folder);
