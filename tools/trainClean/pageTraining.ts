import { writeFileSync } from 'node:fs';
import { pageFeatureNames } from '../../src/core/clean/markupModel.ts';
import type { PageModelData } from '../../src/core/clean/markupModel.ts';
import { boost } from './boost.ts';
import type { BoostOptions } from './boost.ts';
import { joinExamples, preparePages, readLabelledHtml } from './pageExamples.ts';
import type { LabelledPage } from './pageExamples.ts';

/** Small trees: some hundred sites teach no more than this. */
export const pageBoostOptions: BoostOptions = {
  trees: 420,
  leaves: 6,
  rate: 0.07,
  featureShare: 0.2,
  rowShare: 0.5,
  minLeaf: 15,
  ridge: 2,
  seed: 1,
};

/** The model of the finder for pages whose markup is known, and what each of its columns brought. */
export function trainPages(
  pages: readonly LabelledPage[],
  options = pageBoostOptions,
): { model: PageModelData; gains: Float64Array } {
  const { data, gains } = boost(joinExamples(preparePages(pages, options.seed)), options);
  return { model: { version: 1, features: pageFeatureNames, trees: data }, gains };
}

/** Trains on the raw pages of `folder` and writes the model. The same data give the same model. */
export function writePageModel(folder: string, output = 'models/cleanPage.json'): void {
  const pages = readLabelledHtml(folder);
  const { model, gains } = trainPages(pages);
  writeFileSync(output, `${JSON.stringify(model)}\n`);
  const ranked = model.features
    .map((name, i) => ({ name, gain: gains[i] ?? 0 }))
    .sort((a, b) => b.gain - a.gain);
  const most = ranked.slice(0, 20).map(({ name }) => name);
  console.log(`${output}: ${pages.length} pages, ${model.trees.roots.length} trees`);
  console.log(`Most used: ${most.join(', ')}`);
}
