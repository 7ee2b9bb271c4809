import { commands, window, type QuickPickItem } from 'vscode';
import {
  nameKey,
  parseEntityId,
  subjectId,
  targetId,
  type EntityChoice,
  type EntityRow,
  type EntityType,
} from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import { countArticles } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { typeIcons, typeName } from './entityWords.ts';

/** An entity that the user is about to put right. */
interface Subject {
  readonly services: Services;
  readonly corpus: Corpus;
  readonly id: string;
  readonly type: EntityType;
  /** As it is shown. */
  readonly name: string;
  /** As the file is to call it: a name that leads to it. */
  readonly called: string;
}

type Said = Pick<EntityChoice, 'action' | 'to'>;

/** Rename…, Merge with…, Split Off…, Change Type…, Not an Entity, and the way back. */
export function registerEntityCommands(services: Services): Disposable {
  const store = new DisposableStore();
  const register = (name: string, ask: (subject: Subject) => Promise<EntityChoice | undefined>): void => {
    store.add(
      commands.registerCommand(
        `corpusExplorer.${name}`,
        async (argument: TreeNode | EntityReference | undefined) => {
          const subject = await subjectOf(services, argument);
          const choice = subject && (await ask(subject));
          if (subject && choice) await services.curation.setEntity(subject.corpus.root, choice);
        },
      ),
    );
  };
  register('renameEntity', askName);
  register('mergeEntity', askOther);
  register('splitEntity', askPart);
  register('changeEntityType', askType);
  register('notAnEntity', (subject) => Promise.resolve(said(subject, { action: 'notAnEntity', to: 'true' })));
  store.add(
    commands.registerCommand(
      'corpusExplorer.forgetEntityChoices',
      async (argument: TreeNode | EntityReference | undefined) => {
        const subject = await subjectOf(services, argument);
        if (subject) await forget(subject);
      },
    ),
  );
  return store;
}

async function subjectOf(
  services: Services,
  argument: TreeNode | EntityReference | undefined,
): Promise<Subject | undefined> {
  const reference = entityReferenceOf(argument);
  const corpus = reference && services.corpora.at(reference.root);
  const parsed = reference && parseEntityId(reference.entity);
  if (!corpus || !parsed) return undefined;
  const { type, key } = parsed;
  const name = reference.name ?? (await corpus.index.entity(reference.entity))?.name ?? key;
  const leadsThere = (await corpus.index.resolve(type, nameKey(name, type))) === reference.entity;
  return { services, corpus, id: reference.entity, type, name, called: leadsThere ? name : key };
}

function said({ called, type }: Subject, { action, to }: Said): EntityChoice {
  return { entity: called, type, action, to };
}

async function askName(subject: Subject): Promise<EntityChoice | undefined> {
  const { l10n } = subject.services;
  const name = await window.showInputBox({
    title: l10n.t('Rename “{0}”', subject.name),
    value: subject.name,
    prompt: l10n.t('The name it is shown by. The articles stay as they are.'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('Type a name.') : undefined),
  });
  if (name === undefined || name.trim() === subject.name) return undefined;
  return said(subject, { action: 'rename', to: name.trim() });
}

async function askType(subject: Subject): Promise<EntityChoice | undefined> {
  const { l10n } = subject.services;
  const types = (['ORG', 'PER', 'LOC'] as const).filter((type) => type !== subject.type);
  const items = types.map((type) => ({ label: `$(${typeIcons[type]}) ${typeName(l10n, type)}`, type }));
  const title = l10n.t('What is “{0}”?', subject.name);
  const chosen = await window.showQuickPick(items, { title });
  return chosen && said(subject, { action: 'changeType', to: chosen.type });
}

/** A name that was joined to the entity and is another one's. */
async function askPart(subject: Subject): Promise<EntityChoice | undefined> {
  const { services, corpus, id, type, called } = subject;
  const { l10n } = services;
  const card = await corpus.index.entity(id);
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

type OtherItem = QuickPickItem & { readonly row: EntityRow };

/** The entity that it is: the list is what the index suggests for what is typed. */
async function askOther(subject: Subject): Promise<EntityChoice | undefined> {
  const { services, corpus, id, type, name } = subject;
  const { l10n } = services;
  const pick = window.createQuickPick<OtherItem>();
  pick.title = l10n.t('Merge “{0}” with…', name);
  pick.placeholder = l10n.t('Type the name that both are to be shown by');
  const suggest = async (prefix: string): Promise<void> => {
    pick.busy = true;
    const rows = await corpus.index.suggest(prefix, mostSuggestions);
    if (pick.value !== prefix) return;
    pick.items = rows
      .filter((row) => row.id !== id && row.type === type)
      .map((row) => ({
        label: `$(${typeIcons[type]}) ${row.name}`,
        description: countArticles(l10n, row.articles),
        alwaysShow: true,
        row,
      }));
    pick.busy = false;
  };
  pick.onDidChangeValue((value) => void suggest(value));
  // What is like it begins with the same word, more often than not.
  pick.value = name.split(/[\s-]/)[0] ?? '';
  void suggest(pick.value);
  pick.show();
  const chosen = await new Promise<EntityRow | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.row);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
  if (!chosen) return undefined;
  const leadsThere = (await corpus.index.resolve(type, nameKey(chosen.name, type))) === chosen.id;
  const to = leadsThere ? chosen.name : (parseEntityId(chosen.id)?.key ?? chosen.name);
  return said(subject, { action: 'mergeInto', to });
}

const mostSuggestions = 50;

/** Takes back all that the user said of an entity: what it was found to be holds again. */
async function forget({ services, corpus, id, name }: Subject): Promise<void> {
  const { curation, l10n } = services;
  const about: EntityChoice[] = [];
  for (const choice of await curation.entityChoices(corpus.root)) {
    const ids = [subjectId(choice), targetId(choice)].flatMap((each) => each ?? []);
    const resolved = await Promise.all(
      ids.map((each) => corpus.index.resolve(parseEntityId(each)!.type, parseEntityId(each)!.key)),
    );
    if (ids.includes(id) || resolved.includes(id)) about.push(choice);
  }
  if (about.length === 0) {
    void window.showInformationMessage(l10n.t('You have said nothing of “{0}”.', name));
    return;
  }
  await curation.removeEntities(corpus.root, about);
}
