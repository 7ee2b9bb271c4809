import { window, type QuickPickItem } from 'vscode';
import type { EntityId } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import { typeIcons } from '../entityTypes.ts';
import { countArticles, type L10n } from '../l10n.ts';

type EntityItem = QuickPickItem & { readonly id: EntityId; readonly name: string };

const mostSuggestions = 50;

/** One entity of a corpus, found by what the user types. Undefined when the user gives up. */
export function chooseEntity(
  l10n: L10n,
  { index }: Corpus,
  title: string,
): Promise<{ readonly id: EntityId; readonly name: string } | undefined> {
  const pick = window.createQuickPick<EntityItem>();
  pick.title = title;
  pick.placeholder = l10n.t('Type a name');
  const suggest = async (prefix: string): Promise<void> => {
    const rows = await index.suggest(prefix, mostSuggestions);
    if (pick.value !== prefix) return;
    pick.items = rows.map(({ id, name, type, articles }) => ({
      id,
      name,
      label: `$(${typeIcons[type]}) ${name}`,
      description: countArticles(l10n, articles),
      // What the index found by an alias would not match the label.
      alwaysShow: true,
    }));
  };
  pick.onDidChangeValue((value) => void suggest(value));
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      resolve(item && { id: item.id, name: item.name });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}
