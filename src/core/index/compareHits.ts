import type { ArticleRow } from './articleRow.ts';
import type { SearchSort } from './wordAnswers.ts';
import { compareArticles } from './bucketOrder.ts';

/** An article that was found, and how well: the more the better. */
export interface RankedArticle {
  readonly article: ArticleRow;
  readonly score: number;
}

/** The order of what a search finds, in every engine. */
export function compareHits(sort: SearchSort): (a: RankedArticle, b: RankedArticle) => number {
  const byDate = compareArticles(sort === 'date' ? 'date' : 'dateDescending');
  if (sort !== 'rank') return (a, b) => byDate(a.article, b.article);
  return (a, b) => roundScore(b.score) - roundScore(a.score) || byDate(a.article, b.article);
}

/** Two engines work a score out in another order: the last digits are not told apart. */
export function roundScore(score: number): number {
  return Number(score.toPrecision(9));
}
