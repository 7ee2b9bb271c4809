import {
  keyLines,
  parseEntityId,
  parseWordQuery,
  type ConcordanceSort,
  type CorpusIndex,
  type EntityList,
  type EntityPair,
  type EntityType,
  type FacetBucket,
  type KwicLine,
  type Page,
  type PageRequest,
  type PairMeasure,
  type SearchHit,
  type SearchSort,
  type TextUnit,
} from '../core/index.ts';
import { articlePlaces } from '../indexer/articlePlaces.ts';
import type { AskedSession } from './corpusSession.ts';
import { filterOf, type FilterOptions } from './filterOptions.ts';
import { findEntity } from './findEntity.ts';
import { CliError, exitCodes, note } from './io.ts';
import { articleRow, count, foundOrNot, pages, printRows, type Format, type Row } from './tables.ts';

/** In the order of the lists. */
export const allTypes: readonly EntityType[] = ['ORG', 'PER', 'LOC'];

export async function printEntities(
  { index, io }: AskedSession,
  options: Format & { type?: string; limit?: number },
): Promise<number> {
  const types = options.type ? [options.type.toUpperCase() as EntityType] : allTypes;
  const limit = options.limit ?? Infinity;
  const lists = await Promise.all(
    [...types, 'unsure' as const].map((list) => entityRows(index, list, types, limit)),
  );
  const rows = lists.flatMap((list) => list.rows);
  await printRows(
    io,
    rows,
    options,
    (row) =>
      `${row.type}  ${row.name}${row.review ? ' ?' : ''}  ${count(row.articles, 'article')}, ${count(row.mentions, 'mention')}`,
  );
  if (lists.some(({ isApproximate }) => isApproximate))
    await note(io, 'The server counted in parts: what is rare may be missing, or counted a little low.');
  return exitCodes.ok;
}

/** The entities of a list; of those to be looked at the ones of some types, whose `review` is 1. */
async function entityRows(
  index: CorpusIndex,
  list: EntityList,
  types: readonly EntityType[],
  limit: number,
): Promise<{ readonly rows: readonly Row[]; readonly isApproximate: boolean }> {
  const rows: Row[] = [];
  const asked = noting((page: PageRequest): Promise<Page<FacetBucket>> => index.facet({}, list, page));
  const buckets = pages(asked.ask, list === 'unsure' ? Infinity : limit);
  for await (const { value, label, articles, mentions = 0 } of buckets) {
    const { type } = parseEntityId(value)!;
    if (!types.includes(type)) continue;
    rows.push({ id: value, type, name: label, articles, mentions, review: list === 'unsure' ? 1 : 0 });
    if (rows.length === limit) break;
  }
  return { rows, isApproximate: asked.isApproximate() };
}

/** The same question, and whether any of its answers was approximate. */
function noting<T>(ask: (page: PageRequest) => Promise<Page<T>>) {
  let isApproximate = false;
  return {
    ask: async (request: PageRequest): Promise<Page<T>> => {
      const page = await ask(request);
      isApproximate ||= page.isApproximate === true;
      return page;
    },
    isApproximate: () => isApproximate,
  };
}

export async function printArticles(session: AskedSession, options: Format & FilterOptions): Promise<number> {
  const { index, io } = session;
  const filter = await filterOf(session, options);
  const rows: Row[] = [];
  for await (const article of pages((page) => index.documents(filter, 'date', page), Infinity)) {
    rows.push(articleRow(article));
  }
  await printRows(
    io,
    rows,
    options,
    (row) => `${row.date || 'undated'}  ${row.title}  ${row.outlet}  ${row.path}`,
  );
  return exitCodes.ok;
}

export async function printKwic(
  session: AskedSession,
  options: Format & FilterOptions & { readonly sort: ConcordanceSort },
  query = '',
): Promise<number> {
  const { index, io } = session;
  mustHaveWords(query);
  const filter = await filterOf(session, options);
  const lines: KwicLine[] = [];
  for await (const line of pages((page) => index.kwic({ words: query }, filter, page), Infinity))
    lines.push(line);
  const rows = keyLines(lines, options.sort).map(({ line }): Row => {
    const { article, left, keyword, right, start, end, from } = line;
    return { ...articleRow(article), line: from.line + 1, left, keyword, right, start, end };
  });
  await printRows(
    io,
    rows,
    options,
    (row) => `${row.date || 'undated'}  ${row.path}:${row.line}  ${row.left}[${row.keyword}]${row.right}`,
  );
  return foundOrNot(io, rows.length);
}

export async function printSearch(
  session: AskedSession,
  options: Format & FilterOptions & { sort: SearchSort; limit?: number },
  query = '',
): Promise<number> {
  const { index, io, readText } = session;
  mustHaveWords(query);
  const filter = await filterOf(session, options);
  const places = articlePlaces(index, readText);
  const ask = (page: PageRequest): Promise<Page<SearchHit>> =>
    index.search(query, filter, page, options.sort);
  const rows: Row[] = [];
  for await (const { article, snippets } of pages(ask, options.limit ?? Infinity)) {
    const line = await places.line(article.id, snippets[0]?.start ?? 0);
    const text = snippets.map((snippet) => snippet.text).join(' … ');
    rows.push({ ...articleRow(article), line, snippet: text });
  }
  await printRows(
    io,
    rows,
    options,
    (row) => `${row.date || 'undated'}  ${row.path}:${row.line}  ${row.title}  ${row.snippet}`,
  );
  return foundOrNot(io, rows.length);
}

/** An empty query finds nothing, which is no answer to somebody whose shell took their quotes away. */
export function mustHaveWords(query: string): void {
  if (parseWordQuery(query) === undefined)
    throw new CliError(`There is no word to look for in “${query}”.`, exitCodes.usage);
}

export async function printPairs(
  session: AskedSession,
  options: Format &
    FilterOptions & {
      with?: string;
      type?: readonly EntityType[];
      unit: TextUnit;
      measure: PairMeasure;
      minimum?: number;
      limit?: number;
    },
): Promise<number> {
  const { index, io } = session;
  const filter = await filterOf(session, options);
  const entity = options.with === undefined ? undefined : await findEntity(index, options.with, io);
  const { unit, measure, type: types = ['ORG'], minimum = 2, limit = 100 } = options;
  const request = { unit, measure, types, minimum, ...(entity && { entity: entity.id }) };
  const rows: Row[] = [];
  const asked = noting((page: PageRequest): Promise<Page<EntityPair>> =>
    index.cooccurrence(filter, request, page),
  );
  for await (const pair of pages(asked.ask, limit)) {
    const { first, second, together, articles, score } = pair;
    rows.push({
      first: first.name,
      second: second.name,
      together,
      articles,
      score: Math.round(score * 1000) / 1000,
      first_units: first.units,
      second_units: second.units,
      first_id: first.id,
      second_id: second.id,
      first_type: first.type,
      second_type: second.type,
    });
  }
  await printRows(
    io,
    rows,
    options,
    (row) =>
      `${row.first} + ${row.second}  ${row.together} together in ${count(row.articles, 'article')}  ${row.score}`,
  );
  if (asked.isApproximate())
    await note(
      io,
      'Counted in the newest articles only: narrow the filter, by --from for example, for exact counts.',
    );
  return foundOrNot(io, rows.length);
}
