import { Range, ThemeColor, window, workspace, type TextEditor } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { ConcordanceDocuments } from './concordanceDocuments.ts';
import { concordanceScheme } from './concordanceRequest.ts';

/** Lines beside those in sight that are marked too. */
const marginLines = 100;

/** Marks the keywords of the lines in sight: a concordance may have many thousands. */
export function registerKeywordDecoration(documents: ConcordanceDocuments): Disposable {
  const store = new DisposableStore();
  const keyword = store.add(
    window.createTextEditorDecorationType({
      fontWeight: 'bold',
      backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    }),
  );
  const mark = (editor: TextEditor): void => {
    const text = documents.at(editor.document.uri)?.text;
    if (!text) return;
    const ranges = editor.visibleRanges.flatMap(({ start, end }) => {
      const first = Math.max(0, start.line - marginLines - text.firstLine);
      const shown = text.keywords.slice(first, Math.max(0, end.line + marginLines - text.firstLine));
      return shown.map((span, i) => {
        const line = text.firstLine + first + i;
        return new Range(line, span.start, line, span.end);
      });
    });
    editor.setDecorations(keyword, ranges);
  };
  const markAll = (): void => {
    window.visibleTextEditors.forEach(mark);
  };
  store.add(
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      mark(textEditor);
    }),
  );
  store.add(window.onDidChangeVisibleTextEditors(markAll));
  // Not before: marks set on the text that is about to go would move with it.
  store.add(
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === concordanceScheme) markAll();
    }),
  );
  return store;
}
