import { window } from 'vscode';
import type { EntityRow } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import { entitiesFor, entityItem, pickedIn, suggestAsTyped, type EntityItem } from '../entityPick.ts';
import type { Services } from '../services.ts';

/** One entity of a corpus, found by what the user types. Undefined when the user gives up. */
export async function chooseEntity(
  { l10n, log }: Pick<Services, 'l10n' | 'log'>,
  { index }: Corpus,
  title: string,
): Promise<EntityRow | undefined> {
  const pick = window.createQuickPick<EntityItem>();
  pick.title = title;
  pick.placeholder = l10n.t('Type a name');
  suggestAsTyped(
    pick,
    log,
    (typed) => entitiesFor(index, typed),
    (rows) => {
      pick.items = rows.map((row) => entityItem(l10n, row));
    },
  );
  return (await pickedIn(pick))?.[0]?.row;
}
