import { window, type QuickPickItem } from 'vscode';
import type { EntityId, EntityRow } from '../../core/index.ts';
import { entityMark } from '../curation/entityWords.ts';
import { typeIcons } from '../entityTypes.ts';
import { countArticles } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { FilterChoice } from './filterChoice.ts';

const mostSuggestions = 50;

type EntityItem = QuickPickItem & { id: EntityId; name: string };

/** Articles that name every one of the ticked entities. The list is what the index suggests for what is typed. */
export function chooseEntities(services: Services): Promise<FilterChoice | undefined> {
  const { filter, l10n } = services;
  const { entities = [], ...rest } = filter.current;
  const pick = window.createQuickPick<EntityItem>();
  pick.canSelectMany = true;
  pick.title = l10n.t('Filter by Entities');
  pick.placeholder = l10n.t('Type a name; articles that name all of the ticked ones');
  const known = entities.map((id): EntityItem => {
    const name = filter.names.get(id) ?? id.slice(id.indexOf(':') + 1);
    return { id, name, label: name, alwaysShow: true };
  });
  pick.items = known;
  pick.selectedItems = known;
  const suggest = async (prefix: string): Promise<void> => {
    pick.busy = true;
    const rows = await suggestions(services, prefix);
    if (pick.value !== prefix) return;
    const ticked = pick.selectedItems;
    const tickedIds = new Set(ticked.map(({ id }) => id));
    pick.items = [
      ...ticked,
      ...rows.filter(({ id }) => !tickedIds.has(id)).map((row) => itemOf(services, row)),
    ];
    // The same objects, or VS Code forgets the ticks.
    pick.selectedItems = ticked;
    pick.busy = false;
  };
  pick.onDidChangeValue((value) => void suggest(value));
  void suggest('');
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems;
      const ids = chosen.map(({ id }) => id);
      resolve({
        filter: ids.length === 0 ? rest : { ...rest, entities: ids },
        names: chosen.map(({ id, name }) => [id, name] as const),
      });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}

function itemOf({ l10n }: Services, row: EntityRow): EntityItem {
  const { id, name, type, articles } = row;
  // Found by an alias or without its accents, it would not match what is typed: it is shown all the same.
  return {
    id,
    name,
    label: `$(${typeIcons[type]}) ${name}`,
    description: [countArticles(l10n, articles), ...entityMark(l10n, row)].join(' · '),
    alwaysShow: true,
  };
}

async function suggestions({ corpora }: Services, prefix: string): Promise<EntityRow[]> {
  const found = new Map<EntityId, EntityRow>();
  for (const { index } of corpora.all.filter(({ isOpen }) => isOpen)) {
    for (const row of await index.suggest(prefix, mostSuggestions)) {
      const other = found.get(row.id);
      found.set(row.id, other ? { ...row, articles: row.articles + other.articles } : row);
    }
  }
  return [...found.values()].sort((a, b) => b.articles - a.articles);
}
