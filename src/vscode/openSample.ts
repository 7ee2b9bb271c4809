import { commands, Uri, workspace, type ExtensionContext } from 'vscode';
import type { Disposable } from './disposableStore.ts';
import type { Services } from './services.ts';

/** Remembers, across the reload that opening a folder is, which folder is to be shown as a corpus. */
const showFolderKey = 'corpusExplorer.showFolder';

/**
 * Copies the sample corpus that comes with the extension to a place of the user's own, where it may be cleaned and
 * edited, and opens it.
 */
export function registerOpenSample(context: ExtensionContext): Disposable {
  return commands.registerCommand('corpusExplorer.openSample', async () => {
    const source = Uri.joinPath(context.extensionUri, 'sample-corpus');
    const target = Uri.joinPath(context.globalStorageUri, 'sample-corpus');
    await workspace.fs.createDirectory(context.globalStorageUri);
    if (!(await exists(target))) await workspace.fs.copy(source, target);
    await context.globalState.update(showFolderKey, target.fsPath);
    const forceNewWindow = (workspace.workspaceFolders?.length ?? 0) > 0;
    await commands.executeCommand('vscode.openFolder', target, { forceNewWindow });
  });
}

/**
 * Shows the Corpus view once: in the sample that was just opened, the first time in a folder that holds a curation, and
 * where CORPUS_EXPLORER_SHOW=1 asks for it.
 */
export async function showCorpusViewOnce(context: ExtensionContext, { corpora }: Services): Promise<void> {
  const asked = context.globalState.get<string>(showFolderKey);
  const isAsked = asked !== undefined && corpora.at(asked) !== undefined;
  if (isAsked) await context.globalState.update(showFolderKey, undefined);
  if (
    isAsked ||
    process.env['CORPUS_EXPLORER_SHOW'] === '1' ||
    (await isFirstSightOfCuration(context, corpora))
  ) {
    await commands.executeCommand('corpusExplorer.entities.focus');
  }
}

async function isFirstSightOfCuration(
  context: ExtensionContext,
  corpora: Services['corpora'],
): Promise<boolean> {
  const seenKey = 'corpusExplorer.seen';
  if (context.workspaceState.get<boolean>(seenKey) === true || !(await corpora.haveCuration())) return false;
  await context.workspaceState.update(seenKey, true);
  return true;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
