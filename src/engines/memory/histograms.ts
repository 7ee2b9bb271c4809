import {
  dateOfCode,
  truncateCode,
  type EntityId,
  type EntitySeries,
  type Histogram,
  type HistogramStep,
} from '../../core/index.ts';
import { entityNamed, type CorpusState, type KnownEntity, type StateArticle } from './corpusState.ts';

/** Articles by period, and those of some entities among them. */
export function histogram(
  state: CorpusState,
  articles: readonly StateArticle[],
  step: HistogramStep,
  entities?: readonly EntityId[],
): Omit<Histogram, 'generation'> {
  const known = entities?.flatMap((id) => entityNamed(state, id) ?? []);
  return {
    periods: countPeriods(articles, step),
    undated: articles.filter(({ contribution }) => contribution.date === 0).length,
    ...(known && { entities: known.map((entity) => seriesOf(entity, articles, step)) }),
  };
}

/** Ascending, only periods with articles. */
export function countPeriods(
  articles: readonly StateArticle[],
  step: HistogramStep,
): { period: string; articles: number }[] {
  const counts = new Map<string, number>();
  for (const { contribution } of articles) {
    if (contribution.date === 0) continue;
    const period = dateOfCode(truncateCode(contribution.date, step));
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts]
    .map(([period, count]) => ({ period, articles: count }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

function seriesOf(
  { id, name }: KnownEntity,
  articles: readonly StateArticle[],
  step: HistogramStep,
): EntitySeries {
  const periods = new Map<string, { articles: number; mentions: number }>();
  for (const { contribution, mentions } of articles) {
    const own = mentions.filter(({ entity }) => entity === id).length;
    if (own === 0) continue;
    const { date } = contribution;
    const period = date === 0 ? '' : dateOfCode(truncateCode(date, step));
    const count = periods.get(period) ?? { articles: 0, mentions: 0 };
    periods.set(period, { articles: count.articles + 1, mentions: count.mentions + own });
  }
  const undated = periods.get('') ?? { articles: 0, mentions: 0 };
  periods.delete('');
  const sorted = [...periods].sort(([a], [b]) => (a < b ? -1 : 1));
  return { id, name, periods: sorted.map(([period, counts]) => ({ period, ...counts })), undated };
}
