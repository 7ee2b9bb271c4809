import { markupWordKinds } from './lists/markupWords.ts';
import type { MarkupWord } from './lists/markupWords.ts';
import { kindBit } from './markupNames.ts';
import { tagCode } from './markupTree.ts';
import type { KnownTag, MarkupTree } from './markupTree.ts';

/** Why an element is furniture: the part its tag or its names give it. */
export type Furniture =
  'navigation' | 'footer' | 'form' | 'aside' | 'related' | 'share' | 'comments' | 'tags';

/** Kinds of names that the article itself hardly ever has. */
const sureKinds: readonly (readonly [MarkupWord, Furniture])[] = [
  ['comments', 'comments'],
  ['navigation', 'navigation'],
  ['footer', 'footer'],
  ['search', 'form'],
  ['related', 'related'],
  ['share', 'share'],
  ['tags', 'tags'],
];
const sureTags: readonly (readonly [KnownTag, Furniture])[] = [
  ['nav', 'navigation'],
  ['footer', 'footer'],
  ['form', 'form'],
  ['button', 'form'],
  ['aside', 'aside'],
];
const commentsBit = kindBit('comments');

/** They are the page; what they are named after is in it. */
const pageTags: ReadonlySet<number> = new Set([tagCode('html'), tagCode('body')]);

/** More of the page's prose than this is in no menu and no box: the name speaks of something else. */
const mostShare = 0.35;

/** Comments may outweigh a short article, but never make the page. */
const mostCommentShare = 0.98;

/** Fewer words than these left, and the names of the page are not to be trusted. */
const leastWordsLeft = 25;

/**
 * For each segment, why it is surely not of the article by the tags and names around it; undefined for most. Nothing is
 * furniture that holds the title, or so much of the page that it must be the article.
 */
export function findFurniture(tree: MarkupTree, titleAt: number): readonly (Furniture | undefined)[] {
  const above: (Furniture | undefined)[] = [];
  const comments = commentProse(tree);
  const prose = Math.max(1, (tree.prose[0] ?? 0) - comments);
  for (let e = 0; e < tree.count; e++) {
    const parent = tree.parents[e] ?? -1;
    above[e] = (parent < 0 ? undefined : above[parent]) ?? partOf(tree, e, titleAt, prose);
  }
  const found = Array.from(tree.ofSegment, (element) => above[element]);
  return isEnoughLeft(tree, found) ? found : found.map((part) => (part === 'comments' ? part : undefined));
}

function partOf(tree: MarkupTree, e: number, titleAt: number, prose: number): Furniture | undefined {
  if (pageTags.has(tree.tags[e] ?? 0)) return undefined;
  const kinds = tree.kinds[e] ?? 0;
  const part =
    sureKinds.find(([kind]) => ((kinds >> markupWordKinds.indexOf(kind)) & 1) === 1)?.[1] ??
    sureTags.find(([tag]) => tagCode(tag) === tree.tags[e])?.[1];
  if (part === undefined || holds(tree, e, titleAt)) return undefined;
  if (part === 'comments') return isComments(tree, e) ? part : undefined;
  return (tree.prose[e] ?? 0) <= prose * mostShare ? part : undefined;
}

function holds(tree: MarkupTree, e: number, segment: number): boolean {
  for (let at = tree.ofSegment[segment] ?? -1; at >= 0; at = tree.parents[at] ?? -1)
    if (at === e) return true;
  return false;
}

function isComments(tree: MarkupTree, e: number): boolean {
  return (tree.prose[e] ?? 0) <= (tree.prose[0] ?? 0) * mostCommentShare;
}

/** Words of prose in the outermost elements of comments. */
function commentProse(tree: MarkupTree): number {
  const isInside = new Uint8Array(tree.count);
  let sum = 0;
  for (let e = 0; e < tree.count; e++) {
    const isNamed = ((tree.kinds[e] ?? 0) & commentsBit) !== 0 && !pageTags.has(tree.tags[e] ?? 0);
    const isIn = isInside[tree.parents[e] ?? -1] === 1;
    if (!isIn && isNamed && isComments(tree, e)) sum += tree.prose[e] ?? 0;
    isInside[e] = isIn || (isNamed && isComments(tree, e)) ? 1 : 0;
  }
  return sum;
}

function isEnoughLeft(tree: MarkupTree, found: readonly (Furniture | undefined)[]): boolean {
  let words = 0;
  found.forEach((part, i) => {
    const element = tree.ofSegment[i] ?? -1;
    if (part === undefined && element >= 0) words += tree.proseOf[i] ?? 0;
  });
  return words >= leastWordsLeft;
}
