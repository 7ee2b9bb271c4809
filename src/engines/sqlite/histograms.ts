import {
  dateOfCode,
  isUnfiltered,
  narrowsByDatesOnly,
  truncateCode,
  type CheckedFilter,
  type DateCode,
  type EntitySeries,
  type Histogram,
  type HistogramStep,
} from '../../core/index.ts';
import { DateSlots } from './dateSlots.ts';
import type { StoredEntity } from './entityTable.ts';
import { filterKey } from './filterKey.ts';
import type { Parts } from './parts.ts';
import { PeriodSlots } from './periodSlots.ts';
import { mentionsIn } from './postings.ts';
import { entityCounts, intersect, selectDocuments } from './selectDocuments.ts';

/** Articles by period, and those of some entities among them. */
export function histogram(
  parts: Parts,
  filter: CheckedFilter,
  step: HistogramStep,
  entities?: readonly StoredEntity[],
): Omit<Histogram, 'generation'> {
  const key = JSON.stringify([filterKey(filter), step, entities?.map(({ id }) => id)]);
  return parts.histograms.get(key, () => {
    const ofArticles = articlesByPeriod(parts, filter, step);
    if (!entities) return ofArticles;
    const docs = isUnfiltered(filter) ? undefined : selectDocuments(parts, filter);
    return { ...ofArticles, entities: entities.map((entity) => entitySeries(parts, docs, entity, step)) };
  });
}

function articlesByPeriod(
  parts: Parts,
  filter: CheckedFilter,
  step: HistogramStep,
): Pick<Histogram, 'periods' | 'undated'> {
  const counts = narrowsByDatesOnly(filter)
    ? parts.periods.admitted(filter).map(({ date, articles }) => ({ date, articles, mentions: 0 }))
    : countDates(parts, step, selectDocuments(parts, filter));
  const { periods, undated } = byPeriod(counts, step);
  return {
    periods: periods.map(({ period, articles }) => ({ period, articles })),
    undated: undated.articles,
  };
}

/** Articles and mentions of an entity by period, among some articles (ascending; all of them when undefined). */
function entitySeries(
  parts: Parts,
  docs: Uint32Array | undefined,
  entity: StoredEntity,
  step: HistogramStep,
): EntitySeries {
  const all = entityCounts(parts, entity.id);
  const among = docs ? intersect(docs, all.docs) : all.docs;
  const counts = countDates(parts, step, among, mentionsIn(among, all));
  return { id: entity.entityId, name: entity.label, ...byPeriod(counts, step) };
}

interface CountedDate {
  readonly date: DateCode;
  readonly articles: number;
  readonly mentions: number;
}

/** How many of some articles (ascending) are of each period, and with how many mentions: these ascend, undated ones come last. */
function countDates(
  { columns, periods }: Parts,
  step: HistogramStep,
  docs: Uint32Array,
  mentions?: Uint32Array,
): CountedDate[] {
  const { first, last } = periods.bounds();
  const slots = step === 'day' ? new DateSlots(first, last, 1) : new PeriodSlots(first, last, step);
  const articles = slots.sizes(columns.dates(), docs);
  const mentioned = mentions && slots.sizes(columns.dates(), docs, mentions);
  const counts: CountedDate[] = [];
  for (let slot = 0; slot < articles.length; slot++) {
    if (articles[slot] === 0) continue;
    counts.push({
      date: slots.dateOf(slot),
      articles: articles[slot]!,
      mentions: mentioned ? mentioned[slot]! : 0,
    });
  }
  return counts;
}

/** Dates that ascend, undated ones before or after them, added up. */
function byPeriod(
  counts: readonly CountedDate[],
  step: HistogramStep,
): Pick<EntitySeries, 'periods' | 'undated'> {
  const periods: { code: DateCode; articles: number; mentions: number }[] = [];
  const undated = { code: 0, articles: 0, mentions: 0 };
  let period = undated;
  for (const { date, articles, mentions } of counts) {
    const code = truncateCode(date, step);
    if (code === 0) {
      period = undated;
    } else if (period.code !== code) {
      period = { code, articles: 0, mentions: 0 };
      periods.push(period);
    }
    period.articles += articles;
    period.mentions += mentions;
  }
  return {
    periods: periods.map(({ code, ...sums }) => ({ period: dateOfCode(code), ...sums })),
    undated: { articles: undated.articles, mentions: undated.mentions },
  };
}
