import type { ArticleRow, DocumentSort } from './articleRow.ts';
import type { EntityRow } from './entityCard.ts';
import type { FacetBucket } from './counts.ts';
import { foldText } from './searchTokens.ts';
import { compareCodePoints } from './textOrder.ts';

/** Most articles first, then most mentions, then by label: the order of every facet in every engine. */
export function byBucketRank(a: FacetBucket, b: FacetBucket): number {
  return (
    b.articles - a.articles ||
    (b.mentions ?? 0) - (a.mentions ?? 0) ||
    compareCodePoints(a.label, b.label) ||
    compareCodePoints(a.value, b.value)
  );
}

/** The same order for suggestions. */
export function byEntityRank(a: EntityRow, b: EntityRow): number {
  return (
    b.articles - a.articles ||
    b.mentions - a.mentions ||
    compareCodePoints(a.name, b.name) ||
    compareCodePoints(a.id, b.id)
  );
}

/** Undated articles come last whichever way the dates run; equal dates and titles are ordered by id. */
export function compareArticles(sort: DocumentSort): (a: ArticleRow, b: ArticleRow) => number {
  if (sort === 'title') {
    return (a, b) => compareCodePoints(foldText(a.title), foldText(b.title)) || compareCodePoints(a.id, b.id);
  }
  const direction = sort === 'date' ? 1 : -1;
  return (a, b) => {
    if ((a.date === undefined) !== (b.date === undefined)) return a.date === undefined ? 1 : -1;
    return direction * compareCodePoints(a.date ?? '', b.date ?? '') || compareCodePoints(a.id, b.id);
  };
}
