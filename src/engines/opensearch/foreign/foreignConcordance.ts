import {
  kwicLines,
  namedTogether,
  withWords,
  type CheckedFilter,
  type EntityId,
  type KwicLine,
  type NamedTogether,
  type PageRequest,
  type TextUnit,
  type WordQuery,
  type Slice,
} from '../../../core/index.ts';
import { matchesIn } from './foreignDocuments.ts';
import { pageOfHeld } from './foreignPages.ts';
import { queryOf, type ForeignReading } from './foreignReading.ts';

/** Mentions of an entity in their context, by date, then article, then place. */
export async function entityLines(
  reading: ForeignReading,
  entity: EntityId,
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<KwicLine>> {
  const query = await queryOf(reading, filter);
  return pageOfHeld(reading.articles, query, 'date', page, async (batch) => {
    const places = await reading.names.places(batch);
    return ({ row, text }) => {
      const own = places.get(row.id)?.filter((mention) => mention.entity === entity);
      return kwicLines(row, text, own ?? []);
    };
  });
}

/** Occurrences of what a query of words looks for in their context, in the same order. */
export async function wordLines(
  reading: ForeignReading,
  words: WordQuery,
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<KwicLine>> {
  const query = await queryOf(reading, withWords(filter, words));
  return pageOfHeld(reading.articles, query, 'date', page, () => ({ row, text }) => {
    return kwicLines(row, text, matchesIn(words, text));
  });
}

/** Sentences or paragraphs that name all of some entities, the newest article first. */
export async function togetherPassages(
  reading: ForeignReading,
  entities: readonly EntityId[],
  unit: TextUnit,
  filter: CheckedFilter,
  page: PageRequest,
): Promise<Slice<NamedTogether>> {
  const query = await queryOf(reading, filter);
  return pageOfHeld(reading.articles, query, 'dateDescending', page, async (batch) => {
    const places = await reading.names.places(batch);
    return ({ row, text }) => namedTogether(row, text, [], places.get(row.id) ?? [], entities, unit);
  });
}
