import {
  admitsDate,
  compareArticles,
  entityId,
  wordMatches,
  type ArticleId,
  type CheckedFilter,
  type ReviewGroup,
} from '../../core/index.ts';
import type { CorpusState, StateArticle } from './corpusState.ts';

/** The articles that a filter lets in: each is looked at. */
export function matchingArticles(state: CorpusState, filter: CheckedFilter): readonly StateArticle[] {
  const entities = filter.entities.map(({ type, key }) => state.entityOf.get(entityId(type, key)));
  return state.articles.filter((article) => {
    const { contribution, mentions, tokens } = article;
    const { row, date, outlet, language } = contribution;
    return (
      entities.every((entity) => mentions.some((mention) => mention.entity === entity)) &&
      admitsDate(filter, date) &&
      (filter.outlets?.has(outlet) ?? true) &&
      (filter.languages?.has(language) ?? true) &&
      (filter.copies === undefined || isFirstVersion(state, row.id)) &&
      (!filter.review || [...filter.review].some((group) => isInGroup(state, article, group))) &&
      (filter.articles?.has(row.id) ?? true) &&
      (!filter.words || wordMatches(filter.words, tokens()) !== undefined)
    );
  });
}

/** The same in the order of their publication. */
export function matchingByDate(
  state: CorpusState,
  filter: CheckedFilter,
  order: 'date' | 'dateDescending',
): readonly StateArticle[] {
  const compare = compareArticles(order);
  return [...matchingArticles(state, filter)].sort((a, b) => compare(a.contribution.row, b.contribution.row));
}

/** Whether the date of an article is of a kind that one may want to look at. */
export function isInGroup(state: CorpusState, { contribution }: StateArticle, group: ReviewGroup): boolean {
  if (group !== 'sameText') return contribution.row.marks?.includes(group) ?? false;
  const { fingerprint, date } = contribution;
  return (
    fingerprint !== 0 &&
    isDay(date) &&
    state.articles.some(
      ({ contribution: other }) =>
        other.fingerprint === fingerprint && isDay(other.date) && other.date !== date,
    )
  );
}

function isFirstVersion({ versions }: CorpusState, id: ArticleId): boolean {
  const [first] = versions.get(id) ?? [];
  return first === undefined || first.contribution.row.id === id;
}

/** Not of a month or a year as a whole. */
const isDay = (date: number): boolean => date % 100 > 0;
