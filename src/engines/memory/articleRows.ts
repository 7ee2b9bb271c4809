import {
  compareArticles,
  entityId,
  type ArticleId,
  type ArticleRow,
  type CheckedFilter,
  type DocumentSort,
  type MentionRange,
  type TextMarks,
} from '../../core/index.ts';
import type { CorpusState, StateArticle } from './corpusState.ts';
import type { KnownArticle } from './knownFiles.ts';
import { matchingArticles } from './matchingArticles.ts';

/** The rows of the articles that a filter lets in, with the mentions of its last entity. */
export function listedRows(state: CorpusState, filter: CheckedFilter, sort: DocumentSort): ArticleRow[] {
  const last = filter.entities.at(-1);
  const entity = last && state.entityOf.get(entityId(last.type, last.key));
  const rows = matchingArticles(state, filter).map((article) => {
    const own = article.mentions.filter((mention) => mention.entity === entity);
    const row = rowOf(state, article);
    if (own.length === 0) return row;
    const { start, end } = own[0]!;
    return { ...row, mentions: own.length, firstMention: { start, end } };
  });
  return rows.sort(compareArticles(sort));
}

export function rowOf({ versions }: CorpusState, { contribution: { row } }: KnownArticle): ArticleRow {
  const same = versions.get(row.id);
  if (!same) return row;
  return { ...row, versions: { count: same.length, first: same[0]!.contribution.row.id } };
}

export function articleRow(state: CorpusState, id: ArticleId): ArticleRow | undefined {
  const article = articleOf(state, id);
  return article && rowOf(state, article);
}

export function versionsOf(state: CorpusState, id: ArticleId): readonly ArticleRow[] {
  return (state.versions.get(id) ?? []).map((version) => rowOf(state, version));
}

export function textMarksOf(state: CorpusState, id: ArticleId): TextMarks | undefined {
  const article = articleOf(state, id);
  if (!article) return undefined;
  const { text, boilerplate } = article.analysis;
  const { dateSpan } = article.contribution;
  return {
    length: text.length,
    boilerplate: boilerplate.map(({ start, end }) => ({ start, end })),
    ...(dateSpan && { date: { start: dateSpan.start, end: dateSpan.end } }),
  };
}

export function mentionsOf(state: CorpusState, id: ArticleId): readonly MentionRange[] {
  return mentionRanges(articleOf(state, id));
}

/** In text order; none of an article that is not there. */
export function mentionRanges(article: StateArticle | undefined): MentionRange[] {
  return (article?.mentions ?? []).map(({ start, end, entity }) => ({ start, end, entity }));
}

function articleOf({ articles }: CorpusState, id: ArticleId): StateArticle | undefined {
  return articles.find(({ contribution }) => contribution.row.id === id);
}
