import { window } from 'vscode';
import { nameAt } from '../curation/nameAt.ts';
import type { EntityReference } from '../entityReference.ts';
import type { Services } from '../services.ts';

/** The entity that is named at the cursor. Says so when nobody is. */
export async function entityAtCursor(services: Services): Promise<EntityReference | undefined> {
  const editor = window.activeTextEditor;
  const named = editor && (await nameAt(services, editor.document, editor.selection.active));
  if (named) return { root: named.root, entity: named.entity, name: named.name };
  void window.showInformationMessage(services.l10n.t('No name stands here.'));
  return undefined;
}
