import { languages, WorkspaceEdit, type Range } from 'vscode';
import { articleDocuments } from '../articleDocuments.ts';
import type { Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { said, toSubject } from './entitySubject.ts';
import { nameAt } from './nameAt.ts';

/** Rename Symbol on a name: the name that its entity is shown by. No article is changed. */
export function registerRenameName(services: Services): Disposable {
  const { l10n } = services;
  return languages.registerRenameProvider(articleDocuments, {
    async prepareRename(document, position, token): Promise<{ range: Range; placeholder: string }> {
      const named = await nameAt(services, document, position, token);
      if (!named) throw new Error(l10n.t('No name stands here.'));
      return { range: named.range, placeholder: named.name };
    },
    async provideRenameEdits(document, position, newName, token): Promise<WorkspaceEdit | undefined> {
      const named = await nameAt(services, document, position, token);
      const subject = named && (await toSubject(services, named));
      if (!subject || token.isCancellationRequested) return undefined;
      const name = newName.trim();
      if (name !== '' && name !== subject.name) {
        await services.curation.setEntity(subject.corpus.root, said(subject, { action: 'rename', to: name }));
      }
      // What is written is the curation file, with a way back of its own.
      return new WorkspaceEdit();
    },
  });
}
