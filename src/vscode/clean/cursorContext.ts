import { commands, window } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { passageAt } from './passageAt.ts';
import type { SeenBoilerplate } from './seenBoilerplate.ts';

/**
 * Tells menus whether the boilerplate of the document is shown and whether the cursor stands in it, as
 * `corpusExplorer.isArticle` and `corpusExplorer.inBoilerplate`.
 */
export function registerCursorContext(seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  const told = new Map<string, boolean>();
  const set = (key: string, value: boolean): void => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void commands.executeCommand('setContext', key, value);
  };
  const tell = (): void => {
    const editor = window.activeTextEditor;
    const found = editor && seen.of(editor.document);
    const passage = found && passageAt(found.boilerplate, editor.document.offsetAt(editor.selection.active));
    set('corpusExplorer.isArticle', found !== undefined);
    set('corpusExplorer.inBoilerplate', passage !== undefined);
  };
  store.add(window.onDidChangeTextEditorSelection(tell));
  store.add(window.onDidChangeActiveTextEditor(tell));
  store.add(seen.onDidChange(tell));
  return store;
}
