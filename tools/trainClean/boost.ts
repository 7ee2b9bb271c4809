import type { TreeEnsembleData } from '../../src/core/clean/trees.ts';

/** A training set: `rows` holds `width` numbers per example. */
export interface TrainingSet {
  readonly rows: Float32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Share of the features each tree may use, and of the examples it learns from. */
  readonly featureShare: number;
  readonly rowShare: number;
  /** Least sum of second derivatives in a leaf. */
  readonly minLeaf: number;
  readonly ridge: number;
  readonly seed: number;
}

const maxBins = 64;

/** A generator of uniform numbers in 0..1 (mulberry32), so that training repeats to the last digit. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Binned {
  /** One column of bin numbers per feature. */
  readonly columns: readonly Uint8Array[];
  /** Upper bounds of the bins but the last, ascending, per feature. */
  readonly bounds: readonly Float32Array[];
}

interface Leaf {
  readonly rows: Int32Array;
  readonly gradient: number;
  readonly hessian: number;
  readonly histogram: Float64Array;
  node: number;
  split?: { feature: number; bin: number; gain: number };
}

/** Gradient boosting with histograms, leaf by leaf (Friedman 2001; Ke et al. 2017), for the logistic loss. */
export function boost(
  set: TrainingSet,
  options: BoostOptions,
): { data: TreeEnsembleData; gains: Float64Array } {
  const count = set.labels.length;
  const random = randomFrom(options.seed);
  const binned = binFeatures(set, random);
  const gains = new Float64Array(set.width);
  const data = {
    bias: 0,
    roots: [] as number[],
    features: [] as number[],
    thresholds: [] as number[],
    children: [] as number[],
  };
  const bins: number[] = [];
  const scores = new Float64Array(count);
  const gradients = new Float32Array(count);
  const hessians = new Float32Array(count);
  for (let tree = 0; tree < options.trees; tree++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      const weight = set.weights[i] ?? 0;
      gradients[i] = weight * (p - (set.labels[i] ?? 0));
      hessians[i] = weight * p * (1 - p);
    }
    const rows = sample(count, options.rowShare, random);
    const features = sample(set.width, options.featureShare, random);
    growTree({ set, binned, options, features, gradients, hessians, gains, bins }, rows, data);
    addTree(data, bins, binned, scores);
  }
  return { data, gains };
}

interface Growing {
  readonly set: TrainingSet;
  readonly binned: Binned;
  readonly options: BoostOptions;
  readonly features: Int32Array;
  readonly gradients: Float32Array;
  readonly hessians: Float32Array;
  readonly gains: Float64Array;
  /** The bin each node parts its rows at. */
  readonly bins: number[];
}

interface GrowingData {
  readonly roots: number[];
  readonly features: number[];
  readonly thresholds: number[];
  readonly children: number[];
}

function growTree(growing: Growing, rows: Int32Array, data: GrowingData): void {
  const { options, binned, bins } = growing;
  const addNode = (): number => {
    data.features.push(-1);
    data.thresholds.push(0);
    data.children.push(0);
    return data.features.length - 1;
  };
  data.roots.push(addNode());
  const root = newLeaf(growing, rows, data.features.length - 1);
  const leaves = [root];
  while (leaves.length < options.leaves) {
    const leaf = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    const { split } = leaf;
    if (split === undefined || split.gain <= 0) break;
    leaves.splice(leaves.indexOf(leaf), 1);
    const column = binned.columns[split.feature] ?? new Uint8Array();
    const left = leaf.rows.filter((row) => (column[row] ?? 0) <= split.bin);
    const right = leaf.rows.filter((row) => (column[row] ?? 0) > split.bin);
    data.features[leaf.node] = split.feature;
    bins[leaf.node] = split.bin;
    data.thresholds[leaf.node] = binned.bounds[split.feature]?.[split.bin] ?? 0;
    data.children[leaf.node] = addNode();
    addNode();
    growing.gains[split.feature] = (growing.gains[split.feature] ?? 0) + split.gain;
    const child = data.children[leaf.node] ?? 0;
    // The histogram of the larger side is the difference: half of the counting is saved.
    const isLeftSmall = left.length <= right.length;
    const small = newLeaf(growing, isLeftSmall ? left : right, isLeftSmall ? child : child + 1);
    const large = newLeaf(growing, isLeftSmall ? right : left, isLeftSmall ? child + 1 : child, {
      parent: leaf.histogram,
      sibling: small.histogram,
    });
    leaves.push(small, large);
  }
  for (const leaf of leaves) {
    data.thresholds[leaf.node] = round((-options.rate * leaf.gradient) / (leaf.hessian + options.ridge), 4);
  }
}

function newLeaf(
  growing: Growing,
  rows: Int32Array,
  node: number,
  from?: { parent: Float64Array; sibling: Float64Array },
): Leaf {
  const { features, gradients, hessians, binned } = growing;
  const histogram = new Float64Array(features.length * maxBins * 2);
  let gradient = 0;
  let hessian = 0;
  for (const row of rows) {
    gradient += gradients[row] ?? 0;
    hessian += hessians[row] ?? 0;
  }
  if (from !== undefined) {
    for (let i = 0; i < histogram.length; i++) histogram[i] = (from.parent[i] ?? 0) - (from.sibling[i] ?? 0);
  } else {
    for (let f = 0; f < features.length; f++) {
      const column = binned.columns[features[f] ?? 0] ?? new Uint8Array();
      const base = f * maxBins * 2;
      for (let r = 0; r < rows.length; r++) {
        const row = rows[r] ?? 0;
        const cell = base + (column[row] ?? 0) * 2;
        histogram[cell]! += gradients[row]!;
        histogram[cell + 1]! += hessians[row]!;
      }
    }
  }
  const leaf: Leaf = { rows, gradient, hessian, histogram, node };
  const split = bestSplit(growing, leaf);
  if (split !== undefined) leaf.split = split;
  return leaf;
}

function bestSplit({ features, options, binned }: Growing, leaf: Leaf): Leaf['split'] {
  const { gradient, hessian, histogram } = leaf;
  const parent = gradient ** 2 / (hessian + options.ridge);
  let best: Leaf['split'];
  for (let f = 0; f < features.length; f++) {
    const feature = features[f] ?? 0;
    const bins = binned.bounds[feature]?.length ?? 0;
    let g = 0;
    let h = 0;
    for (let bin = 0; bin < bins; bin++) {
      g += histogram[(f * maxBins + bin) * 2] ?? 0;
      h += histogram[(f * maxBins + bin) * 2 + 1] ?? 0;
      if (h < options.minLeaf || hessian - h < options.minLeaf) continue;
      const gain =
        g ** 2 / (h + options.ridge) + (gradient - g) ** 2 / (hessian - h + options.ridge) - parent;
      if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, gain };
    }
  }
  return best;
}

/** Adds the last tree to the scores of all examples. Bins are compared, not values: a column of them stays in the cache. */
function addTree(data: GrowingData, bins: readonly number[], binned: Binned, scores: Float64Array): void {
  const root = data.roots.at(-1) ?? 0;
  for (let i = 0; i < scores.length; i++) {
    let node = root;
    for (let feature = data.features[node] ?? -1; feature >= 0; feature = data.features[node] ?? -1) {
      const bin = binned.columns[feature]?.[i] ?? 0;
      node = (data.children[node] ?? 0) + (bin > (bins[node] ?? 0) ? 1 : 0);
    }
    scores[i] = (scores[i] ?? 0) + (data.thresholds[node] ?? 0);
  }
}

function binFeatures(set: TrainingSet, random: () => number): Binned {
  const count = set.labels.length;
  const probe = sample(count, Math.min(1, 40_000 / count), random);
  const columns: Uint8Array[] = [];
  const bounds: Float32Array[] = [];
  for (let feature = 0; feature < set.width; feature++) {
    const values = Float32Array.from(probe, (row) => set.rows[row * set.width + feature] ?? 0).sort();
    const own = quantileBounds(values);
    const column = new Uint8Array(count);
    for (let i = 0; i < count; i++) column[i] = binOf(own, set.rows[i * set.width + feature] ?? 0);
    columns.push(column);
    bounds.push(own);
  }
  return { columns, bounds };
}

/** At most 63 bounds, half way between values, so that each bin holds about as many examples. */
function quantileBounds(sorted: Float32Array): Float32Array {
  const bounds = new Set<number>();
  for (let k = 1; k < maxBins; k++) {
    const at = Math.floor((k * sorted.length) / maxBins);
    const value = sorted[at] ?? 0;
    let next = at;
    while (next < sorted.length && sorted[next] === value) next++;
    if (next < sorted.length) bounds.add(Math.fround(round((value + (sorted[next] ?? 0)) / 2, 4)));
  }
  return Float32Array.from([...bounds].sort((a, b) => a - b)).slice(0, maxBins - 1);
}

function binOf(bounds: Float32Array, value: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (bounds[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sample(count: number, share: number, random: () => number): Int32Array {
  const chosen: number[] = [];
  for (let i = 0; i < count; i++) if (share >= 1 || random() < share) chosen.push(i);
  return Int32Array.from(chosen);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
