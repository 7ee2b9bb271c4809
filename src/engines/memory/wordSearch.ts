import {
  compareHits,
  lookedFor,
  searchSnippets,
  withWords,
  wordMatches,
  type CheckedFilter,
  type SearchHit,
  type SearchSort,
  type WordQuery,
} from '../../core/index.ts';
import { listedRows } from './articleRows.ts';
import type { CorpusState } from './corpusState.ts';
import { matchingArticles } from './matchingArticles.ts';
import { rankBy } from './wordRank.ts';

/** The articles that a query of words finds among those that a filter lets in, in their order. */
export function searchWords(
  state: CorpusState,
  query: WordQuery,
  filter: CheckedFilter,
  sort: SearchSort,
): SearchHit[] {
  const within = withWords(filter, query);
  const rows = new Map(listedRows(state, within, 'date').map((row) => [row.id, row]));
  const scoreOf = rankBy(state.articles, lookedFor(query));
  return matchingArticles(state, within)
    .map((known) => ({ known, article: rows.get(known.contribution.row.id)!, score: scoreOf(known) }))
    .sort(compareHits(sort))
    .map(({ known, article }) => ({
      article,
      snippets: searchSnippets(known.analysis.text, wordMatches(query, known.tokens()) ?? []),
    }));
}
