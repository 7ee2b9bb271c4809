import { Range, Uri, workspace, WorkspaceEdit, type LogOutputChannel, type TextDocument } from 'vscode';
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
  { worker, log }: { readonly worker: WorkerHost; readonly log: LogOutputChannel },
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
  } catch (error) {
    log.warn(String(error));
    return { isDone: false, reason: 'failed' };
  }
}

/** How often a change is worked out anew where the text was changed meanwhile, by typing or by VS Code reading it from disk. */
const attempts = 5;

async function editDocument(
  worker: WorkerHost,
  document: TextDocument,
  edits: CurationEdits,
): Promise<ChoiceWriting> {
  let reason: Refusal = 'busy';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { version } = document;
    const editing = await worker.client.editCuration(document.getText(), edits);
    if ('refusal' in editing) return { isDone: false, reason: editing.refusal };
    if (document.version !== version) continue;
    const changes = new WorkspaceEdit();
    for (const { start, end, text } of editing.edits) {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      changes.replace(document.uri, range, text);
    }
    if (await workspace.applyEdit(changes)) return { isDone: true, isUnsaved: true, undo: editing.undo };
    reason = document.version === version ? 'failed' : 'busy';
  }
  return { isDone: false, reason };
}
