import { kindBit } from './markupNames.ts';
import type { MarkupTree } from './markupTree.ts';

const invitation = kindBit('invitation');

/** Words of a box that asks the reader to sign up, subscribe or give; a barrier around an article holds the article. */
const mostWords = 40;

/** Takes small boxes without prose that are named after an invitation (`newsletter-box`, `signup`), in the middle of an article too. */
export function dropInvitations(tree: MarkupTree, odds: Float32Array): void {
  const isInside = new Uint8Array(tree.count);
  for (let e = 0; e < tree.count; e++) {
    const isBox = (tree.kinds[e]! & invitation) !== 0 && tree.words[e]! <= mostWords && tree.prose[e] === 0;
    isInside[e] = isBox || isInside[tree.parents[e]!] === 1 ? 1 : 0;
  }
  tree.ofSegment.forEach((element, i) => {
    if (isInside[element] === 1) odds[i] = Math.max(odds[i]!, 1);
  });
}
