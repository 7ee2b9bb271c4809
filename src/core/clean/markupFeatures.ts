import { far, mean, prefixSums } from './columns.ts';
import { markupWordKinds } from './lists/markupWords.ts';
import { findCandidates, holderOf } from './markupCandidates.ts';
import type { Candidates } from './markupCandidates.ts';
import type { PageSays } from './markupText.ts';
import { tagCode } from './markupTree.ts';
import type { KnownTag, MarkupTree } from './markupTree.ts';
import type { Measures } from './measures.ts';

/** Tags around a segment that say what it is for. */
const aroundTags: readonly KnownTag[] = [
  ...(['nav', 'header', 'footer', 'aside', 'form', 'figure', 'table', 'ul', 'ol', 'blockquote'] as const),
  ...(['article', 'main', 'section', 'button', 'li', 'figcaption'] as const),
];
const levels = [0, 1, 2, 3];
const candidateNames = ['scored', 'densest', 'holder'] as const;
const neighbours = [-2, -1, 1, 2];
const windows = [3, 8];

/** What the trees see of a segment's place in the markup, after the columns of its text. */
export const markupFeatureNames: readonly string[] = [
  ...['tag', 'headingLevel', 'depth', 'linkShare', 'linkCount', 'emphasis', 'isWholeLink', 'lineOfBlock'],
  ...['childOf', 'alike'],
  ...aroundTags.map((tag) => `in:${tag}`),
  ...markupWordKinds.flatMap((kind) => [`near:${kind}`, `claim:${kind}`]),
  ...levels.flatMap((level) =>
    ['words', 'linkShare', 'segments', 'proseShare', 'alike', 'meanWords', 'ofPage'].map(
      (n) => `up${level}:${n}`,
    ),
  ),
  ...candidateNames.flatMap((name) => ['up', 'down', 'share', 'before', 'after'].map((n) => `${name}:${n}`)),
  ...['sameDepthAsHolder', 'sameLabelAsHolder'],
  ...['branch:words', 'branch:linkShare', 'branch:proseShare', 'branch:segments', 'branch:isHolder'],
  ...['place:prose', 'place:share', 'place:rank', 'place:segments', 'place:linkShare', 'place:proseSegments'],
  ...['page:prose', 'page:linkShare', 'page:holderShare', 'page:segments'],
  ...['isTitle', 'sinceTitle', 'title:words', 'inArticleBody', 'titleOverlap'],
  ...neighbours.flatMap((d) =>
    ['linkShare', 'sameParent', 'samePlace', 'proseOf', 'emphasis'].map((n) => `${n}@${d}`),
  ),
  ...windows.flatMap((w) =>
    ['before', 'after'].flatMap((s) => ['linkShare', 'samePlace'].map((n) => `${n}:${s}${w}`)),
  ),
  ...['proseBefore:holder', 'proseAfter:holder', 'sinceProse:place', 'toProse:place'],
];

interface Context {
  readonly tree: MarkupTree;
  readonly measures: Measures;
  readonly says: PageSays;
  readonly candidates: Candidates;
  readonly places: ReadonlyMap<number, Place>;
  readonly mostProse: number;
  readonly around: Around;
  readonly linkSums: Float64Array;
  readonly samePlaceSums: Float64Array;
  readonly wordSums: Float64Array;
  readonly proseSums: Float64Array;
  readonly holderSums: Float64Array;
  readonly mainPlace: number;
  readonly root: number;
}

/** Sums over the segments of one place of the template. */
interface Place {
  prose: number;
  words: number;
  linkWords: number;
  segments: number;
  proseSegments: number;
}

/** Nearest tags and kinds above each element, itself included, in levels; `far` for none. */
interface Around {
  readonly tags: Float32Array;
  readonly near: Float32Array;
  /** Least share of the page's prose in an element above of that kind; 2 where there is none. */
  readonly claim: Float32Array;
}

/** Rows of `markupFeatureNames`, one per segment. */
export function extractMarkupFeatures(tree: MarkupTree, measures: Measures, says: PageSays): Float32Array {
  const width = markupFeatureNames.length;
  const context = readContext(tree, measures, says);
  const rows = new Float32Array(measures.count * width);
  for (let i = 0; i < measures.count; i++) {
    let at = i * width;
    at = writeOwn(context, i, rows, at);
    at = writeAround(context, i, rows, at);
    at = writeLevels(context, i, rows, at);
    at = writeCandidates(context, i, rows, at);
    at = writePlace(context, i, rows, at);
    at = writeSays(context, i, rows, at);
    writeNeighbours(context, i, rows, at);
  }
  return rows;
}

function readContext(tree: MarkupTree, measures: Measures, says: PageSays): Context {
  const { count } = measures;
  const candidates = findCandidates(tree, measures);
  const places = readPlaces(tree, measures);
  let mainPlace = -1;
  let mostProse = 0;
  for (const [signature, { prose }] of places) {
    if (prose > mostProse) {
      mostProse = prose;
      mainPlace = signature;
    }
  }
  return {
    tree,
    measures,
    says,
    candidates,
    places,
    mostProse,
    mainPlace,
    around: readAround(tree),
    linkSums: prefixSums(count, (i) => tree.linkShare[i] ?? 0),
    samePlaceSums: prefixSums(count, (i) => (placeOf(tree, i) === mainPlace ? 1 : 0)),
    wordSums: prefixSums(count, (i) => measures.words[i] ?? 0),
    proseSums: prefixSums(count, (i) => tree.proseOf[i] ?? 0),
    holderSums: prefixSums(count, (i) => {
      const element = tree.ofSegment[i] ?? -1;
      return element >= 0 && holderOf(tree, element) === candidates.holder ? (tree.proseOf[i] ?? 0) : 0;
    }),
    root: 0,
  };
}

function placeOf(tree: MarkupTree, i: number): number {
  return tree.signatures[tree.ofSegment[i] ?? -1] ?? -1;
}

function readPlaces(tree: MarkupTree, measures: Measures): Map<number, Place> {
  const places = new Map<number, Place>();
  for (let i = 0; i < measures.count; i++) {
    const signature = placeOf(tree, i);
    let place = places.get(signature);
    if (place === undefined) {
      place = { prose: 0, words: 0, linkWords: 0, segments: 0, proseSegments: 0 };
      places.set(signature, place);
    }
    const words = measures.words[i] ?? 0;
    place.prose += tree.proseOf[i] ?? 0;
    place.words += words;
    place.linkWords += words * (tree.linkShare[i] ?? 0);
    place.segments++;
    if ((tree.proseOf[i] ?? 0) > 0) place.proseSegments++;
  }
  return places;
}

function readAround(tree: MarkupTree): Around {
  const kinds = markupWordKinds.length;
  const tags = new Float32Array(tree.count * aroundTags.length).fill(far);
  const near = new Float32Array(tree.count * kinds).fill(far);
  const claim = new Float32Array(tree.count * kinds).fill(2);
  const codes = aroundTags.map(tagCode);
  const pageProse = Math.max(1, tree.prose[0] ?? 0);
  for (let e = 0; e < tree.count; e++) {
    const parent = tree.parents[e] ?? -1;
    codes.forEach((code, k) => {
      const above = parent < 0 ? far : (tags[parent * codes.length + k] ?? far);
      tags[e * codes.length + k] = tree.tags[e] === code ? 0 : Math.min(far, above + 1);
    });
    const share = (tree.prose[e] ?? 0) / pageProse;
    for (let k = 0; k < kinds; k++) {
      const isOfKind = (((tree.kinds[e] ?? 0) >> k) & 1) === 1;
      const above = parent < 0 ? far : (near[parent * kinds + k] ?? far);
      const claimAbove = parent < 0 ? 2 : (claim[parent * kinds + k] ?? 2);
      near[e * kinds + k] = isOfKind ? 0 : Math.min(far, above + 1);
      claim[e * kinds + k] = isOfKind ? Math.min(claimAbove, share) : claimAbove;
    }
  }
  return { tags, near, claim };
}

function writeOwn({ tree }: Context, i: number, rows: Float32Array, start: number): number {
  let at = start;
  const element = tree.ofSegment[i] ?? -1;
  const tag = tree.tags[element] ?? 0;
  const h1 = tagCode('h1');
  rows[at++] = tag;
  rows[at++] = tag >= h1 && tag < h1 + 6 ? tag - h1 + 1 : 0;
  rows[at++] = tree.depths[element] ?? 0;
  rows[at++] = tree.linkShare[i] ?? 0;
  rows[at++] = tree.linkCount[i] ?? 0;
  rows[at++] = tree.emphasis[i] ?? 0;
  rows[at++] = (tree.linkShare[i] ?? 0) > 0.9 && tree.linkCount[i] === 1 ? 1 : 0;
  rows[at++] = tree.lineOfBlock[i] ?? 0;
  rows[at++] = tree.tags[tree.parents[element] ?? -1] ?? 0;
  rows[at++] = tree.alike[element] ?? 1;
  return at;
}

function writeAround({ tree, around }: Context, i: number, rows: Float32Array, start: number): number {
  let at = start;
  const element = tree.ofSegment[i] ?? -1;
  for (let k = 0; k < aroundTags.length; k++) {
    rows[at++] = element < 0 ? far : (around.tags[element * aroundTags.length + k] ?? far);
  }
  const kinds = markupWordKinds.length;
  for (let k = 0; k < kinds; k++) {
    rows[at++] = element < 0 ? far : (around.near[element * kinds + k] ?? far);
    rows[at++] = element < 0 ? 2 : (around.claim[element * kinds + k] ?? 2);
  }
  return at;
}

function writeLevels({ tree }: Context, i: number, rows: Float32Array, start: number): number {
  let at = start;
  const pageProse = Math.max(1, tree.prose[0] ?? 0);
  const pageWords = Math.max(1, tree.words[0] ?? 0);
  let element = tree.ofSegment[i] ?? -1;
  for (let level = 0; level < levels.length; level++) {
    const words = tree.words[element] ?? 0;
    const segments = tree.segments[element] ?? 0;
    rows[at++] = words;
    rows[at++] = (tree.linkWords[element] ?? 0) / Math.max(1, words);
    rows[at++] = segments;
    rows[at++] = (tree.prose[element] ?? 0) / Math.max(1, words);
    rows[at++] = tree.alike[element] ?? 0;
    rows[at++] = words / Math.max(1, segments);
    rows[at++] = level % 2 === 1 ? (tree.prose[element] ?? 0) / pageProse : words / pageWords;
    if (element >= 0) element = tree.parents[element] ?? -1;
  }
  return at;
}

function writeCandidates(context: Context, i: number, rows: Float32Array, start: number): number {
  const { tree, candidates } = context;
  let at = start;
  const element = tree.ofSegment[i] ?? -1;
  const pageProse = Math.max(1, tree.prose[0] ?? 0);
  for (const name of candidateNames) {
    const candidate = candidates[name];
    const [up, down] = stepsBetween(tree, element, candidate);
    rows[at++] = up;
    rows[at++] = down;
    rows[at++] = candidate < 0 ? 0 : (tree.prose[candidate] ?? 0) / pageProse;
    rows[at++] = candidate < 0 ? far : (tree.first[candidate] ?? 0) - i;
    rows[at++] = candidate < 0 ? far : i - (tree.last[candidate] ?? 0);
  }
  const { holder } = candidates;
  const own = element < 0 ? -1 : holderOf(tree, element);
  rows[at++] = (tree.depths[own] ?? 0) - (tree.depths[holder] ?? 0);
  rows[at++] = own >= 0 && holder >= 0 && tree.signatures[own] === tree.signatures[holder] ? 1 : 0;
  return writeBranch(context, element, rows, at);
}

/** Levels from the element up to the nearest that holds both, and from there down to the other; `far` without both. */
function stepsBetween({ parents, depths }: MarkupTree, element: number, other: number): [number, number] {
  if (element < 0 || other < 0) return [far, far];
  let a = element;
  let b = other;
  while (a !== b) {
    if ((depths[a] ?? 0) >= (depths[b] ?? 0)) a = parents[a] ?? 0;
    else b = parents[b] ?? 0;
    if (a < 0 || b < 0) return [far, far];
  }
  const meeting = depths[a] ?? 0;
  return [(depths[element] ?? 0) - meeting, (depths[other] ?? 0) - meeting];
}

/** What is known of the child of the scored candidate that the segment lies in. */
function writeBranch(
  { tree, candidates }: Context,
  element: number,
  rows: Float32Array,
  start: number,
): number {
  let at = start;
  let branch = element;
  while (branch >= 0 && tree.parents[branch] !== candidates.scored) branch = tree.parents[branch] ?? -1;
  const words = tree.words[branch] ?? 0;
  rows[at++] = branch < 0 ? -1 : words;
  rows[at++] = branch < 0 ? -1 : (tree.linkWords[branch] ?? 0) / Math.max(1, words);
  rows[at++] = branch < 0 ? -1 : (tree.prose[branch] ?? 0) / Math.max(1, tree.prose[candidates.scored] ?? 0);
  rows[at++] = branch < 0 ? -1 : (tree.segments[branch] ?? 0);
  rows[at++] = branch === candidates.holder ? 1 : 0;
  return at;
}

function writePlace(context: Context, i: number, rows: Float32Array, start: number): number {
  const { tree, places, mostProse, candidates } = context;
  let at = start;
  const place = places.get(placeOf(tree, i));
  const prose = place?.prose ?? 0;
  rows[at++] = prose;
  rows[at++] = prose / Math.max(1, tree.prose[0] ?? 0);
  rows[at++] = prose / Math.max(1, mostProse);
  rows[at++] = place?.segments ?? 0;
  rows[at++] = (place?.linkWords ?? 0) / Math.max(1, place?.words ?? 0);
  rows[at++] = (place?.proseSegments ?? 0) / Math.max(1, place?.segments ?? 0);
  rows[at++] = tree.prose[0] ?? 0;
  rows[at++] = (tree.linkWords[0] ?? 0) / Math.max(1, tree.words[0] ?? 0);
  rows[at++] = (tree.prose[candidates.holder] ?? 0) / Math.max(1, tree.prose[0] ?? 0);
  rows[at++] = tree.segments[0] ?? 0;
  return at;
}

function writeSays({ says, wordSums }: Context, i: number, rows: Float32Array, start: number): number {
  let at = start;
  rows[at++] = says.titleAt === i ? 1 : 0;
  rows[at++] = says.titleAt < 0 ? -far : i - says.titleAt;
  rows[at++] = says.titleAt < 0 ? -far : (wordSums[i] ?? 0) - (wordSums[says.titleAt] ?? 0);
  rows[at++] = says.inArticleBody[i] ?? -1;
  rows[at++] = says.inTitle[i] ?? -1;
  return at;
}

function writeNeighbours(context: Context, i: number, rows: Float32Array, start: number): number {
  const { tree, measures, linkSums, samePlaceSums, proseSums, holderSums } = context;
  const { count } = measures;
  let at = start;
  const element = tree.ofSegment[i] ?? -1;
  const parent = tree.parents[element] ?? -1;
  for (const distance of neighbours) {
    const j = i + distance;
    const other = tree.ofSegment[j] ?? -1;
    const isThere = j >= 0 && j < count && other >= 0;
    rows[at++] = isThere ? (tree.linkShare[j] ?? 0) : -1;
    rows[at++] = !isThere ? -1 : other === element ? 2 : tree.parents[other] === parent ? 1 : 0;
    rows[at++] = isThere && tree.signatures[other] === tree.signatures[element] ? 1 : 0;
    rows[at++] = isThere ? (tree.proseOf[j] ?? 0) : -1;
    rows[at++] = isThere ? (tree.emphasis[j] ?? 0) : -1;
  }
  for (const size of windows) {
    for (const [a, b] of [
      [Math.max(0, i - size), i],
      [i + 1, Math.min(count, i + 1 + size)],
    ] as const) {
      rows[at++] = mean(linkSums, a, b);
      rows[at++] = mean(samePlaceSums, a, b);
    }
  }
  rows[at++] = holderSums[i] ?? 0;
  rows[at++] = (holderSums[count] ?? 0) - (holderSums[i + 1] ?? 0);
  rows[at++] = proseSums[i] ?? 0;
  rows[at++] = (proseSums[count] ?? 0) - (proseSums[i + 1] ?? 0);
  return at;
}
