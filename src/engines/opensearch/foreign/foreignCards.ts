import {
  byBucketRank,
  entityId,
  entityTypes,
  foldText,
  isUnfiltered,
  parseEntityId,
  type CheckedFilter,
  type EntityCard,
  type EntityId,
  type EntityRow,
} from '../../../core/index.ts';
import { countPeriods, datesOf } from './foreignCounts.ts';
import { entityBuckets, slack } from './foreignFacets.ts';
import { aliasesOf } from './foreignNames.ts';
import { queryOf, type ForeignReading } from './foreignReading.ts';

/** Companions a card names. */
const companionLimit = 5;

/** What the filter's articles say of an entity; undefined when none of them names it. */
export async function entityCard(
  reading: ForeignReading,
  id: EntityId,
  filter: CheckedFilter,
): Promise<Omit<EntityCard, 'generation'> | undefined> {
  const parsed = parseEntityId(id);
  if (!parsed) return undefined;
  const { articles, names: source } = reading;
  const { type, key } = parsed;
  const query = await queryOf(reading, { ...filter, entities: [...filter.entities, parsed] });
  const [{ names }, dates, { periods }, companions] = await Promise.all([
    source.count(type, isUnfiltered(filter) ? undefined : query, 1, { key }),
    datesOf(articles, query),
    countPeriods(articles, query, 'year'),
    source.count('ORG', query, companionLimit + 1),
  ]);
  const [name] = names;
  if (!name) return undefined;
  const own = entityId(type, name.key);
  return {
    id: own,
    type,
    name: name.label,
    aliases: aliasesOf(name),
    joins: [],
    articles: dates.total,
    mentions: name.mentions,
    undatedArticles: dates.undated,
    ...(dates.first !== undefined && { first: dates.first }),
    ...(dates.last !== undefined && { last: dates.last }),
    years: periods.map(({ period, articles: count }) => ({ year: period, articles: count })),
    facts: [],
    companions: entityBuckets('ORG', companions.names)
      .filter(({ value }) => value !== own)
      .slice(0, companionLimit)
      .map(({ value, label, articles: count }) => ({ id: value, name: label, articles: count })),
  };
}

/** Entities of which a word of the name begins so. */
export async function suggestEntities(
  { names: source }: ForeignReading,
  prefix: string,
  limit: number,
): Promise<readonly EntityRow[]> {
  const folded = foldText(prefix);
  if (folded === '' || limit < 1) return [];
  const found = await Promise.all(
    entityTypes.map(async (type) => {
      const { names } = await source.count(type, undefined, limit + slack, { prefix: folded });
      return entityBuckets(type, names).map((bucket) => ({ ...bucket, type }));
    }),
  );
  return found
    .flat()
    .sort(byBucketRank)
    .slice(0, limit)
    .map(({ value, label, articles, mentions = 0, type }) => ({
      id: value,
      type,
      name: label,
      articles,
      mentions,
    }));
}
