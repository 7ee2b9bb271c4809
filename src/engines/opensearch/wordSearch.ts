import {
  searchSnippets,
  wordMatches,
  type CheckedFilter,
  type PageRequest,
  type SearchHit,
  type SearchSort,
  type WordQuery,
  type Slice,
} from '../../core/index.ts';
import { articlesInOrder } from './articlesInOrder.ts';
import { zonesOf } from './concordance.ts';
import { rowOf, type ArticleText } from './documents.ts';
import { scoringQuery } from './queries.ts';
import { cursorOf, placeOf, queryOf, type Reading } from './reading.ts';

/**
 * Articles in which all words stand, each with the stretches that show why. Ranked by the server's own BM25, which counts how rare a
 * word is within a part of the index, and lets other forms of the words count a little.
 */
export async function searchWords(
  reading: Reading,
  words: WordQuery,
  filter: CheckedFilter,
  sort: SearchSort,
  page: PageRequest,
): Promise<Slice<SearchHit>> {
  const { after } = placeOf(page);
  const narrowed = await queryOf(reading, filter);
  const { hits, total } = await articlesInOrder<ArticleText>(reading, {
    query: scoringQuery(words, narrowed),
    sort,
    size: page.limit,
    after,
    fields: ['row', 'versions', 'text', 'titleWords', 'content.boilerplate'],
  });
  const end = hits.at(-1)?.sort;
  return {
    items: hits.map(({ source }) => ({
      article: rowOf(reading, source),
      snippets: searchSnippets(source.text, wordMatches(words, zonesOf(source)) ?? []),
    })),
    total,
    ...(hits.length === page.limit && end && { cursor: cursorOf({ after: end, shown: 0 }) }),
  };
}
