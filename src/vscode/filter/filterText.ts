import type { EntityId, Filter } from '../../core/index.ts';
import { countArticles, type L10n } from '../l10n.ts';
import { formatDate } from '../partialDates.ts';

/** Names to show for the entities of a filter. */
export type EntityNames = ReadonlyMap<EntityId, string>;

/** The filter in words, e.g. "2016–2018 · L'Écho du Port · words: licence". Empty for an empty filter. */
export function describeFilter(l10n: L10n, filter: Filter, names: EntityNames): string {
  const parts = [
    ...(filter.entities ?? []).map((id) => names.get(id) ?? id.slice(id.indexOf(':') + 1)),
    describeRange(l10n, filter),
    filter.isUndated === true ? l10n.t('undated') : '',
    (filter.outlets ?? []).map((outlet) => (outlet === '' ? l10n.t('no outlet known') : outlet)).join(', '),
    (filter.languages ?? []).join(', '),
    filter.articles === undefined ? '' : countArticles(l10n, filter.articles.length),
    filter.words === undefined || filter.words === '' ? '' : l10n.t('words: {0}', filter.words),
    filter.copies === 'once' ? l10n.t('copies counted once') : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function describeRange(l10n: L10n, { from, to }: Filter): string {
  if (from !== undefined && to !== undefined) {
    if (from === to) return formatDate(l10n, from);
    const joint = from.length === 4 && to.length === 4 ? '–' : ' – ';
    return formatDate(l10n, from) + joint + formatDate(l10n, to);
  }
  if (from !== undefined) return l10n.t('from {0}', formatDate(l10n, from));
  return to === undefined ? '' : l10n.t('until {0}', formatDate(l10n, to));
}
