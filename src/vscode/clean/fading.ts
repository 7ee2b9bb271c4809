import {
  Range,
  ThemeColor,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { isSure, type Span } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { isUserChoice } from './passageMarkdown.ts';
import type { Seen, SeenBoilerplate } from './seenBoilerplate.ts';

/**
 * Boilerplate in the editors in sight: what surely is, faded like code that is never reached; what is in doubt, faded
 * less and with a dotted line; the user's own word, that it is boilerplate or that it is none, with a pencil behind it.
 */
export function registerFading(seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  const faded = (color: string, line: 'dashed' | 'dotted', lineColor: string): TextEditorDecorationType =>
    store.add(
      window.createTextEditorDecorationType({
        color: new ThemeColor(color),
        border: `0 ${line}`,
        borderWidth: '0 0 1px 0',
        borderColor: new ThemeColor(lineColor),
      }),
    );
  // The colours are translucent, the border of what is sure is there in high contrast only: all are the theme's.
  const sure = faded('corpusExplorer.boilerplateForeground', 'dashed', 'corpusExplorer.boilerplateBorder');
  const doubtful = faded('corpusExplorer.doubtfulForeground', 'dotted', 'corpusExplorer.doubtfulBorder');
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
    const rangesOf = (spans: readonly Span[]): Range[] =>
      spans.map((span) => inkRange(document, found, span));
    editor.setDecorations(sure, rangesOf(passages.filter(isSure)));
    editor.setDecorations(doubtful, rangesOf(passages.filter((passage) => !isSure(passage))));
    editor.setDecorations(own, rangesOf([...passages.filter(isUserChoice), ...(found?.kept ?? [])]));
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
function inkRange(document: TextDocument, found: Seen | undefined, { start, end }: Span): Range {
  const inkEnd = start + (found?.text.slice(start, end).trimEnd().length ?? end - start);
  return new Range(document.positionAt(start), document.positionAt(inkEnd));
}
