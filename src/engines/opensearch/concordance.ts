import {
  entityId,
  findTerm,
  kwicLine,
  searchTokens,
  type CheckedFilter,
  type KwicLine,
  type PageRequest,
  type Span,
  type WordTerm,
} from '../../core/index.ts';
import { articlesFrom, mentionRanges, rowOf, type ArticleText } from './documents.ts';
import type { EntityDocument } from './entityDocuments.ts';
import { mentionsOf } from './facets.ts';
import { cursorOf, placeOf, queryOf, type Reading, type Slice } from './reading.ts';

/** Articles read at once: their texts come with them. */
const articlesAtOnce = 50;

/** Mentions of an entity in their context, by date, then article, then place. */
export async function entityLines(
  reading: Reading,
  entity: EntityDocument,
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<KwicLine>> {
  const { type, key } = entity;
  const both = { ...filter, entities: [...filter.entities, { type, key }] };
  const query = await queryOf(reading, both);
  const [mentions, lines] = await Promise.all([
    mentionsOf(reading, query, entity.names),
    linesOf(reading, query, page, ({ content }) =>
      mentionRanges(content).filter((mention) => mention.entity === entityId(type, key)),
    ),
  ]);
  const total = [...mentions.values()].reduce((sum, n) => sum + n, 0);
  return { items: lines.items, total, ...(lines.cursor !== undefined && { cursor: lines.cursor }) };
}

/**
 * Occurrences of words in their context. How many there are in all is known only when the first page reads every article;
 * else the total is a lower bound, and said to be approximate.
 */
export async function wordLines(
  reading: Reading,
  terms: readonly WordTerm[],
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<KwicLine>> {
  const query = await queryOf(reading, { ...filter, words: [...filter.words, ...terms] });
  const { items, cursor, articles } = await linesOf(reading, query, page, ({ text, content }) => {
    const removed = content.boilerplate.map(([start, end]) => ({ start, end }));
    return wordSpans(text, removed, terms);
  });
  if (cursor === undefined && page.cursor === undefined) return { items, total: items.length };
  const left = (await reading.store.count('articles', query)) - articles;
  return {
    items,
    total: items.length + Math.max(0, left),
    ...(cursor !== undefined && { cursor }),
    isApproximate: true,
  };
}

async function linesOf(
  reading: Reading,
  query: Parameters<typeof articlesFrom>[1],
  page: PageRequest,
  spansOf: (article: ArticleText) => readonly Span[],
): Promise<{ items: KwicLine[]; articles: number; cursor?: string }> {
  const place = placeOf(page);
  const items: KwicLine[] = [];
  const size = Math.min(articlesAtOnce, page.limit + 1);
  let shown = place.shown;
  let before = place.after;
  let articles = 0;
  const found = articlesFrom(reading, query, 'date', place.after, size);
  for await (const { source, sort } of found) {
    if (items.length >= page.limit)
      return { items, articles, cursor: cursorOf({ shown: 0, ...(before && { after: before }) }) };
    const spans = spansOf(source).slice(shown);
    const room = page.limit - items.length;
    items.push(...spans.slice(0, room).map((span) => kwicLine(rowOf(source), source.text, span)));
    if (spans.length > room) {
      const cursor = cursorOf({ shown: shown + room, ...(before && { after: before }) });
      return { items, articles, cursor };
    }
    shown = 0;
    before = sort;
    articles++;
  }
  return { items, articles };
}

function wordSpans(text: string, boilerplate: readonly Span[], terms: readonly WordTerm[]): Span[] {
  const tokens = searchTokens(text, boilerplate);
  const found = terms.map((term) => findTerm(tokens, term));
  if (found.some((places) => places.length === 0)) return [];
  const spans = found
    .flat()
    .map(([first, last]) => ({ start: tokens[first]!.start, end: tokens[last]!.end }));
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
