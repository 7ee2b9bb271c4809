import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { Filter } from '../../core/index.ts';
import { countArticles } from '../l10n.ts';
import { firstDay, lastDay, parsePartialDate } from '../partialDates.ts';
import type { Services } from '../services.ts';
import type { FilterChoice } from './filterChoice.ts';

type DateItem = QuickPickItem & { range?: Pick<Filter, 'from' | 'to' | 'isUndated'>; isTyped?: boolean };

/** One year, a range that the user types, undated articles only, or any date. */
export async function chooseDates(services: Services): Promise<FilterChoice | undefined> {
  const { filter, l10n } = services;
  const { from, to, isUndated, ...rest } = filter.current;
  const isRestricted = from !== undefined || to !== undefined || isUndated === true;
  const items: DateItem[] = [
    { label: `$(edit) ${l10n.t('From … to …')}`, isTyped: true },
    ...(isRestricted ? [{ label: `$(clear-all) ${l10n.t('Any date')}`, range: {} }] : []),
    { label: '', kind: QuickPickItemKind.Separator },
    ...(await periodItems(services, rest)),
  ];
  const title = l10n.t('Filter by Dates');
  const choice = await window.showQuickPick(items, { title });
  if (choice === undefined) return undefined;
  if (choice.isTyped !== true) return choice.range && { filter: { ...rest, ...choice.range } };
  const first = await askDate(services, l10n.t('From (1 of 2)'), from ?? '', (date) =>
    checkOrder(services, date, undefined),
  );
  if (first === undefined) return undefined;
  const last = await askDate(services, l10n.t('To (2 of 2)'), to ?? first, (date) =>
    checkOrder(services, first, date),
  );
  if (last === undefined) return undefined;
  return { filter: { ...rest, ...(first !== '' && { from: first }), ...(last !== '' && { to: last }) } };
}

async function periodItems({ corpora, l10n }: Services, filter: Filter): Promise<DateItem[]> {
  const years = new Map<string, number>();
  let undated = 0;
  for (const { index } of corpora.all.filter(({ isOpen }) => isOpen)) {
    const histogram = await index.histogram(filter, 'year');
    for (const { period, articles } of histogram.periods)
      years.set(period, (years.get(period) ?? 0) + articles);
    undated += histogram.undated;
  }
  const items = [...years]
    .sort((a, b) => (a[0] < b[0] ? 1 : -1))
    .map(([year, articles]): DateItem => {
      return { label: year, description: countArticles(l10n, articles), range: { from: year, to: year } };
    });
  if (undated > 0) {
    items.push({
      label: l10n.t('Undated'),
      description: countArticles(l10n, undated),
      range: { isUndated: true },
    });
  }
  return items;
}

/** An empty answer is an open end. Undefined when the user went back. */
async function askDate(
  { l10n }: Services,
  title: string,
  value: string,
  check: (date: string) => string | undefined,
): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title,
    value,
    prompt: l10n.t('A year, month or day: 2016, 2016-05 or 2016-05-23; empty for no limit'),
    validateInput: (text) => {
      if (text.trim() === '') return undefined;
      const date = parsePartialDate(text);
      return date === undefined ? l10n.t('Write 2016, 2016-05 or 2016-05-23') : check(date);
    },
  });
  if (answer === undefined) return undefined;
  return answer.trim() === '' ? '' : parsePartialDate(answer);
}

function checkOrder({ l10n }: Services, first: string, last: string | undefined): string | undefined {
  if (first === '' || last === undefined || firstDay(first) <= lastDay(last)) return undefined;
  return l10n.t('This is before {0}', first);
}
