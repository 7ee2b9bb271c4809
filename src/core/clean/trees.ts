/** Boosted regression trees, flat: node after node of all trees. A leaf has feature -1 and its value as threshold. */
export interface TreeEnsemble {
  readonly bias: number;
  /** First node of each tree. */
  readonly roots: Int32Array;
  readonly features: Int16Array;
  readonly thresholds: Float32Array;
  /** The child for values ≤ threshold; the other child follows it. */
  readonly children: Int32Array;
}

/** An ensemble as it stands in a model file. */
export interface TreeEnsembleData {
  readonly bias: number;
  readonly roots: readonly number[];
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  readonly children: readonly number[];
}

/** Throws a RangeError where a node points out of the ensemble or backwards: evaluation would not end. */
export function loadTrees(data: TreeEnsembleData, featureCount: number): TreeEnsemble {
  const size = data.features.length;
  if (data.thresholds.length !== size || data.children.length !== size) {
    throw new RangeError('The columns of the tree nodes differ in length.');
  }
  data.features.forEach((feature, node) => {
    if (feature < -1 || feature >= featureCount)
      throw new RangeError(`Node ${node} asks for feature ${feature}.`);
    const child = data.children[node] ?? 0;
    if (feature >= 0 && !(child > node && child + 1 < size))
      throw new RangeError(`Node ${node} points to ${child}.`);
  });
  if (data.roots.some((root) => !(root >= 0 && root < size))) throw new RangeError('A tree has no root.');
  return {
    bias: data.bias,
    roots: Int32Array.from(data.roots),
    features: Int16Array.from(data.features),
    thresholds: Float32Array.from(data.thresholds),
    children: Int32Array.from(data.children),
  };
}

/** The sum of the trees for the row that begins at `at`: log-odds. What `loadTrees` let pass has no index out of range. */
export function evaluateTrees(trees: TreeEnsemble, rows: Float32Array, at: number): number {
  const { roots, features, thresholds, children } = trees;
  let sum = trees.bias;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    for (let feature = features[node]!; feature >= 0; feature = features[node]!) {
      node = children[node]! + (rows[at + feature]! > thresholds[node]! ? 1 : 0);
    }
    sum += thresholds[node]!;
  }
  return sum;
}
