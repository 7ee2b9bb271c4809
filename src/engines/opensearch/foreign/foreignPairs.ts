import {
  nextCursor,
  pageStart,
  parseEntityId,
  textUnits,
  unitNumbers,
  type CheckedFilter,
  type CheckedPairRequest,
  type EntityId,
  type MentionRange,
  type PageRequest,
  type PairedEntity,
  type TextUnit,
} from '../../../core/index.ts';
import { PairCounts, type PairSlice } from '../pairs.ts';
import { knownName, type NameSource } from './foreignNames.ts';
import { queryOf, type ForeignReading } from './foreignReading.ts';

/** Articles of which the names are read for pairs, newest first: their texts come with them. */
const mostPairedArticles = 500;

/** The strongest pairs of the filter's articles. */
export async function findPairs(
  reading: ForeignReading,
  filter: CheckedFilter,
  request: CheckedPairRequest,
  page: PageRequest,
): Promise<PairSlice> {
  const { articles, names } = reading;
  const start = pageStart(page);
  const query = await queryOf(reading, filter);
  const counts = new PairCounts(request);
  const own = request.entity === undefined ? undefined : parseEntityId(request.entity)?.type;
  let isCut = false;
  for await (const batch of articles.inOrder(query, 'dateDescending')) {
    const places = await names.places(batch);
    for (const { row, text } of batch) counts.add(contentOf(text ?? '', places.get(row.id) ?? []), own);
    isCut = counts.articles >= mostPairedArticles;
    if (isCut) break;
  }
  const pairs = counts.ranked();
  const shown = pairs.slice(start, start + page.limit);
  const labels = await labelsOf(
    names,
    shown.flatMap(({ first, second }) => [first.id, second.id]),
  );
  const named = (entity: PairedEntity): PairedEntity => ({
    ...entity,
    name: labels.get(entity.id) ?? entity.name,
  });
  return {
    items: shown.map((pair) => ({ ...pair, first: named(pair.first), second: named(pair.second) })),
    total: pairs.length,
    units: counts.units,
    ...nextCursor(start, shown.length, pairs.length),
    ...(isCut && { isApproximate: true }),
  };
}

/** What pairs are counted from. */
function contentOf(text: string, places: readonly MentionRange[]): Parameters<PairCounts['add']>[0] {
  const starts = places.map(({ start }) => start);
  const numbers = (unit: TextUnit): number[] => unitNumbers(textUnits(text, [], unit), starts);
  const [sentences, paragraphs] = [numbers('sentence'), numbers('paragraph')];
  const entities = [...new Set(places.map(({ entity }) => entity))];
  const mentions = places.map(
    ({ start, end, entity }, i) =>
      [start, end, entities.indexOf(entity), sentences[i]!, paragraphs[i]!] as const,
  );
  return { entities, mentions };
}

async function labelsOf(names: NameSource, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, string>> {
  const labels = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const name = await knownName(names, id);
      return [id, name?.label ?? parseEntityId(id)!.key] as const;
    }),
  );
  return new Map(labels);
}
