import type { LogOutputChannel, QuickPick, QuickPickItem } from 'vscode';
import {
  byEntityRank,
  entityTypes,
  type CorpusIndex,
  type EntityRow,
  type EntityType,
} from '../core/index.ts';
import { entityMark } from './curation/entityWords.ts';
import { typeIcons } from './entityTypes.ts';
import { countArticles, type L10n } from './l10n.ts';

/** As many as one would scroll through before typing on. */
const mostSuggestions = 50;

export type EntityItem = QuickPickItem & { readonly row: EntityRow };

/** Entities for what is typed; before anything is, those that most articles name. */
export async function entitiesFor(index: CorpusIndex, typed: string): Promise<readonly EntityRow[]> {
  if (typed.trim() !== '') return index.suggest(typed, mostSuggestions);
  const lists = await Promise.all(entityTypes.map((type) => mostNamed(index, type)));
  return lists.flat().sort(byEntityRank).slice(0, mostSuggestions);
}

async function mostNamed(index: CorpusIndex, type: EntityType): Promise<EntityRow[]> {
  const { items } = await index.facet({}, type, { limit: mostSuggestions });
  return items.map(({ value, label, mentions = 0, ...rest }) => ({
    ...rest,
    id: value,
    type,
    name: label,
    mentions,
  }));
}

/** The line of an entity in a list that is typed into. */
export function entityItem(l10n: L10n, row: EntityRow): EntityItem {
  return {
    label: `$(${typeIcons[row.type]}) ${row.name}`,
    description: [countArticles(l10n, row.articles), ...entityMark(l10n, row)].join(' · '),
    // Found by an alias or without its accents, it would not match what is typed: it is shown all the same.
    alwaysShow: true,
    row,
  };
}

/**
 * Fills a list with what `find` has for what is typed, from what stands there now on. Where it fails (the worker died, a cluster
 * does not answer) the list stays as it is, and the next letter asks again.
 */
export function suggestAsTyped<Item extends QuickPickItem, Found>(
  pick: QuickPick<Item>,
  log: LogOutputChannel,
  find: (typed: string) => Promise<Found>,
  show: (found: Found) => void,
): void {
  const suggest = async (typed: string): Promise<void> => {
    pick.busy = true;
    const found = await find(typed).catch((error: unknown) => {
      log.warn(`suggestions for “${typed}”: ${String(error)}`);
      return undefined;
    });
    // Somebody typed on: the next answer counts.
    if (pick.value !== typed) return;
    if (found !== undefined) show(found);
    pick.busy = false;
  };
  pick.onDidChangeValue((typed) => void suggest(typed));
  void suggest(pick.value);
}

/** Shows a list until it is accepted, with what is ticked, or closed, with undefined; it is gone then. */
export function pickedIn<Item extends QuickPickItem>(
  pick: QuickPick<Item>,
): Promise<readonly Item[] | undefined> {
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}
