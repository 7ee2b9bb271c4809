import type { Filter, ReviewGroup } from '../../core/index.ts';
import { articlesOf, reviewCounts, type Ask, type Listing } from '../tree/branches.ts';
import type { ReviewHeading, ReviewNode, ShownCorpus, TreeNode } from '../tree/nodes.ts';

/** The groups in their order: what has no date first, what is only unsure last. */
const headings: Readonly<Record<ReviewHeading, readonly ReviewGroup[]>> = {
  undated: ['noDate', 'onlyEventDates'],
  conflicting: ['conflicting'],
  inFuture: ['inFuture'],
  sameText: ['sameText'],
  lowConfidence: ['lowConfidence'],
};

/** The groups of a corpus that are not empty. */
export async function reviewNodes(
  corpus: ShownCorpus,
  parent: TreeNode | undefined,
  filter: Filter,
  ask?: Ask,
): Promise<ReviewNode[]> {
  const counts = await reviewCounts(corpus, filter, ask);
  return (Object.keys(headings) as ReviewHeading[]).flatMap((group): ReviewNode[] => {
    const review = headings[group];
    const articles = review.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0);
    if (articles === 0) return [];
    const id = `${parent?.id ?? corpus.root}|${group}`;
    return [{ kind: 'review', id, corpus, parent, group, articles, filter: { ...filter, review } }];
  });
}

/** By title, so that two prints of one text stand together; what is in doubt from the newest on. */
export function articlesOfReview(parent: ReviewNode, listing: Listing): Promise<TreeNode[]> {
  const isByTitle = parent.group === 'undated' || parent.group === 'sameText';
  const place = parent.group === 'undated' ? 'undated' : 'review';
  return articlesOf(parent, listing, isByTitle ? 'title' : 'dateDescending', place);
}

/** Whether a corpus has anything to review. */
export async function hasReview(corpus: ShownCorpus): Promise<boolean> {
  return (await reviewNodes(corpus, undefined, {})).length > 0;
}
