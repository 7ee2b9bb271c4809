import {
  compareHits,
  nextCursor,
  pageStart,
  roundScore,
  searchSnippets,
  wordMatches,
  type ArticleRow,
  type CheckedFilter,
  type KnownPlace,
  type PageRequest,
  type SearchHit,
  type SearchSort,
  type Span,
  type WordQuery,
} from '../../core/index.ts';
import { articleByDoc, articleRows, unpackSpans } from './articleRows.ts';
import type { ReadText } from './concordance.ts';
import { orderedDocuments } from './documentOrder.ts';
import type { Slice } from './facets.ts';
import type { Parts } from './parts.ts';
import { rankExpression } from './matchExpression.ts';
import { searchZones } from './searchZones.ts';
import { selectDocuments } from './selectDocuments.ts';
import { placeOf } from './sources.ts';

/** An article that was found, with what its snippets are cut from. */
export interface FoundArticle {
  readonly article: ArticleRow;
  /** Of the text that was indexed, in UTF-16 code units. */
  readonly length: number;
  readonly boilerplate: readonly Span[];
  readonly place?: KnownPlace;
}

/** A page of the articles that a query finds. The filter has the query as well. */
export function findArticles(
  parts: Parts,
  query: WordQuery,
  filter: CheckedFilter,
  sort: SearchSort,
  page: PageRequest,
): Slice<FoundArticle> {
  const docs = selectDocuments(parts, filter);
  const start = pageStart(page);
  const end = start + page.limit;
  const shown =
    sort === 'rank'
      ? rankedDocuments(parts, docs, query, start, end)
      : orderedDocuments(parts, docs, sort, start, end);
  const items = articleRows(parts, shown, filter).map((article, i): FoundArticle => {
    const row = parts.database.get('SELECT length, boilerplate FROM body WHERE doc = ?', shown[i]!)!;
    const place = placeOf(parts, article.id);
    return {
      article,
      length: Number(row['length']),
      boilerplate: unpackSpans(row['boilerplate'] as Uint8Array),
      ...(place && { place }),
    };
  });
  return { items, total: docs.length, ...nextCursor(start, items.length, docs.length) };
}

/** The articles with the stretches that show why they were found. */
export async function searchHits(
  found: readonly FoundArticle[],
  query: WordQuery,
  readText: ReadText,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const { article, length, boilerplate, place } of found) {
    const text = await readText(article.id, place);
    const matches =
      text?.length === length ? wordMatches(query, searchZones(article, text, boilerplate)) : undefined;
    const snippets = text === undefined || !matches ? [] : searchSnippets(text, matches);
    hits.push({ article, snippets });
  }
  return hits;
}

/** Only the articles that tie with the ends of the page are looked at for more than their score. */
function rankedDocuments(
  parts: Parts,
  docs: Uint32Array,
  query: WordQuery,
  start: number,
  end: number,
): number[] {
  const wanted = new Set(docs);
  const scored: { doc: number; score: number }[] = [];
  const match = rankExpression(query);
  const rows =
    match === undefined
      ? []
      : parts.database.each(
          'SELECT rowid AS doc, bm25(words) AS score FROM words WHERE words MATCH ?',
          match,
        );
  for (const { doc, score } of rows) {
    // FTS5 gives the better ones the lower numbers.
    if (wanted.delete(Number(doc))) scored.push({ doc: Number(doc), score: roundScore(-Number(score)) });
  }
  // Found by what is not there.
  for (const doc of wanted) scored.push({ doc, score: 0 });
  scored.sort((a, b) => b.score - a.score);
  let first = Math.min(start, scored.length);
  let last = Math.min(end, scored.length);
  while (first > 0 && scored[first - 1]!.score === scored[start]?.score) first--;
  while (last > 0 && last < scored.length && scored[last]!.score === scored[last - 1]!.score) last++;
  const ordered = scored
    .slice(first, last)
    .map(({ doc, score }) => ({ doc, score, article: articleByDoc(parts, doc)! }));
  return ordered
    .sort(compareHits('rank'))
    .slice(start - first, end - first)
    .map(({ doc }) => doc);
}
