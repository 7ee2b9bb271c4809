import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { EntityId, FacetField, Filter, SearchNarrowing } from '../../core/index.ts';
import { countArticles, formatNumber } from '../l10n.ts';
import type { Services } from '../services.ts';
import { narrowed, withWords, type ActiveSearch } from './corpusSearch.ts';
import { describeNarrowing, languageName } from './searchTexts.ts';

type Kind = 'outlet' | 'year' | 'language' | 'ORG' | 'PER' | 'LOC';

const mostValues = 200;

/** A search narrowed by one more value, with a name to show for an entity. Undefined when the user went back. */
export async function narrowSearch(
  services: Services,
  search: ActiveSearch,
): Promise<{ narrowing: SearchNarrowing; name?: readonly [EntityId, string] } | undefined> {
  const kind = await chooseKind(services, search);
  if (kind === 'clear') return { narrowing: {} };
  return kind && chooseValue(services, search, kind);
}

async function chooseKind(
  { l10n, filter }: Services,
  { narrowing }: ActiveSearch,
): Promise<Kind | 'clear' | undefined> {
  const { outlet, year, language, entity } = narrowing;
  const shown = (part: SearchNarrowing): string => describeNarrowing(l10n, part, filter.names);
  const ofType = (type: string): string => (entity?.startsWith(`${type}:`) ? shown({ entity }) : '');
  const items: (QuickPickItem & { field?: Kind | 'clear' })[] = [
    {
      field: 'outlet',
      label: `$(book) ${l10n.t('Outlet')}`,
      description: outlet === undefined ? '' : shown({ outlet }),
    },
    { field: 'year', label: `$(calendar) ${l10n.t('Year')}`, description: year ?? '' },
    {
      field: 'language',
      label: `$(globe) ${l10n.t('Language')}`,
      description: language === undefined ? '' : shown({ language }),
    },
    { field: 'ORG', label: `$(organization) ${l10n.t('Organization')}`, description: ofType('ORG') },
    { field: 'PER', label: `$(person) ${l10n.t('Person')}`, description: ofType('PER') },
    { field: 'LOC', label: `$(location) ${l10n.t('Place')}`, description: ofType('LOC') },
  ];
  if (Object.keys(narrowing).length > 0) {
    items.push({ label: '', kind: QuickPickItemKind.Separator });
    items.push({ field: 'clear', label: `$(clear-all) ${l10n.t('All Results')}` });
  }
  const title = l10n.t('Narrow Results');
  return (await window.showQuickPick(items, { title }))?.field;
}

interface Value {
  readonly value: string;
  readonly label: string;
  readonly articles: number;
}

async function chooseValue(
  services: Services,
  { words, narrowing }: ActiveSearch,
  kind: Kind,
): ReturnType<typeof narrowSearch> {
  const { l10n } = services;
  const field = kind === 'outlet' || kind === 'year' || kind === 'language' ? kind : 'entity';
  const others: SearchNarrowing = Object.fromEntries(
    Object.entries(narrowing).filter(([name]) => name !== field),
  );
  const filter = narrowed(services.filter.current, others);
  const load = async (): Promise<(QuickPickItem & { value: string; name?: string })[]> => {
    const { values, left } = filter
      ? await valuesOf(services, withWords(filter, words), kind)
      : { values: [], left: 0 };
    const items = values.map(({ value, label, articles }) => ({
      value,
      name: label,
      label,
      description: countArticles(l10n, articles),
    }));
    const note = l10n.t('{0} more, in fewer articles', formatNumber(l10n, left));
    return [
      ...(narrowing[field] === undefined ? [] : [{ value: '', label: `$(clear-all) ${l10n.t('Any')}` }]),
      ...items,
      ...(left > 0 ? [{ value: '', label: note, kind: QuickPickItemKind.Separator }] : []),
    ];
  };
  const choice = await window.showQuickPick(load(), {
    title: l10n.t('Narrow Results'),
    matchOnDescription: false,
  });
  if (!choice) return undefined;
  if (choice.name === undefined) return { narrowing: others };
  const next = { narrowing: { ...others, [field]: choice.value } };
  return field === 'entity' ? { ...next, name: [choice.value, choice.name] } : next;
}

/** The values that the results have, most articles first, over all folders, and how many are left out. */
async function valuesOf(
  { corpora, l10n }: Services,
  filter: Filter,
  kind: Kind,
): Promise<{ readonly values: Value[]; readonly left: number }> {
  let left = 0;
  const counts = new Map<string, { label: string; articles: number }>();
  const add = (value: string, label: string, articles: number): void => {
    counts.set(value, { label, articles: (counts.get(value)?.articles ?? 0) + articles });
  };
  for (const { index } of corpora.all.filter(({ isOpen }) => isOpen)) {
    if (kind === 'year') {
      for (const { period, articles } of (await index.histogram(filter, 'year')).periods)
        add(period, period, articles);
      continue;
    }
    const by: FacetField = kind;
    const { items, total } = await index.facet(filter, by, { limit: mostValues });
    for (const { value, label, articles } of items) add(value, labelOf(kind, value, label), articles);
    left += total - items.length;
  }
  function labelOf(of: Kind, value: string, label: string): string {
    if (of === 'language') return languageName(l10n, value);
    return of === 'outlet' && value === '' ? l10n.t('No outlet known') : label;
  }
  const values = [...counts].map(([value, count]) => ({ value, ...count }));
  values.sort((a, b) => (kind === 'year' ? (a.value < b.value ? 1 : -1) : b.articles - a.articles));
  return { values, left };
}
