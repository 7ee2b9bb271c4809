import { window } from 'vscode';
import {
  entityId,
  nameKey,
  parseEntityId,
  type EntityCard,
  type EntityChoice,
  type EntityType,
} from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import { entityReferenceOf, type EntityReference } from '../entityReference.ts';
import type { Services } from '../services.ts';
import type { TreeNode } from '../tree/nodes.ts';
import { nameAt } from './nameAt.ts';

/** What a command that puts an entity right was called on: a node, a card, or the editor's own argument. */
export type SubjectArgument = TreeNode | EntityReference | undefined | { readonly scheme: string };

/** An entity that the user is about to put right. */
export interface Subject {
  readonly services: Services;
  readonly corpus: Corpus;
  readonly id: string;
  readonly type: EntityType;
  /** As it is shown. */
  readonly name: string;
  /** As the file is to call it: a name that leads to it. */
  readonly called: string;
  /** What the index knows of it, if anything. */
  readonly card: EntityCard | undefined;
}

/** The entity of a node or card, else the one that is named at the cursor. Says so when there is none. */
export async function subjectOf(services: Services, argument: SubjectArgument): Promise<Subject | undefined> {
  const reference = isUri(argument) ? undefined : entityReferenceOf(argument);
  if (reference) return toSubject(services, reference);
  const editor = window.activeTextEditor;
  const named = editor && (await nameAt(services, editor.document, editor.selection.active));
  if (named) return toSubject(services, named);
  void window.showInformationMessage(
    services.l10n.t(
      'No name was found here. Select the words that name somebody, then say what they are: “This Is an Organization”…',
    ),
  );
  return undefined;
}

/** Undefined when the corpus is not open. */
export async function toSubject(
  services: Services,
  reference: EntityReference,
): Promise<Subject | undefined> {
  const corpus = services.corpora.at(reference.root);
  const parsed = parseEntityId(reference.entity);
  if (!corpus || !parsed) return undefined;
  if (!corpus.isOpen) await corpus.start();
  const { type, key } = parsed;
  const card = corpus.isOpen ? await corpus.index.entity(reference.entity) : undefined;
  const id = card?.id ?? reference.entity;
  const name = reference.name ?? card?.name ?? key;
  const called = await calledSo(corpus, id, [name, ...(card?.aliases ?? [])]);
  return { services, corpus, id, type: card?.type ?? type, name, called, card };
}

/** The first name that leads to it, as it is shown where that does; what the index does not know is known by its key. */
async function calledSo(corpus: Corpus, id: string, names: readonly string[]): Promise<string> {
  const { type, key } = parseEntityId(id)!;
  for (const name of names) {
    const known = corpus.isOpen ? await corpus.index.resolve(type, nameKey(name, type)) : undefined;
    if ((known ?? entityId(type, nameKey(name, type))) === id) return name;
  }
  return key;
}

/** What the user says of an entity, as the file holds it. */
export function said(
  { called, type }: Subject,
  { action, to }: Pick<EntityChoice, 'action' | 'to'>,
): EntityChoice {
  return { entity: called, type, action, to };
}

function isUri(argument: SubjectArgument): argument is { readonly scheme: string } {
  return argument !== undefined && 'scheme' in argument;
}
