import { window, type QuickPickItem } from 'vscode';
import type { EntityId, EntityRow } from '../../core/index.ts';
import { entitiesFor, entityItem, pickedIn, suggestAsTyped } from '../entityPick.ts';
import type { Services } from '../services.ts';
import type { FilterChoice } from './filterChoice.ts';

type TickedItem = QuickPickItem & { readonly id: EntityId; readonly name: string };

/** Articles that name every one of the ticked entities. The list is what the corpora have for what is typed. */
export async function chooseEntities(services: Services): Promise<FilterChoice | undefined> {
  const { filter, l10n, log } = services;
  const { entities = [], ...rest } = filter.current;
  const pick = window.createQuickPick<TickedItem>();
  pick.canSelectMany = true;
  pick.title = l10n.t('Filter by Entities');
  pick.placeholder = l10n.t('Type a name; articles that name all of the ticked ones');
  const known = entities.map((id): TickedItem => {
    const name = filter.names.get(id) ?? id.slice(id.indexOf(':') + 1);
    return { id, name, label: name, alwaysShow: true };
  });
  pick.items = known;
  pick.selectedItems = known;
  const find = (typed: string): Promise<EntityRow[]> => suggestions(services, typed);
  suggestAsTyped(pick, log, find, (rows) => {
    const ticked = pick.selectedItems;
    const tickedIds = new Set(ticked.map(({ id }) => id));
    const others = rows.filter(({ id }) => !tickedIds.has(id));
    pick.items = [
      ...ticked,
      ...others.map((row) => ({ ...entityItem(l10n, row), id: row.id, name: row.name })),
    ];
    // The same objects, or VS Code forgets the ticks.
    pick.selectedItems = ticked;
  });
  const chosen = await pickedIn(pick);
  if (chosen === undefined) return undefined;
  const ids = chosen.map(({ id }) => id);
  return {
    filter: ids.length === 0 ? rest : { ...rest, entities: ids },
    names: chosen.map(({ id, name }) => [id, name] as const),
  };
}

/** Of every corpus that answers. */
async function suggestions({ corpora, log }: Services, typed: string): Promise<EntityRow[]> {
  const found = new Map<EntityId, EntityRow>();
  for (const { index, root } of corpora.all.filter(({ isOpen }) => isOpen)) {
    const rows = await entitiesFor(index, typed).catch((error: unknown) => {
      log.warn(`${root}: suggestions for “${typed}”: ${String(error)}`);
      return [];
    });
    for (const row of rows) {
      const other = found.get(row.id);
      found.set(row.id, other ? { ...row, articles: row.articles + other.articles } : row);
    }
  }
  return [...found.values()].sort((a, b) => b.articles - a.articles);
}
