import { commands, window } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { passageAt } from './passageAt.ts';
import type { SeenBoilerplate } from './seenBoilerplate.ts';

/** Tells menus whether the cursor stands in boilerplate, as `corpusExplorer.inBoilerplate`. */
export function registerCursorContext(seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  let told: boolean | undefined;
  const tell = (): void => {
    const editor = window.activeTextEditor;
    const found = editor && seen.of(editor.document);
    const isInside =
      found !== undefined &&
      passageAt(found.boilerplate, editor!.document.offsetAt(editor!.selection.active)) !== undefined;
    if (isInside === told) return;
    told = isInside;
    void commands.executeCommand('setContext', 'corpusExplorer.inBoilerplate', isInside);
  };
  store.add(window.onDidChangeTextEditorSelection(tell));
  store.add(window.onDidChangeActiveTextEditor(tell));
  store.add(seen.onDidChange(tell));
  return store;
}
