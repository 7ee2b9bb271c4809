import { Range, TextEditorRevealType, ThemeColor, window, type QuickPickItem, type TextEditor } from 'vscode';
import { isSure, type ArticleAnalysis, type Boilerplate } from '../../core/index.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import { passageRow } from './passageRow.ts';

interface PassageItem extends QuickPickItem {
  readonly passage: Boilerplate;
  readonly range: Range;
}

/**
 * Lists the passages, those that are sure ticked, and shows in the editor which are ticked and where the one at hand
 * stands. Resolves with those that the user leaves ticked, or undefined when there was no answer.
 */
export async function reviewPassages(
  l10n: L10n,
  editor: TextEditor,
  { text, boilerplate }: Pick<ArticleAnalysis, 'text' | 'boilerplate'>,
): Promise<readonly Boilerplate[] | undefined> {
  const store = new DisposableStore();
  const pick = store.add(window.createQuickPick<PassageItem>());
  const items = boilerplate.map((passage) => itemOf(l10n, editor, text, passage));
  pick.title = l10n.t('Clean Boilerplate');
  pick.placeholder = l10n.t('What is ticked is removed');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // The user may want to look around in the article.
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ passage }) => isSure(passage));
  showInEditor(store, editor, pick);
  try {
    return await new Promise((resolve) => {
      store.add(
        pick.onDidAccept(() => {
          resolve(items.filter((item) => pick.selectedItems.includes(item)).map(({ passage }) => passage));
        }),
      );
      store.add(
        pick.onDidHide(() => {
          resolve(undefined);
        }),
      );
      pick.show();
    });
  } finally {
    store.dispose();
  }
}

function itemOf(l10n: L10n, { document }: TextEditor, text: string, passage: Boilerplate): PassageItem {
  const range = new Range(document.positionAt(passage.start), document.positionAt(passage.end));
  const inkStart = passage.end - text.slice(passage.start, passage.end).trimStart().length;
  const inkEnd = passage.start + text.slice(passage.start, passage.end).trimEnd().length;
  const firstLine = document.positionAt(inkStart).line + 1;
  const lastLine = Math.max(firstLine, document.positionAt(inkEnd).line + 1);
  return { ...passageRow(l10n, text, passage, { firstLine, lastLine }), passage, range };
}

/** Ticked passages in the colour of what a comparison takes away, the one at hand in sight. */
function showInEditor(
  store: DisposableStore,
  editor: TextEditor,
  pick: ReturnType<typeof window.createQuickPick<PassageItem>>,
): void {
  const ticked = store.add(
    window.createTextEditorDecorationType({
      backgroundColor: new ThemeColor('diffEditor.removedTextBackground'),
    }),
  );
  const atHand = store.add(
    window.createTextEditorDecorationType({
      backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
      isWholeLine: true,
    }),
  );
  const showTicked = (): void => {
    editor.setDecorations(
      ticked,
      pick.selectedItems.map(({ range }) => range),
    );
  };
  store.add(pick.onDidChangeSelection(showTicked));
  store.add(
    pick.onDidChangeActive(([active]) => {
      editor.setDecorations(atHand, active ? [active.range] : []);
      // The list lies over the first lines of the editor.
      if (active) editor.revealRange(active.range, TextEditorRevealType.InCenter);
    }),
  );
  showTicked();
}
