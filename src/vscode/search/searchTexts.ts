import type { EntityId, SearchNarrowing, SearchSort } from '../../core/index.ts';
import { countArticles, type L10n } from '../l10n.ts';
import type { ActiveSearch } from './corpusSearch.ts';

/** What narrows a search beside the filter, in words. Empty when nothing does. */
export function describeNarrowing(
  l10n: L10n,
  { outlet, language, year, entity }: SearchNarrowing,
  names: ReadonlyMap<EntityId, string> = new Map(),
): string {
  const named =
    entity === undefined ? undefined : (names.get(entity) ?? entity.slice(entity.indexOf(':') + 1));
  const shown = outlet === '' ? l10n.t('no outlet known') : outlet;
  return [shown, year, language === undefined ? undefined : languageName(l10n, language), named]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** "French" of `fr`. */
export function languageName(l10n: L10n, language: string): string {
  if (language === 'und') return l10n.t('language not known');
  try {
    return new Intl.DisplayNames([l10n.language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** The lines above the results. */
export function searchMessage(
  l10n: L10n,
  { words, sort, narrowing }: ActiveSearch,
  total: number,
  names: ReadonlyMap<EntityId, string>,
  filter: string,
): string {
  const within = describeNarrowing(l10n, narrowing, names);
  const parts = [
    total === 0
      ? l10n.t('No article has “{0}”', words)
      : `${l10n.t('“{0}”', words)} · ${countArticles(l10n, total)} · ${sortName(l10n, sort)}`,
    within === '' ? '' : l10n.t('Narrowed to: {0}', within),
    filter === '' ? '' : l10n.t('Filter: {0}', filter),
  ];
  return parts.filter((part) => part !== '').join(' — ');
}

function sortName(l10n: L10n, sort: SearchSort): string {
  return {
    rank: l10n.t('best first'),
    date: l10n.t('oldest first'),
    dateDescending: l10n.t('newest first'),
  }[sort];
}
