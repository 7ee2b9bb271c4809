import { evaluateTrees, loadTrees } from '../../src/core/clean/trees.ts';
import { boost } from './boost.ts';
import { prepare, toTrainingSet } from './examples.ts';
import type { Example } from './examples.ts';
import type { LabelledText } from './labelledPages.ts';
import { foldCount, foldOf } from './mixedPages.ts';
import { boostOptions, trainingSets } from './settings.ts';

/** Fewer trees than the finder's own: it takes little to tell that half of an article was not marked. */
const options = { ...boostOptions, trees: 60, minLeaf: 20, seed: 1 };

/** A page is marked in part when nearly all that is marked would be kept, and so much more that this is its share. */
const leastFound = 0.9;
const leastPrecise = 0.7;

/**
 * Leaves out pages whose article was marked only in part, as models of other sites see it: the rest of the article would
 * teach that articles are boilerplate. What was marked stays as an article without a page around it.
 */
export function withoutPartlyMarked(texts: readonly LabelledText[]): LabelledText[] {
  const examples = texts
    .filter(({ set, variant }) => trainingSets.has(set) && variant === 'full')
    .map(prepare);
  const pages = new Set<string>();
  for (let fold = 0; fold < foldCount; fold++) {
    const isOfFold = ({ source }: Example): boolean => foldOf(source.site) === fold;
    const own = examples.filter(isOfFold);
    const others = examples.filter((example) => !isOfFold(example));
    if (own.length === 0 || others.length === 0) continue;
    const { data } = boost(toTrainingSet(others), options);
    const trees = loadTrees(data, others[0]?.features.width ?? 0);
    for (const example of own) {
      const { rows, width } = example.features;
      const odds = evaluateTrees(trees, rows, width, example.labels.length);
      if (isPartlyMarked(example, odds)) pages.add(example.source.page);
    }
  }
  return texts.filter(({ page, variant }) => variant === 'clean' || !pages.has(page));
}

/** `odds`: log-odds of each segment that it is boilerplate. */
function isPartlyMarked({ labels, measures }: Example, odds: Float64Array): boolean {
  let marked = 0;
  let found = 0;
  let kept = 0;
  labels.forEach((label, i) => {
    const words = measures.words[i] ?? 0;
    if (label === 0) marked += words;
    if ((odds[i] ?? 0) > 0) return;
    kept += words;
    if (label === 0) found += words;
  });
  return found >= marked * leastFound && found < kept * leastPrecise;
}
