import { writeFileSync } from 'node:fs';
import { pageFeatureNames } from '../../src/core/clean/markupModel.ts';
import type { PageModelData } from '../../src/core/clean/markupModel.ts';
import { evaluateTrees, loadTrees } from '../../src/core/clean/trees.ts';
import { boost } from './boost.ts';
import type { BoostOptions } from './boost.ts';
import { joinExamples, preparePages, readLabelledHtml } from './pageExamples.ts';
import type { LabelledPage, PageExample } from './pageExamples.ts';

/** Small trees: some hundred sites teach no more than this. */
export const pageBoostOptions: BoostOptions = {
  trees: 640,
  leaves: 6,
  rate: 0.07,
  featureShare: 0.2,
  rowShare: 0.5,
  minLeaf: 15,
  ridge: 2,
  seed: 1,
};

/** What is marked as boilerplate, and is the article's by these log-odds out of sample, was marked so by mistake. */
const doubtfulOdds = -1.5;

const folds = 4;

/** The model of the finder for pages whose markup is known, and what each of its columns brought. */
export function trainPages(
  pages: readonly LabelledPage[],
  options = pageBoostOptions,
): { model: PageModelData; gains: Float64Array } {
  const examples = withoutDoubtful(preparePages(pages, options.seed), options);
  const { data, gains } = boost(joinExamples(examples), options);
  return { model: { version: 1, features: pageFeatureNames, trees: data }, gains };
}

/**
 * Leaves out segments whose label the pages of other sites contradict: many articles were marked only in part, and the
 * rest of them teaches that articles are boilerplate.
 */
function withoutDoubtful(examples: readonly PageExample[], options: BoostOptions): PageExample[] {
  const width = pageFeatureNames.length;
  const foldOf = siteFolds(examples);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const others = examples.filter(({ site }) => foldOf.get(site) !== fold);
    const trees = loadTrees(boost(joinExamples(others), options).data, width);
    return examples
      .filter(({ site }) => foldOf.get(site) === fold)
      .map((example) => {
        const odds = evaluateTrees(trees, example.rows, width, example.labels.length);
        const weights = example.weights.map((weight, i) =>
          example.labels[i] === 1 && (odds[i] ?? 0) < doubtfulOdds ? 0 : weight,
        );
        return { ...example, weights };
      });
  });
}

/** Sites in turn, so that no site is in two folds. */
function siteFolds(examples: readonly PageExample[]): ReadonlyMap<string, number> {
  const sites = [...new Set(examples.map(({ site }) => site))].sort();
  return new Map(sites.map((site, i) => [site, i % folds]));
}

/** Trains on the raw pages of `folders` and writes the model. The same data give the same model. */
export function writePageModel(folders: readonly string[], output: string): void {
  const pages = folders.flatMap(readLabelledHtml);
  const { model, gains } = trainPages(pages);
  writeFileSync(output, `${JSON.stringify(model)}\n`);
  const ranked = model.features
    .map((name, i) => ({ name, gain: gains[i] ?? 0 }))
    .sort((a, b) => b.gain - a.gain);
  const most = ranked.slice(0, 20).map(({ name }) => name);
  console.log(`${output}: ${pages.length} pages, ${model.trees.roots.length} trees`);
  console.log(`Most used: ${most.join(', ')}`);
}
