import {
  entityId,
  searchSnippets,
  searchTokens,
  wordMatches,
  type ArticleId,
  type ArticleRow,
  type CheckedFilter,
  type DocumentSort,
  type MentionRange,
  type PageRequest,
  type SearchHit,
  type SearchSort,
  type TextMarks,
  type WordMatch,
  type WordQuery,
  type Slice,
} from '../../../core/index.ts';
import { cursorOf, placeOf } from '../reading.ts';
import type { ForeignArticle } from './foreignArticles.ts';
import { contentQuery } from './foreignQueries.ts';
import { queryOf, type ForeignReading } from './foreignReading.ts';

/** Articles in an order, with the mentions of the filter's last entity. */
export async function listDocuments(
  reading: ForeignReading,
  filter: CheckedFilter,
  sort: DocumentSort,
  page: PageRequest,
): Promise<Slice<ArticleRow>> {
  const { after } = placeOf(page);
  const last = filter.entities.at(-1);
  const { articles, total } = await reading.articles.read(await queryOf(reading, filter), sort, page.limit, {
    withText: last !== undefined,
    ...(after && { after }),
  });
  const rows = articles.map(({ row }) => row);
  if (!last) return { items: rows, total, ...endOf(articles, page.limit) };
  const places = await reading.names.places(articles);
  const entity = entityId(last.type, last.key);
  const items = rows.map((row) => {
    const own = (places.get(row.id) ?? []).filter((place) => place.entity === entity);
    const [first] = own;
    return first
      ? { ...row, mentions: own.length, firstMention: { start: first.start, end: first.end } }
      : row;
  });
  return { items, total, ...endOf(articles, page.limit) };
}

/** Articles that the server finds by words, with the places where we find them in the text. */
export async function searchWords(
  reading: ForeignReading,
  query: WordQuery,
  filter: CheckedFilter,
  sort: SearchSort,
  page: PageRequest,
): Promise<Slice<SearchHit>> {
  const { after } = placeOf(page);
  const narrowed = await queryOf(reading, filter);
  const { content } = reading.articles.fields;
  const scoring = { bool: { must: [contentQuery(content, query)], filter: [narrowed] } };
  const { articles, total } = await reading.articles.read(scoring, sort, page.limit, {
    withText: true,
    ...(after && { after }),
  });
  const items = articles.map(({ row, text }) => ({
    article: row,
    snippets: text === undefined ? [] : searchSnippets(text, matchesIn(query, text)),
  }));
  return { items, total, ...endOf(articles, page.limit) };
}

/** Where the text of an article has what a query of words looks for; its title is not looked at. */
export function matchesIn(words: WordQuery, text: string): readonly WordMatch[] {
  return wordMatches(words, { title: [], body: searchTokens(text) }) ?? [];
}

export async function articleRow(
  { articles }: ForeignReading,
  id: ArticleId,
): Promise<ArticleRow | undefined> {
  return (await articles.withIds([id]))[0]?.row;
}

/** The text of an article; undefined when the server does not give it. */
export async function textOf({ articles }: ForeignReading, id: ArticleId): Promise<string | undefined> {
  return (await articles.withIds([id], true))[0]?.text;
}

export async function mentionsOf(
  { articles, names }: ForeignReading,
  id: ArticleId,
): Promise<readonly MentionRange[]> {
  const found = await articles.withIds([id], true);
  return (await names.places(found)).get(id) ?? [];
}

/** Such a server knows of no boilerplate and of no place where a date was read. */
export async function textMarksOf(reading: ForeignReading, id: ArticleId): Promise<TextMarks | undefined> {
  const text = await textOf(reading, id);
  return text === undefined ? undefined : { length: text.length, boilerplate: [] };
}

function endOf(articles: readonly ForeignArticle[], limit: number): { cursor?: string } {
  const after = articles.at(-1)?.sort;
  return articles.length === limit && after ? { cursor: cursorOf({ after, shown: 0 }) } : {};
}
