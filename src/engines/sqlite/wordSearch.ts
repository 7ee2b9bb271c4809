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
  type Slice,
} from '../../core/index.ts';
import { articleByDoc, articleRows, unpackSpans } from './articleRows.ts';
import { orderedDocuments } from './documentOrder.ts';
import { filterKey } from './filterKey.ts';
import type { Parts } from './parts.ts';
import { rankExpression } from './matchExpression.ts';
import { readAhead, type ReadText } from './readText.ts';
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
      ? rankedDocuments(parts, docs, query, filter, start, end)
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
  for await (const { source, text } of readAhead(found, readText)) {
    const { article, length, boilerplate } = source;
    const matches =
      text?.length === length ? wordMatches(query, searchZones(article, text, boilerplate)) : undefined;
    const snippets = text === undefined || !matches ? [] : searchSnippets(text, matches);
    hits.push({ article, snippets });
  }
  return hits;
}

/** Scores that differ by less, in proportion, may be rounded to one. */
const scoreBlur = 2e-8;

/** Only the articles that could stand on the page are looked at for more than their score. The filter has the query as well. */
function rankedDocuments(
  parts: Parts,
  docs: Uint32Array,
  query: WordQuery,
  filter: CheckedFilter,
  start: number,
  end: number,
): number[] {
  const match = rankExpression(query);
  // All found by what is not there: no one better than another.
  if (match === undefined) return [...orderedDocuments(parts, docs, 'dateDescending', start, end)];
  if (start >= docs.length) return [];
  const key = JSON.stringify([filterKey(filter), match]);
  const scores = parts.scores.get(key, () => scoresOf(parts, docs, match));
  const best = scores.slice().sort().reverse();
  const least = best[Math.min(end, best.length) - 1]! * (1 - scoreBlur);
  const most = best[start]! * (1 + scoreBlur);
  const above = best.findIndex((score) => score <= most);
  const near: { doc: number; score: number; article: ArticleRow }[] = [];
  for (const [i, score] of scores.entries()) {
    if (score < least || score > most) continue;
    const doc = docs[i]!;
    near.push({ doc, score: roundScore(score), article: articleByDoc(parts, doc)! });
  }
  const skipped = start - above;
  return near
    .sort(compareHits('rank'))
    .slice(skipped, skipped + end - start)
    .map(({ doc }) => doc);
}

/** How well each of some articles (ascending) answers what FTS5 is asked: 0 for one that was found by what is not there. */
function scoresOf({ database }: Parts, docs: Uint32Array, match: string): Float64Array {
  const scores = new Float64Array(docs.length);
  // One row that tells all of them is read faster than as many rows; they ascend.
  const row = database.get(
    `SELECT group_concat(hit, ' ') AS hits
     FROM (SELECT rowid || ' ' || bm25(words) AS hit FROM words WHERE words MATCH ? ORDER BY rowid LIMIT -1)`,
    match,
  );
  const hits = String(row?.['hits'] ?? '');
  let at = 0;
  for (let from = 0; from < hits.length;) {
    const blank = hits.indexOf(' ', from);
    const next = hits.indexOf(' ', blank + 1);
    const end = next === -1 ? hits.length : next;
    const doc = Number(hits.slice(from, blank));
    while (at < docs.length && docs[at]! < doc) at++;
    // FTS5 gives the better ones the lower numbers.
    if (docs[at] === doc) scores[at] = -Number(hits.slice(blank + 1, end));
    from = end + 1;
  }
  return scores;
}
