import type { EntityId, Filter, Histogram } from '../../core/index.ts';
import type { ChartPeriod, OverTimeChart } from '../../webview/messages/overTime.ts';
import { countArticles, countMentions, type L10n } from '../l10n.ts';
import { firstDay, formatDate, lastDay } from '../partialDates.ts';

/** How long a bar's period is; `auto` shows months as long as there are few of them. */
export type ChartStep = 'auto' | 'year' | 'month';

/** Months that `auto` shows at most: four years. */
const mostAutoMonths = 48;
/** Bars at most; what is older than the last ones is left out and named in the title. */
const mostPeriods = 600;

export interface Compared {
  readonly id: EntityId;
  readonly name: string;
}

/** The step that is drawn: `months` are of one month each. */
export function stepOf(step: ChartStep, histograms: readonly Histogram[]): 'year' | 'month' {
  if (step !== 'auto') return step;
  const years = histograms.flatMap(({ periods }) => periods.map(({ period }) => Number(period.slice(0, 4))));
  const span = years.length === 0 ? 0 : Math.max(...years) - Math.min(...years) + 1;
  return span * 12 <= mostAutoMonths ? 'month' : 'year';
}

/** The chart of what the corpora of the window counted. Dates of the filter only pick bars out. */
export function chartOf(
  l10n: L10n,
  histograms: readonly Histogram[],
  step: 'year' | 'month',
  compared: readonly Compared[],
  filter: Filter,
): OverTimeChart {
  const counts =
    compared.length === 0 ? [articlesOf(histograms)] : compared.map(({ id }) => mentionsOf(histograms, id));
  const all = periodsBetween(counts, step);
  const undated = histograms.reduce((sum, histogram) => sum + histogram.undated, 0);
  const isNarrowed = filter.from !== undefined || filter.to !== undefined || filter.isUndated === true;
  const periods = all.map((period): ChartPeriod => {
    const values = counts.map((count) => count.get(period) ?? 0);
    return {
      period,
      tick: tickOf(period, all.length),
      spoken: spokenOf(l10n, period, values, compared),
      values,
      isChosen: isChosen(filter, period),
    };
  });
  return {
    title: titleOf(l10n, step, compared),
    series: compared.length === 0 ? [l10n.t('Articles')] : compared.map(({ name }) => name),
    periods,
    isNarrowed,
    undated:
      undated === 0
        ? undefined
        : {
            label: l10n.t('Undated: {0}', countArticles(l10n, undated)),
            isChosen: filter.isUndated === true,
          },
    empty: l10n.t('No dated article in what the filter lets through'),
    periodHeading: l10n.t('Period'),
  };
}

function titleOf(l10n: L10n, step: 'year' | 'month', compared: readonly Compared[]): string {
  const [only] = compared;
  if (compared.length > 1) return step === 'year' ? l10n.t('Mentions by year') : l10n.t('Mentions by month');
  if (only)
    return step === 'year'
      ? l10n.t('Mentions of {0} by year', only.name)
      : l10n.t('Mentions of {0} by month', only.name);
  return step === 'year' ? l10n.t('Articles by year') : l10n.t('Articles by month');
}

function articlesOf(histograms: readonly Histogram[]): Map<string, number> {
  return sum(
    histograms.flatMap(({ periods }) => periods.map(({ period, articles }) => [period, articles] as const)),
  );
}

function mentionsOf(histograms: readonly Histogram[], id: EntityId): Map<string, number> {
  const series = histograms.flatMap(({ entities = [] }) => entities.filter((each) => each.id === id));
  return sum(
    series.flatMap(({ periods }) => periods.map(({ period, mentions }) => [period, mentions] as const)),
  );
}

function sum(counts: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [period, count] of counts) sums.set(period, (sums.get(period) ?? 0) + count);
  return sums;
}

/** All periods from the first to the last, those without articles too; those of a coarser date stand before their months. */
function periodsBetween(counts: readonly ReadonlyMap<string, number>[], step: 'year' | 'month'): string[] {
  const known = [...new Set(counts.flatMap((count) => [...count.keys()]))].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods = new Set(known);
  const [start, end] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  for (let year = start; year <= end; year++) {
    if (step === 'year') periods.add(String(year));
    else for (const month of monthsOf(year, first, last)) periods.add(month);
  }
  return [...periods].sort().slice(-mostPeriods);
}

function monthsOf(year: number, first: string, last: string): string[] {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
  return months.filter((month) => month >= first && month <= last);
}

/** Years below their bar, below their January where bars are months; not all of many. */
function tickOf(period: string, count: number): string {
  if (period.length === 4) {
    const every = count <= 24 ? 1 : count <= 60 ? 5 : 10;
    return Number(period) % every === 0 ? period : '';
  }
  return period.endsWith('-01') ? period.slice(0, 4) : '';
}

function spokenOf(
  l10n: L10n,
  period: string,
  values: readonly number[],
  compared: readonly Compared[],
): string {
  const when = formatDate(l10n, period);
  if (compared.length === 0) return l10n.t('{0}: {1}', when, countArticles(l10n, values[0] ?? 0));
  const counted = compared.map(({ name }, i) => {
    const mentions = countMentions(l10n, values[i] ?? 0);
    return compared.length === 1 ? mentions : `${name} ${mentions}`;
  });
  return l10n.t('{0}: {1}', when, counted.join(', '));
}

/** Whether the dates of the filter hold the whole period. */
function isChosen({ from, to, isUndated }: Filter, period: string): boolean {
  if (isUndated === true || (from === undefined && to === undefined)) return false;
  return (
    (from === undefined || firstDay(from) <= firstDay(period)) &&
    (to === undefined || lastDay(to) >= lastDay(period))
  );
}
