import { InputBoxValidationSeverity, window } from 'vscode';
import { nameKey, parseEntityId, type EntityChoice } from '../../core/index.ts';
import { entitiesFor, entityItem, pickedIn, suggestAsTyped, type EntityItem } from '../entityPick.ts';
import { oneOfType, typeIcons } from '../entityTypes.ts';
import { said, type Subject } from './entitySubject.ts';

/** Asks for the name that it is to be shown by. */
export async function askName(subject: Subject): Promise<EntityChoice | undefined> {
  const { l10n } = subject.services;
  const name = await window.showInputBox({
    title: l10n.t('Rename “{0}”', subject.name),
    value: subject.name,
    prompt: l10n.t('The name it is shown by. The articles stay as they are.'),
    validateInput: async (value) => {
      if (value.trim() === '') return l10n.t('Type a name.');
      if (!(await namesAnother(subject, value))) return undefined;
      const message = l10n.t(
        '“{0}” is another entity already. To make the two one: Merge with…',
        value.trim(),
      );
      return { message, severity: InputBoxValidationSeverity.Warning };
    },
  });
  if (name === undefined || name.trim() === subject.name) return undefined;
  return said(subject, { action: 'rename', to: name.trim() });
}

/** Two entities may be shown by one name, but that is seldom what one wants. */
async function namesAnother({ corpus, id, type }: Subject, name: string): Promise<boolean> {
  const other = corpus.isOpen ? await corpus.index.resolve(type, nameKey(name, type)) : undefined;
  return other !== undefined && other !== id;
}

/** Asks what it is. */
export async function askType(subject: Subject): Promise<EntityChoice | undefined> {
  const { l10n } = subject.services;
  const types = (['ORG', 'PER', 'LOC'] as const).filter((type) => type !== subject.type);
  const items = types.map((type) => ({ label: `$(${typeIcons[type]}) ${oneOfType(l10n, type)}`, type }));
  const title = l10n.t('What is “{0}”?', subject.name);
  const chosen = await window.showQuickPick(items, { title });
  return chosen && said(subject, { action: 'changeType', to: chosen.type });
}

/** Asks for a name that was joined to the entity and is another one's. */
export async function askPart(subject: Subject): Promise<EntityChoice | undefined> {
  const { services, type, called, card } = subject;
  const { l10n } = services;
  const own = nameKey(called, type);
  const parts = new Map(
    (card?.aliases ?? []).map((alias) => [nameKey(alias, type), alias] as const).reverse(),
  );
  parts.delete(own);
  if (parts.size === 0) {
    void window.showInformationMessage(l10n.t('No other name was joined to “{0}”.', subject.name));
    return undefined;
  }
  const title = l10n.t('Which name is not “{0}”?', subject.name);
  const part = await window.showQuickPick([...parts.values()].reverse(), { title });
  return part === undefined ? undefined : { entity: part, type, action: 'splitFrom', to: called };
}

/** Asks for the entity that it is: the list is what the index suggests for what is typed. */
export async function askOther(subject: Subject): Promise<EntityChoice | undefined> {
  const { services, corpus, id, type, name } = subject;
  const { l10n, log } = services;
  const pick = window.createQuickPick<EntityItem>();
  pick.title = l10n.t('Merge “{0}” with…', name);
  pick.placeholder = l10n.t('Type the name that both are to be shown by');
  // What is like it begins with the same word, more often than not.
  pick.value = name.split(/[\s-]/)[0] ?? '';
  suggestAsTyped(
    pick,
    log,
    (typed) => entitiesFor(corpus.index, typed),
    (rows) => {
      const others = rows.filter((row) => row.id !== id && row.type === type);
      pick.items = others.map((row) => entityItem(l10n, row));
    },
  );
  const chosen = (await pickedIn(pick))?.[0]?.row;
  if (!chosen) return undefined;
  const leadsThere = (await corpus.index.resolve(type, nameKey(chosen.name, type))) === chosen.id;
  const to = leadsThere ? chosen.name : (parseEntityId(chosen.id)?.key ?? chosen.name);
  return said(subject, { action: 'mergeInto', to });
}
