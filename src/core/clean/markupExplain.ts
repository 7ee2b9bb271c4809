import type { Reason } from './explain.ts';
import { findCandidates } from './markupCandidates.ts';
import { kindBit } from './markupNames.ts';
import type { PageReading } from './markupPage.ts';
import { tagCode } from './markupTree.ts';
import type { BoilerplateKind } from './passage.ts';
import type { BoilerplateRule } from './evidence.ts';

/** A list has at least so many lines, and most of their words are links. */
const leastListLines = 3;
const leastLinkShare = 0.6;

/** How far up a list or a named box is looked for, in elements. */
const reach = 4;

const named: readonly (readonly [bits: number, BoilerplateKind, BoilerplateRule])[] = [
  [kindBit('advertisement'), 'notice', 'namedAdvertisement'],
  [kindBit('invitation', 'notice'), 'notice', 'namedInvitation'],
  [kindBit('teaser', 'sidebar'), 'teaser', 'namedTeaser'],
  [kindBit('caption'), 'notice', 'pictureCaption'],
];
const captionTag = tagCode('figcaption');

/** What the markup says of a segment that goes: the first of a list of links, a named box, a place outside the article. */
export function explainByMarkup(
  page: PageReading,
  odds: Float32Array,
): (i: number, reason: Reason) => Reason | undefined {
  const { tree, measures } = page;
  const article = findCandidates(tree, measures).holder;
  const keeps = keptWords(page, odds);
  return (i, { kind }) => {
    let element = tree.ofSegment[i] ?? -1;
    if (tree.tags[element] === captionTag) return { kind: 'notice', rule: 'pictureCaption' };
    for (let level = 0; level < reach && element >= 0; level++) {
      // What the article shares with the line says nothing about the line.
      if ((keeps[element] ?? 0) > 0) break;
      const words = tree.words[element] ?? 0;
      const isList = (tree.segments[element] ?? 0) >= leastListLines;
      if (isList && (tree.linkWords[element] ?? 0) >= words * leastLinkShare) {
        return { kind: (measures.words[i] ?? 0) > 5 ? 'teaser' : 'navigation', rule: 'linkList' };
      }
      const kinds = tree.kinds[element] ?? 0;
      const [, namedKind, rule] = named.find(([bits]) => (kinds & bits) !== 0) ?? [];
      if (namedKind !== undefined && rule !== undefined) return { kind: namedKind, rule };
      element = tree.parents[element] ?? -1;
    }
    return article >= 0 && !isWithin(page, i, article) ? { kind, rule: 'outsideArticle' } : undefined;
  };
}

function isWithin({ tree }: PageReading, i: number, element: number): boolean {
  for (let at = tree.ofSegment[i] ?? -1; at >= 0; at = tree.parents[at] ?? -1)
    if (at === element) return true;
  return false;
}

/** Words that stay, by element. */
function keptWords({ tree, measures }: PageReading, odds: Float32Array): Float64Array {
  const kept = new Float64Array(tree.count);
  tree.ofSegment.forEach((element, i) => {
    if (element >= 0 && (odds[i] ?? 0) <= 0) kept[element] = (kept[element] ?? 0) + (measures.words[i] ?? 0);
  });
  for (let e = tree.count - 1; e > 0; e--) {
    const parent = tree.parents[e] ?? -1;
    if (parent >= 0) kept[parent] = (kept[parent] ?? 0) + (kept[e] ?? 0);
  }
  return kept;
}
