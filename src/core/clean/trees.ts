/** Boosted regression trees, flat: node after node of all trees. A leaf is its own child, and no value is above its threshold. */
export interface TreeEnsemble {
  readonly bias: number;
  /** First node of each tree, and the steps from it to its farthest leaf. */
  readonly roots: Int32Array;
  readonly depths: Int32Array;
  readonly features: Int16Array;
  readonly thresholds: Float32Array;
  /** The child for values ≤ threshold; the other child follows it. */
  readonly children: Int32Array;
  /** What a leaf adds. */
  readonly values: Float32Array;
}

/** An ensemble as it stands in a model file. A leaf has feature -1 and its value as threshold. */
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
  const isLeaf = (node: number): boolean => (data.features[node] ?? -1) < 0;
  return {
    bias: data.bias,
    roots: Int32Array.from(data.roots),
    depths: readDepths(data, isLeaf),
    features: Int16Array.from(data.features, (feature) => Math.max(0, feature)),
    thresholds: Float32Array.from(data.thresholds, (value, node) => (isLeaf(node) ? Infinity : value)),
    children: Int32Array.from(data.children, (child, node) => (isLeaf(node) ? node : child)),
    values: Float32Array.from(data.thresholds, (value, node) => (isLeaf(node) ? value : 0)),
  };
}

/** Children stand after their parents, so that one way back through the nodes suffices. */
function readDepths({ roots, children }: TreeEnsembleData, isLeaf: (node: number) => boolean): Int32Array {
  const below = new Int32Array(children.length);
  for (let node = below.length - 1; node >= 0; node--) {
    const child = children[node] ?? 0;
    if (!isLeaf(node)) below[node] = 1 + Math.max(below[child] ?? 0, below[child + 1] ?? 0);
  }
  return Int32Array.from(roots, (root) => below[root] ?? 0);
}

/**
 * The sum of the trees for each of `count` rows of `width` values, one after the other: log-odds. Four rows go down a
 * tree side by side, as many steps as its farthest leaf is away: a processor does not have to guess where a walk ends,
 * which takes two thirds of the time of one walk after the other. What `loadTrees` let pass has no index out of range.
 */
export function evaluateTrees(
  trees: TreeEnsemble,
  rows: Float32Array,
  width: number,
  count: number,
): Float64Array {
  const { roots, depths, features, thresholds, children, values } = trees;
  const sums = new Float64Array(count).fill(trees.bias);
  let i = 0;
  for (; i + 3 < count; i += 4) {
    const a = i * width;
    const b = a + width;
    const c = b + width;
    const d = c + width;
    for (let tree = 0; tree < roots.length; tree++) {
      let p = roots[tree]!;
      let q = p;
      let r = p;
      let s = p;
      for (let step = depths[tree]!; step > 0; step--) {
        p = children[p]! + Number(rows[a + features[p]!]! > thresholds[p]!);
        q = children[q]! + Number(rows[b + features[q]!]! > thresholds[q]!);
        r = children[r]! + Number(rows[c + features[r]!]! > thresholds[r]!);
        s = children[s]! + Number(rows[d + features[s]!]! > thresholds[s]!);
      }
      sums[i]! += values[p]!;
      sums[i + 1]! += values[q]!;
      sums[i + 2]! += values[r]!;
      sums[i + 3]! += values[s]!;
    }
  }
  for (; i < count; i++) {
    const at = i * width;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree]!;
      for (let step = depths[tree]!; step > 0; step--) {
        node = children[node]! + Number(rows[at + features[node]!]! > thresholds[node]!);
      }
      sums[i]! += values[node]!;
    }
  }
  return sums;
}
