import {
  entityId,
  kwicLines,
  namedTogether,
  searchTokens,
  withWords,
  wordMatches,
  type CheckedFilter,
  type EntityId,
  type KwicLine,
  type NamedTogether,
  type PageRequest,
  type SearchZones,
  type Span,
  type TextUnit,
  type WordQuery,
  type Slice,
} from '../../core/index.ts';
import type { ArticleContent } from './articleDocument.ts';
import { mentionRanges, rowOf, type ArticleText } from './documents.ts';
import type { EntityDocument } from './entityDocuments.ts';
import { mentionsOf } from './facets.ts';
import { queryOf, type Reading } from './reading.ts';
import { pageOfHeld, withTotal } from './readingPages.ts';

/** Mentions of an entity in their context, by date, then article, then place. */
export async function entityLines(
  reading: Reading,
  entity: EntityDocument,
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<KwicLine>> {
  const { type, key } = entity;
  const query = await queryOf(reading, { ...filter, entities: [...filter.entities, { type, key }] });
  const overlay = await reading.entities.overlay();
  const [mentions, { items, cursor }] = await Promise.all([
    mentionsOf(reading, query, entity.names),
    pageOfHeld(reading, query, 'date', page, (article) => {
      const own = mentionRanges(article.content, overlay).filter(
        (mention) => mention.entity === entityId(type, key),
      );
      return kwicLines(rowOf(reading, article), article.text, own);
    }),
  ]);
  const total = [...mentions.values()].reduce((sum, n) => sum + n, 0);
  return { items, total, ...(cursor !== undefined && { cursor }) };
}

/** Occurrences of what a query of words looks for in their context, in the same order. */
export async function wordLines(
  reading: Reading,
  words: WordQuery,
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<KwicLine>> {
  const query = await queryOf(reading, withWords(filter, words));
  const held = await pageOfHeld(reading, query, 'date', page, (article) =>
    kwicLines(rowOf(reading, article), article.text, wordMatches(words, zonesOf(article)) ?? []),
  );
  return withTotal(reading, query, page, held);
}

/** Where a query of words looks in an article. */
export function zonesOf({ text, titleWords, content }: ArticleText): SearchZones {
  return { title: searchTokens(titleWords), body: searchTokens(text, removedOf(content)) };
}

/** Sentences or paragraphs that name all of some entities, the newest article first. */
export async function togetherPassages(
  reading: Reading,
  entities: readonly EntityId[],
  unit: TextUnit,
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<NamedTogether>> {
  const query = await queryOf(reading, filter);
  const overlay = await reading.entities.overlay();
  const held = await pageOfHeld(reading, query, 'dateDescending', page, (article) => {
    const { text, content } = article;
    return namedTogether(
      rowOf(reading, article),
      text,
      removedOf(content),
      mentionRanges(content, overlay),
      entities,
      unit,
    );
  });
  return withTotal(reading, query, page, held);
}

/** The boilerplate of an article. */
function removedOf({ boilerplate }: ArticleContent): Span[] {
  return boilerplate.map(([start, end]) => ({ start, end }));
}
