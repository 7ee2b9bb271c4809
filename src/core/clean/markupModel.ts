import { featureNames } from './features.ts';
import { markupFeatureNames } from './markupFeatures.ts';
import { loadTrees } from './trees.ts';
import type { TreeEnsemble, TreeEnsembleData } from './trees.ts';

/** The trained part of the finder for pages whose markup is known. */
export interface PageModel {
  /** Log-odds of boilerplate from the text of a segment and its place in the markup. */
  readonly trees: TreeEnsemble;
}

/** What the model file of pages holds, as JSON. */
export interface PageModelData {
  readonly version: 1;
  /** Names of the columns the trees were trained on: a model of another build is refused. */
  readonly features: readonly string[];
  readonly trees: TreeEnsembleData;
}

/** Columns of the text finder that the page finder looks at too: a segment by itself, and what its words share with others. */
const textColumnNames: readonly string[] = [
  ...['logChars', 'words', 'wordLength', 'capitalised', 'allCapitals', 'numbers', 'functionWords', 'commas'],
  ...['sentences', 'quotes', 'signs', 'ending', 'opening', 'cued', 'wordsPerSentence'],
  ...featureNames.filter((name) => name.startsWith('cue:')),
  ...[
    'index',
    'fromEnd',
    'relative',
    'repeats',
    'overlapRun',
    'overlapLead',
    'overlapNear',
    'overlapDistant',
  ],
  ...['endedShare', 'sinceHeading', 'sinceComments', 'toLegal', 'sinceDate', 'sinceByline'],
];

/** Places of those columns in the rows of the text finder. */
export const textColumns: readonly number[] = textColumnNames.map((name) => featureNames.indexOf(name));

/** What the trees of pages see of each segment, in this order. */
export const pageFeatureNames: readonly string[] = [...textColumnNames, ...markupFeatureNames];

/** Checks and loads a parsed model file; throws a RangeError that says what is wrong with it. */
export function loadPageTrees(data: Partial<PageModelData>): PageModel {
  if (data.version !== 1 || data.trees === undefined) {
    throw new RangeError(`Not a page cleaning model of version 1: version ${String(data.version)}.`);
  }
  if (data.features?.join() !== pageFeatureNames.join()) {
    throw new RangeError('The page cleaning model was trained for other features than this build computes.');
  }
  return { trees: loadTrees(data.trees, pageFeatureNames.length) };
}
