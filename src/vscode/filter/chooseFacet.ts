import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { Filter } from '../../core/index.ts';
import type { Services } from '../services.ts';
import { describeFilter } from './filterText.ts';

export type Facet = 'entities' | 'dates' | 'outlets' | 'words' | 'clear';

/** What to filter by; each line says what is chosen now. */
export async function chooseFacet({ filter, l10n }: Services): Promise<Facet | undefined> {
  const { entities = [], from, to, isUndated, outlets = [], words = '' } = filter.current;
  const inWords = (part: Filter): string => describeFilter(l10n, part, filter.names);
  const range: Filter = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(isUndated !== undefined && { isUndated }),
  };
  const items: (QuickPickItem & { facet?: Facet })[] = [
    { facet: 'entities', label: `$(organization) ${l10n.t('Entities')}`, description: inWords({ entities }) },
    { facet: 'dates', label: `$(calendar) ${l10n.t('Dates')}`, description: inWords(range) },
    { facet: 'outlets', label: `$(book) ${l10n.t('Outlets')}`, description: inWords({ outlets }) },
    { facet: 'words', label: `$(search) ${l10n.t('Words')}`, description: words },
  ];
  if (!filter.isEmpty) {
    items.push({ label: '', kind: QuickPickItemKind.Separator });
    items.push({ facet: 'clear', label: `$(clear-all) ${l10n.t('Clear Filter')}` });
  }
  const choice = await window.showQuickPick(items, {
    title: l10n.t('Filter Articles'),
    placeHolder: l10n.t('All views show only the articles that fit'),
  });
  return choice?.facet;
}
