import {
  compareHits,
  nextCursor,
  pageStart,
  roundScore,
  searchSnippets,
  searchTokens,
  wordMatches,
  type ArticleRow,
  type CheckedFilter,
  type KnownPlace,
  type PageRequest,
  type SearchHit,
  type SearchSort,
  type Span,
  type WordTerm,
} from '../../core/index.ts';
import { articleByDoc, articleRows, unpackSpans } from './articleRows.ts';
import type { ReadText } from './concordance.ts';
import { orderedDocuments } from './documentOrder.ts';
import type { Slice } from './facets.ts';
import type { Parts } from './parts.ts';
import { matchExpression, selectDocuments } from './selectDocuments.ts';
import { placeOf } from './sources.ts';

/** An article that was found, with what its snippets are cut from. */
export interface FoundArticle {
  readonly article: ArticleRow;
  /** Of the text that was indexed, in UTF-16 code units. */
  readonly length: number;
  readonly boilerplate: readonly Span[];
  readonly place?: KnownPlace;
}

/** A page of the articles that hold some words. The filter has the words as well. */
export function findArticles(
  parts: Parts,
  terms: readonly WordTerm[],
  filter: CheckedFilter,
  sort: SearchSort,
  page: PageRequest,
): Slice<FoundArticle> {
  const docs = selectDocuments(parts, filter);
  const start = pageStart(page);
  const end = start + page.limit;
  const shown =
    sort === 'rank'
      ? rankedDocuments(parts, docs, terms, start, end)
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
  terms: readonly WordTerm[],
  readText: ReadText,
): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (const { article, length, boilerplate, place } of found) {
    const text = await readText(article.id, place);
    const isSame = text?.length === length;
    const snippets = isSame ? searchSnippets(text, wordMatches(searchTokens(text, boilerplate), terms)) : [];
    hits.push({ article, snippets });
  }
  return hits;
}

/** Only the articles that tie with the ends of the page are looked at for more than their score. */
function rankedDocuments(
  parts: Parts,
  docs: Uint32Array,
  terms: readonly WordTerm[],
  start: number,
  end: number,
): number[] {
  const wanted = new Set(docs);
  const scored: { doc: number; score: number }[] = [];
  const rows = parts.database.each(
    'SELECT rowid AS doc, bm25(words) AS score FROM words WHERE words MATCH ?',
    matchExpression(terms),
  );
  for (const { doc, score } of rows) {
    // FTS5 gives the better ones the lower numbers.
    if (wanted.has(Number(doc))) scored.push({ doc: Number(doc), score: roundScore(-Number(score)) });
  }
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
