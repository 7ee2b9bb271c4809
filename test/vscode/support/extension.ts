import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Testing } from '../../../src/vscode/testing.ts';

export const extensionId = 'corpus-explorer.corpus-explorer';

export function extension(): vscode.Extension<{ readonly testing: Testing }> {
  const found = vscode.extensions.getExtension<{ readonly testing: Testing }>(extensionId);
  assert.ok(found, 'the extension is not installed');
  return found;
}

/** Opens the Corpus views as a user would, and waits until every workspace folder is indexed. */
export async function indexedCorpus(): Promise<Testing> {
  const { testing } = await extension().activate();
  await vscode.commands.executeCommand('corpusExplorer.entities.focus');
  await testing.whenIndexed();
  return testing;
}

/** The workspace folder with this index. */
export function folder(index = 0): vscode.Uri {
  const uri = vscode.workspace.workspaceFolders?.[index]?.uri;
  assert.ok(uri, 'no folder is open');
  return uri;
}

/** The .txt files of a workspace folder, read from the disk and not through the index. */
export async function textFiles(root = folder()): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(root)) {
    const uri = vscode.Uri.joinPath(root, name);
    if (type === vscode.FileType.Directory) found.push(...(await textFiles(uri)));
    else if (name.endsWith('.txt')) found.push(uri);
  }
  return found;
}

/** Asks again until `check` no longer throws, at most `limitMs` long; then throws what it threw last. */
export async function eventually<T>(check: () => T | Promise<T>, limitMs = 15_000): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
