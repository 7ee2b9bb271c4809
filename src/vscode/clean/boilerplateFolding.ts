import { commands, EventEmitter, FoldingRange, FoldingRangeKind, languages, window } from 'vscode';
import { articleDocuments } from '../articleDocuments.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { Services } from '../services.ts';
import { editorOf } from './editorOf.ts';
import { foldableLines } from './foldableLines.ts';
import type { SeenBoilerplate } from './seenBoilerplate.ts';

/** Boilerplate folds as regions; Fold Boilerplate folds all of it. */
export function registerBoilerplateFolding(services: Services, seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new EventEmitter<void>());
  store.add(
    languages.registerFoldingRangeProvider([...articleDocuments], {
      onDidChangeFoldingRanges: changed.event,
      async provideFoldingRanges(document, _, token) {
        const found = await seen.whenRead(document, token);
        const lines = found && foldableLines(found.text, found.boilerplate);
        // Without an answer VS Code folds by indentation, as in any other text.
        if (lines === undefined || lines.length === 0) return undefined;
        return lines.map(({ first, last }) => new FoldingRange(first, last, FoldingRangeKind.Region));
      },
    }),
  );
  store.add(
    seen.onDidChange(() => {
      changed.fire();
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.foldBoilerplate', (resource: unknown) =>
      foldBoilerplate(services, seen, resource),
    ),
  );
  return store;
}

async function foldBoilerplate({ l10n }: Services, seen: SeenBoilerplate, resource: unknown): Promise<void> {
  const editor = editorOf(resource);
  if (editor === undefined) return;
  if (!seen.isShown(editor.document)) seen.ask(editor.document);
  const found = await seen.whenRead(editor.document);
  const lines = found ? foldableLines(found.text, found.boilerplate) : [];
  if (lines.length === 0) {
    void window.showInformationMessage(
      l10n.t('No passage of boilerplate here has more than one line to fold.'),
    );
    return;
  }
  await commands.executeCommand('editor.fold', {
    selectionLines: lines.map(({ first }) => first),
    levels: 1,
  });
}
