import { Range, Uri, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { CurationEdits, CurationWriting } from '../../worker/protocol.ts';
import type { WorkerHost } from '../workerHost.ts';

import type { Corpus } from '../corpus.ts';

/** What became of a choice; `isUnsaved`: it stands in an editor whose other changes the user has not saved yet. */
export type ChoiceWriting =
  | (Extract<CurationWriting, { isDone: true }> & { readonly isUnsaved?: boolean })
  | { readonly isDone: false; readonly reason: Refusal };

/** Why nothing was written. */
export type Refusal = Extract<CurationWriting, { isDone: false }>['reason'] | 'untrusted' | 'foreign';

/** The curation file of a corpus. */
export function curationUri({ curationFolder }: Pick<Corpus, 'curationFolder'>): Uri {
  return Uri.joinPath(Uri.file(curationFolder), '.corpus', 'curation.yaml');
}

/**
 * Writes choices into the curation file: on disk, or into the editor when it holds changes that are not saved, which
 * are the user's to save. VS Code reads a file anew that changed below a clean editor.
 */
export async function writeChoices(
  { worker }: { readonly worker: WorkerHost },
  corpus: Corpus,
  edits: CurationEdits,
): Promise<ChoiceWriting> {
  if (corpus.isForeign && edits.edits.some(({ section }) => section === 'entities' || section === 'dates'))
    return { isDone: false, reason: 'foreign' };
  if (!workspace.isTrusted) return { isDone: false, reason: 'untrusted' };
  const uri = curationUri(corpus).toString();
  const dirty = workspace.textDocuments.find((each) => each.isDirty && each.uri.toString() === uri);
  try {
    return dirty
      ? await editDocument(worker, dirty, edits)
      : await worker.client.writeCuration(corpus.curationFolder, edits);
  } catch {
    return { isDone: false, reason: 'failed' };
  }
}

async function editDocument(
  worker: WorkerHost,
  document: TextDocument,
  edits: CurationEdits,
): Promise<ChoiceWriting> {
  const { version } = document;
  const editing = await worker.client.editCuration(document.getText(), edits);
  if ('refusal' in editing) return { isDone: false, reason: editing.refusal };
  if (document.version !== version) return { isDone: false, reason: 'busy' };
  const changes = new WorkspaceEdit();
  for (const { start, end, text } of editing.edits) {
    const range = new Range(document.positionAt(start), document.positionAt(end));
    changes.replace(document.uri, range, text);
  }
  if (!(await workspace.applyEdit(changes))) return { isDone: false, reason: 'failed' };
  return { isDone: true, isUnsaved: true, undo: editing.undo };
}
