import {
  reviewGroups,
  type EntityId,
  type EntityList,
  type FacetBucket,
  type FacetField,
} from '../../core/index.ts';
import type { CorpusState, StateArticle } from './corpusState.ts';
import { isInGroup } from './matchingArticles.ts';

/** What some articles can be counted by, in no order. */
export function countBuckets(
  state: CorpusState,
  articles: readonly StateArticle[],
  by: FacetField,
): FacetBucket[] {
  if (by === 'outlet' || by === 'language') return countValues(articles, by);
  return by === 'review' ? countReview(state, articles) : countEntities(state, articles, by);
}

/** The entities of a list that some articles name, in no order. */
export function countEntities(
  { entities }: CorpusState,
  articles: readonly StateArticle[],
  list: EntityList,
): FacetBucket[] {
  const counts = new Map<EntityId, { articles: number; mentions: number }>();
  for (const { mentions } of articles) {
    for (const id of new Set(mentions.map((mention) => mention.entity))) {
      const count = counts.get(id) ?? { articles: 0, mentions: 0 };
      counts.set(id, count);
      count.articles++;
      count.mentions += mentions.filter((mention) => mention.entity === id).length;
    }
  }
  return [...counts]
    .map(([id, count]) => ({ entity: entities.get(id)!, count }))
    .filter(({ entity }) => entity.list === list)
    .map(({ entity, count }) => ({
      value: entity.id,
      label: entity.name,
      ...count,
      ...(entity.isCurated && { isCurated: true }),
    }));
}

function countValues(articles: readonly StateArticle[], by: 'outlet' | 'language'): FacetBucket[] {
  const counts = new Map<string, number>();
  for (const { contribution } of articles)
    counts.set(contribution[by], (counts.get(contribution[by]) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, label: value, articles: count }));
}

function countReview(state: CorpusState, articles: readonly StateArticle[]): FacetBucket[] {
  return reviewGroups
    .map((group) => ({
      value: group,
      label: group,
      articles: articles.filter((article) => isInGroup(state, article, group)).length,
    }))
    .filter((bucket) => bucket.articles > 0);
}
