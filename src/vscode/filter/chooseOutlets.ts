import { window, type QuickPickItem } from 'vscode';
import { countArticles } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { FilterChoice } from './filterChoice.ts';

const mostOutlets = 500;

/** Any of several outlets, those with most articles first. None ticked takes the condition away. */
export async function chooseOutlets({ corpora, filter, l10n }: Services): Promise<FilterChoice | undefined> {
  const { outlets = [], ...rest } = filter.current;
  const counts = new Map<string, number>(outlets.map((outlet) => [outlet, 0]));
  const load = async (): Promise<(QuickPickItem & { outlet: string })[]> => {
    for (const { index } of corpora.all.filter(({ isOpen }) => isOpen)) {
      const page = await index.facet(rest, 'outlet', { limit: mostOutlets });
      for (const { value, articles } of page.items) counts.set(value, (counts.get(value) ?? 0) + articles);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([outlet, articles]) => ({
        outlet,
        label: outlet === '' ? l10n.t('No outlet known') : outlet,
        description: countArticles(l10n, articles),
        picked: outlets.includes(outlet),
      }));
  };
  const chosen = await window.showQuickPick(load(), {
    canPickMany: true,
    matchOnDescription: false,
    title: l10n.t('Filter by Outlets'),
    placeHolder: l10n.t('Articles of any of these'),
  });
  if (chosen === undefined) return undefined;
  return { filter: chosen.length === 0 ? rest : { ...rest, outlets: chosen.map(({ outlet }) => outlet) } };
}
