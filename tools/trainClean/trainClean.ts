/**
 * Trains the model of the boilerplate finder: `node tools/trainClean/trainClean.ts DIR... [--output FOLDER]`, where each DIR
 * holds `docs.jsonl.gz` (see labelledPages.ts, and publisherPages.ts, which makes one) and FOLDER is models/ unless told. The
 * same data give the same model. Where the raw pages are there too, the model of the finder for HTML pages is trained after it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CleanModelData } from '../../src/core/clean/cleanModel.ts';
import { featureNames } from '../../src/core/clean/features.ts';
import { boost } from './boost.ts';
import { prepareAll, toTrainingSet } from './examples.ts';
import { readLabelledTexts } from './labelledPages.ts';
import { writePageModel } from './pageTraining.ts';
import { withoutPartlyMarked } from './partlyMarked.ts';
import { trainSequence } from './sequenceTrain.ts';
import { boostOptions } from './settings.ts';

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { output: { type: 'string', default: 'models' } },
});
if (folders.length === 0) throw new Error('Usage: trainClean.ts DIR... [--output FOLDER]');
const output = join(values.output, 'clean.json');

const labelled = folders.flatMap(readLabelledTexts);
const texts = withoutPartlyMarked(labelled);
console.log(`${labelled.length} dumps, ${labelled.length - texts.length} left out as marked in part`);
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

const pageFolders = folders.filter((folder) => existsSync(join(folder, 'html')));
if (pageFolders.length > 0) writePageModel(pageFolders, join(values.output, 'cleanPage.json'));
