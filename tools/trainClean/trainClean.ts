/**
 * Trains the model of the boilerplate finder: `node tools/trainClean/trainClean.ts DIR [OUTPUT]`, where DIR holds
 * `docs.jsonl.gz` (see labelledPages.ts) and OUTPUT is models/clean.json unless told. The same data give the same model.
 */
import { writeFileSync } from 'node:fs';
import { featureNames } from '../../src/core/clean/features.ts';
import { extractSecondFeatures, secondFeatureNames } from '../../src/core/clean/secondLook.ts';
import { evaluateTrees, loadTrees } from '../../src/core/clean/trees.ts';
import type { TreeEnsemble, TreeEnsembleData } from '../../src/core/clean/trees.ts';
import type { FeatureTable } from '../../src/core/clean/features.ts';
import type { CleanModelData } from '../../src/core/clean/cleanModel.ts';
import { boost } from './boost.ts';
import { prepare, toTrainingSet } from './examples.ts';
import type { Example } from './examples.ts';
import { readLabelledTexts } from './labelledPages.ts';
import { boostOptions, foldCount, foldOf, trainingSets } from './settings.ts';

const [folder, output = 'models/clean.json'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: trainClean.ts DIR [OUTPUT]');

const examples = readLabelledTexts(folder)
  .filter((text) => trainingSets.has(text.set))
  .map(prepare);
const data = train(examples);
writeFileSync(output, `${JSON.stringify(data)}\n`);
console.log(
  `${output}: ${examples.length} texts, ${data.first.roots.length} + ${data.second.roots.length} trees`,
);

function train(all: readonly Example[]): CleanModelData {
  const tables = all.map((example) => example.features);
  // The second look learns from what a first look says of sites it has not seen: as it will be with users' texts.
  const odds = new Array<Float32Array>(all.length);
  for (let fold = 0; fold < foldCount; fold++) {
    const trees = loadTrees(
      learn(all, tables, (i) => foldOf(all[i]) !== fold),
      featureNames.length,
    );
    all.forEach((example, i) => {
      if (foldOf(example) === fold) odds[i] = evaluateTable(trees, example.features);
    });
  }
  const secondTables = all.map((example, i) =>
    extractSecondFeatures(example.features, example.measures, odds[i] ?? new Float32Array()),
  );
  return {
    version: 1,
    features: secondFeatureNames,
    first: learn(all, tables, () => true),
    second: learn(all, secondTables, () => true),
  };
}

function learn(
  all: readonly Example[],
  tables: readonly FeatureTable[],
  isChosen: (i: number) => boolean,
): TreeEnsembleData {
  const chosen = all.map((_, i) => i).filter(isChosen);
  const pick = <T>(values: readonly T[]): T[] => chosen.flatMap((i) => values[i] ?? []);
  return boost(toTrainingSet(pick(all), pick(tables)), boostOptions).data;
}

function evaluateTable(trees: TreeEnsemble, { rows, width }: FeatureTable): Float32Array {
  return Float32Array.from({ length: rows.length / width }, (_, i) => evaluateTrees(trees, rows, i * width));
}
