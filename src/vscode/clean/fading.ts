import { Range, ThemeColor, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import type { Boilerplate } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { isUserChoice } from './passageMarkdown.ts';
import type { Seen, SeenBoilerplate } from './seenBoilerplate.ts';

/** Boilerplate in the editors in sight, faded like code that is never reached; the user's own with a pencil behind it. */
export function registerFading(seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  const faded = store.add(
    window.createTextEditorDecorationType({
      // The colour is translucent, the border is there in high contrast only: both are the theme's.
      color: new ThemeColor('corpusExplorer.boilerplateForeground'),
      border: '0 dashed',
      borderWidth: '0 0 1px 0',
      borderColor: new ThemeColor('corpusExplorer.boilerplateBorder'),
    }),
  );
  const own = store.add(
    window.createTextEditorDecorationType({
      after: {
        contentText: '✎',
        margin: '0 0 0 0.5em',
        color: new ThemeColor('corpusExplorer.boilerplateForeground'),
      },
    }),
  );
  const show = (editor: TextEditor): void => {
    const { document } = editor;
    const found = isFadingOn(document) ? seen.of(document) : undefined;
    // Of an earlier version: the editor moves what it shows along with the text until the next reading.
    if (found !== undefined && found.version !== document.version) return;
    const passages = found?.boilerplate ?? [];
    const rangesOf = (of: readonly Boilerplate[]): Range[] =>
      of.map((passage) => inkRange(document, found, passage));
    editor.setDecorations(faded, rangesOf(passages));
    editor.setDecorations(own, rangesOf(passages.filter(isUserChoice)));
  };
  const showAll = (): void => {
    window.visibleTextEditors.forEach(show);
  };
  store.add(
    seen.onDidChange((document) => {
      window.visibleTextEditors.filter((editor) => editor.document === document).forEach(show);
    }),
  );
  store.add(window.onDidChangeVisibleTextEditors(showAll));
  store.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corpusExplorer.clean.fade')) showAll();
    }),
  );
  return store;
}

export function isFadingOn(document: TextDocument): boolean {
  return workspace.getConfiguration('corpusExplorer', document).get<boolean>('clean.fade', true);
}

/** Without the blank lines behind it, so that the pencil stands at its last word. */
function inkRange(document: TextDocument, found: Seen | undefined, { start, end }: Boilerplate): Range {
  const inkEnd = start + (found?.text.slice(start, end).trimEnd().length ?? end - start);
  return new Range(document.positionAt(start), document.positionAt(inkEnd));
}
