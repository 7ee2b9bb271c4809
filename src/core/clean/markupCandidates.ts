import { kindBit } from './markupNames.ts';
import { tagCode } from './markupTree.ts';
import type { MarkupTree } from './markupTree.ts';
import type { Measures } from './measures.ts';

/** Elements that may hold the article, -1 where there is none. */
export interface Candidates {
  /** By paragraphs' mass that goes to parents and, halved, to grandparents, less what is in links. */
  readonly scored: number;
  /** The one whose lines, prose for gain and all else for loss, sum up highest. */
  readonly densest: number;
  /** The one with the most prose in its own paragraphs. */
  readonly holder: number;
}

const shy = kindBit(
  'comments',
  'related',
  'sidebar',
  'footer',
  'share',
  'advertisement',
  'navigation',
  'invitation',
);
const likely = kindBit('body', 'article', 'content');

export function findCandidates(tree: MarkupTree, measures: Measures): Candidates {
  return {
    scored: bestScored(tree, measures),
    densest: densest(tree, measures),
    holder: largestHolder(tree),
  };
}

/** The element whose children paragraphs are: the parent of a paragraph, of loose text the element itself. */
export function holderOf(tree: MarkupTree, element: number): number {
  return leafTags.has(tree.tags[element] ?? 0) ? (tree.parents[element] ?? -1) : element;
}

const leafTags: ReadonlySet<number> = new Set(
  (['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'dt', 'dd'] as const).map(tagCode),
);

function bestScored(tree: MarkupTree, measures: Measures): number {
  const scores = new Float64Array(tree.count);
  tree.ofSegment.forEach((element, i) => {
    const prose = tree.proseOf[i] ?? 0;
    if (prose <= 0 || element < 0) return;
    const worth = 1 + Math.min(10, measures.commas[i] ?? 0) + Math.min(3, prose / 16);
    const kinds = tree.kinds[element] ?? 0;
    let share = (kinds & shy) !== 0 && (kinds & likely) === 0 ? worth / 2 : worth;
    let at = holderOf(tree, element);
    for (let level = 0; level < 4 && at >= 0; level++) {
      scores[at] = (scores[at] ?? 0) + share;
      share = level === 0 ? worth / 2 : worth / (3 * (level + 1));
      at = tree.parents[at] ?? -1;
    }
  });
  return best(tree.count, (e) => {
    const kinds = tree.kinds[e] ?? 0;
    const weight = ((kinds & likely) !== 0 ? 1.25 : 1) * ((kinds & shy) !== 0 ? 0.7 : 1);
    return (scores[e] ?? 0) * weight * (1 - (tree.linkWords[e] ?? 0) / Math.max(1, tree.words[e] ?? 0));
  });
}

/** What a line costs, in words, before it brings anything. */
const price = 7;

function densest(tree: MarkupTree, measures: Measures): number {
  const gains = new Float64Array(tree.count);
  tree.ofSegment.forEach((element, i) => {
    if (element < 0) return;
    const words = measures.words[i] ?? 0;
    const free = 1 - (tree.linkShare[i] ?? 0);
    const worth = (tree.proseOf[i] ?? 0) > 0 ? Math.min(tree.proseOf[i] ?? 0, 120) : words * 0.3 * free;
    gains[element] = (gains[element] ?? 0) + worth - price * (2 - free);
  });
  for (let e = tree.count - 1; e > 0; e--) {
    const parent = tree.parents[e] ?? -1;
    if (parent >= 0) gains[parent] = (gains[parent] ?? 0) + (gains[e] ?? 0);
  }
  return best(tree.count, (e) => gains[e] ?? 0);
}

function largestHolder(tree: MarkupTree): number {
  const sums = new Float64Array(tree.count);
  tree.ofSegment.forEach((element, i) => {
    const holder = element < 0 ? -1 : holderOf(tree, element);
    if (holder >= 0) sums[holder] = (sums[holder] ?? 0) + (tree.proseOf[i] ?? 0);
  });
  return best(tree.count, (e) => sums[e] ?? 0);
}

/** The element of the greatest value above 0; of equals the innermost, which comes last. */
function best(count: number, value: (element: number) => number): number {
  let found = -1;
  let most = 0;
  for (let e = 0; e < count; e++) {
    const own = value(e);
    if (own > 0 && own >= most) {
      most = own;
      found = e;
    }
  }
  return found;
}
