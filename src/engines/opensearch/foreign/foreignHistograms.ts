import {
  checkFilter,
  type CheckedFilter,
  type EntityId,
  type EntitySeries,
  type Histogram,
  type HistogramStep,
} from '../../../core/index.ts';
import type { JsonObject } from '../cluster.ts';
import { countPeriods } from './foreignCounts.ts';
import { knownName } from './foreignNames.ts';
import { queryOf, type ForeignReading } from './foreignReading.ts';

/** Articles by period, and those of some entities among them. */
export async function histogram(
  reading: ForeignReading,
  filter: CheckedFilter,
  step: HistogramStep,
  entities?: readonly EntityId[],
): Promise<Omit<Histogram, 'generation'>> {
  const query = await queryOf(reading, filter);
  const [{ periods, undated }, series] = await Promise.all([
    countPeriods(reading.articles, query, step),
    entities && Promise.all(entities.map((id) => seriesOf(reading, id, query, step))),
  ]);
  const known = series?.filter((each) => each !== undefined);
  return { periods, undated, ...(known && { entities: known }) };
}

async function seriesOf(
  reading: ForeignReading,
  id: EntityId,
  query: JsonObject,
  step: HistogramStep,
): Promise<EntitySeries | undefined> {
  const { articles, names } = reading;
  const name = await knownName(names, id);
  if (!name) return undefined;
  const own = { bool: { filter: [query, names.condition(name.type, name.key)] } };
  const { periods, undated } = await countPeriods(articles, own, step);
  const within = await Promise.all(
    periods.map(({ period }) => queryOf(reading, checkFilter({ from: period, to: period }))),
  );
  const isUndated = { bool: { must_not: [articles.isDated] } };
  const mentions = await names.mentionsIn(
    name.type,
    name.key,
    [...within, isUndated].map((part) => ({ bool: { filter: [query, part] } })),
  );
  return {
    id: name.id,
    name: name.label,
    periods: periods.map((each, i) => ({ ...each, mentions: mentions[i] ?? 0 })),
    undated: { articles: undated, mentions: mentions.at(-1) ?? 0 },
  };
}
