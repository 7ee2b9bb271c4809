import {
  searchSnippets,
  wordMatches,
  type CheckedFilter,
  type PageRequest,
  type SearchHit,
  type SearchSort,
  type WordQuery,
} from '../../core/index.ts';
import type { JsonObject } from './cluster.ts';
import { zonesOf } from './concordance.ts';
import { rowOf, type ArticleText } from './documents.ts';
import { scoringQuery, sortOf } from './queries.ts';
import { cursorOf, placeOf, queryOf, type Reading, type Slice } from './reading.ts';

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
  const order: readonly JsonObject[] = [
    ...(sort === 'rank' ? [{ _score: 'desc' }] : []),
    ...sortOf(sort === 'date' ? 'date' : 'dateDescending'),
  ];
  const { hits } = await reading.store.search<ArticleText>('articles', {
    size: page.limit,
    track_total_hits: true,
    query: scoringQuery(words, narrowed),
    sort: order,
    _source: ['row', 'versions', 'text', 'titleWords', 'content.boilerplate'],
    ...(after && { search_after: after }),
  });
  const end = hits.hits.at(-1)?.sort;
  return {
    items: hits.hits.map(({ _source }) => ({
      article: rowOf(_source),
      snippets: searchSnippets(_source.text, wordMatches(words, zonesOf(_source)) ?? []),
    })),
    total: hits.total!.value,
    ...(hits.hits.length === page.limit && end && { cursor: cursorOf({ after: end, shown: 0 }) }),
  };
}
