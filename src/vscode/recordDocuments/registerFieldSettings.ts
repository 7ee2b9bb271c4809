import { commands, Uri, window, workspace } from 'vscode';
import { isClusterAddress } from '../../core/index.ts';
import type { Corpus } from '../corpus.ts';
import type { Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { fieldSettingsPath, fieldSettingsTemplate } from './fieldSettings.ts';

/** Set Fields of Records: opens the file that says so, made first where there is none. */
export function registerFieldSettings(services: Services): Disposable {
  return commands.registerCommand('corpusExplorer.setFields', async () => {
    const corpus = await chooseCorpus(services);
    if (corpus === undefined) return;
    if (isClusterAddress(corpus.root)) {
      void window.showInformationMessage(
        services.l10n.t(
          'Fields are understood where a cluster is filled: set them in the folder it is filled from.',
        ),
      );
      return;
    }
    const uri = Uri.joinPath(Uri.file(corpus.root), ...fieldSettingsPath);
    try {
      if (!(await isThere(uri))) {
        const sources = corpus.isOpen ? await corpus.index.sources() : { formats: [], recordFiles: [] };
        const text = fieldSettingsTemplate(services.l10n, sources);
        await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      }
      await window.showTextDocument(await workspace.openTextDocument(uri));
    } catch (error) {
      services.log.warn(`${uri.fsPath}: ${String(error)}`);
      void window.showWarningMessage(
        services.l10n.t('“{0}” could not be written.', fieldSettingsPath.join('/')),
      );
    }
  });
}

/** The corpus of the document in front, else the only one, else the user's choice. */
async function chooseCorpus({ corpora }: Services): Promise<Corpus | undefined> {
  const uri = window.activeTextEditor?.document.uri;
  const own = uri && corpora.of(uri);
  if (own || corpora.all.length <= 1) return own ?? corpora.all[0];
  const picked = await window.showWorkspaceFolderPick();
  return picked && corpora.at(picked.uri.fsPath);
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
