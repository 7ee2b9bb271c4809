import { commands, window } from 'vscode';
import { parseEntityId, subjectId, targetId, type EntityChoice } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { entityReferenceOf } from '../entityReference.ts';
import type { ServicesWithTrees } from '../services.ts';
import { focusedRow } from '../tree/focusedRow.ts';
import { askName, askOther, askPart, askType } from './askEntity.ts';
import { said, subjectOf, toSubject, type Subject, type SubjectArgument } from './entitySubject.ts';

type Ask = (subject: Subject) => Promise<EntityChoice | undefined>;

const notAnEntity: Ask = (subject) => Promise.resolve(said(subject, { action: 'notAnEntity', to: 'true' }));
const accepted: Ask = (subject) => Promise.resolve(said(subject, { action: 'isEntity', to: 'asFound' }));

/**
 * Rename…, Merge with…, Split Off…, Change Type…, Not an Entity, and the way back: from a node, from a card, and at the
 * cursor. Put Right… is all of them in one list. A key pressed in the tree says `focused`: the row that the keyboard is on.
 */
export function registerEntityCommands(services: ServicesWithTrees): Disposable {
  const store = new DisposableStore();
  const register = (name: string, act: (subject: Subject) => Promise<void>): void => {
    store.add(
      commands.registerCommand(`corpusExplorer.${name}`, async (argument: SubjectArgument | 'focused') => {
        const subject = await (argument === 'focused'
          ? focusedSubject(services)
          : subjectOf(services, argument));
        if (subject) await act(subject);
      }),
    );
  };
  register('renameEntity', saying(askName));
  register('mergeEntity', saying(askOther));
  register('splitEntity', splitOff);
  register('changeEntityType', saying(askType));
  register('notAnEntity', saying(notAnEntity));
  register('forgetEntityChoices', forget);
  register('putRight', putRight);
  store.add(commands.registerCommand('corpusExplorer.undoCuration', () => services.curation.undo()));
  return store;
}

/** Undefined when the keyboard is on a row that is no entity. */
async function focusedSubject(services: ServicesWithTrees): Promise<Subject | undefined> {
  const reference = entityReferenceOf(await focusedRow(services.trees.entitiesView));
  return reference && toSubject(services, reference);
}

function saying(ask: Ask): (subject: Subject) => Promise<void> {
  return async (subject) => {
    const choice = await ask(subject);
    if (choice) await subject.services.curation.setEntity(subject.corpus.root, choice);
  };
}

/** What the user merged before is merged no more. */
async function splitOff(subject: Subject): Promise<void> {
  const choice = await askPart(subject);
  if (!choice) return;
  const { curation } = subject.services;
  const merges = (await curation.entityChoices(subject.corpus.root)).filter(
    (each) => each.action === 'mergeInto' && subjectId(each) === subjectId(choice),
  );
  await curation.setEntity(subject.corpus.root, choice, merges);
}

/** Everything that can be said of an entity, to choose from. */
async function putRight(subject: Subject): Promise<void> {
  const { name, card, services } = subject;
  const { l10n } = services;
  const items: readonly { label: string; act: (subject: Subject) => Promise<void> }[] = [
    ...(card?.isUnsure ? [{ label: `$(check) ${l10n.t('Accept')}`, act: saying(accepted) }] : []),
    { label: `$(edit) ${l10n.t('Rename…')}`, act: saying(askName) },
    { label: `$(combine) ${l10n.t('Merge with…')}`, act: saying(askOther) },
    { label: `$(split-horizontal) ${l10n.t('Split Off a Name…')}`, act: splitOff },
    { label: `$(tag) ${l10n.t('Change Type…')}`, act: saying(askType) },
    { label: `$(close) ${l10n.t('Not an Entity')}`, act: saying(notAnEntity) },
    ...(card?.isCurated ? [{ label: `$(discard) ${l10n.t('Take Back What You Said')}`, act: forget }] : []),
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t('Put “{0}” Right', name) });
  await chosen?.act(subject);
}

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
