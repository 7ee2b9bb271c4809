import {
  kwicLines,
  namedTogether,
  parseWordQuery,
  wordMatches,
  type CheckedFilter,
  type EntityId,
  type KwicLine,
  type KwicQuery,
  type NamedTogether,
  type Span,
  type TextUnit,
} from '../../core/index.ts';
import { mentionRanges, rowOf } from './articleRows.ts';
import { entityNamed, type CorpusState, type StateArticle } from './corpusState.ts';
import { matchingByDate } from './matchingArticles.ts';

/** What is looked for, in its context: by date, then article, then position. */
export function keywordLines(state: CorpusState, query: KwicQuery, filter: CheckedFilter): KwicLine[] {
  const keywordsIn = 'entity' in query ? mentionsOf(state, query.entity) : matchesOf(query.words);
  return matchingByDate(state, filter, 'date').flatMap((article) =>
    kwicLines(rowOf(state, article), article.analysis.text, keywordsIn(article)),
  );
}

/** The sentences or paragraphs that name all of some entities, the newest article first. */
export function passagesTogether(
  state: CorpusState,
  ids: readonly EntityId[],
  unit: TextUnit,
  filter: CheckedFilter,
): NamedTogether[] {
  if (ids.length === 0) return [];
  const entities = ids.map((id) => entityNamed(state, id)?.id ?? id);
  return matchingByDate(state, filter, 'dateDescending').flatMap((article) => {
    const { text, boilerplate } = article.analysis;
    const { row } = article.contribution;
    return namedTogether(row, text, boilerplate, mentionRanges(article), entities, unit);
  });
}

type KeywordsIn = (article: StateArticle) => readonly Span[];

function mentionsOf(state: CorpusState, id: EntityId): KeywordsIn {
  const entity = entityNamed(state, id)?.id;
  return ({ mentions }) => mentions.filter((mention) => mention.entity === entity);
}

function matchesOf(words: string): KeywordsIn {
  const query = parseWordQuery(words);
  return (article) => (query && wordMatches(query, article.tokens())) ?? [];
}
