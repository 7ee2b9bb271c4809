import {
  Range,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  window,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  type TextEditor,
} from 'vscode';
import { isSure, type Boilerplate } from '../../core/index.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import type { Cleaning } from './cleaning.ts';
import { inkOf } from './passageAt.ts';
import { passageRow } from './passageRow.ts';

/** What can be done in the review beside ticking. */
export interface ReviewActions {
  /** Shows the article beside what would be left of it without the passages; again when other passages are ticked. */
  showDiff(passages: readonly Boilerplate[]): Promise<void>;
  updateDiff(passages: readonly Boilerplate[]): void;
  /** Keeps a passage as part of the article for good. False when it was not kept. Undefined where nothing can be kept. */
  readonly keep: ((passage: Boilerplate) => Promise<boolean>) | undefined;
}

interface PassageItem extends QuickPickItem {
  readonly passage: Boilerplate;
  readonly range: Range;
  /** The passage with one space for each run of blanks: what the user's choices go by. */
  readonly words: string;
}

/**
 * Lists the passages, those that are sure ticked, and shows in the editor which are ticked and where the one at hand
 * stands. Resolves with those that the user leaves ticked, or undefined when there was no answer.
 */
export async function reviewPassages(
  { services: { l10n }, editor, analysis: { text, boilerplate } }: Cleaning,
  actions: ReviewActions,
): Promise<readonly Boilerplate[] | undefined> {
  const store = new DisposableStore();
  const pick = store.add(window.createQuickPick<PassageItem>());
  const keepButton = actions.keep && button('bookmark', l10n.t('Keep as Part of the Article'));
  const items = boilerplate.map((passage) => itemOf(l10n, editor, text, passage, keepButton));
  pick.title = l10n.t('Clean Boilerplate');
  pick.placeholder = l10n.t('What is ticked is removed');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // The user may want to look around in the article.
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ passage }) => isSure(passage));
  addButtons(store, l10n, pick, actions);
  showInEditor(store, editor, pick);
  try {
    return await new Promise((resolve) => {
      store.add(
        pick.onDidAccept(() => {
          resolve(ticked(pick));
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

/** In the order of the text. */
function ticked({ items, selectedItems }: QuickPick<PassageItem>): readonly Boilerplate[] {
  return items.filter((item) => selectedItems.includes(item)).map(({ passage }) => passage);
}

function button(icon: string, tooltip: string): QuickInputButton {
  return { iconPath: new ThemeIcon(icon), tooltip };
}

function itemOf(
  l10n: L10n,
  { document }: TextEditor,
  text: string,
  passage: Boilerplate,
  keepButton: QuickInputButton | undefined,
): PassageItem {
  const range = new Range(document.positionAt(passage.start), document.positionAt(passage.end));
  const ink = inkOf(text, passage);
  const firstLine = document.positionAt(ink.start).line + 1;
  const lastLine = document.positionAt(ink.end).line + 1;
  const row = passageRow(l10n, text, passage, { firstLine, lastLine });
  const words = text.slice(ink.start, ink.end).replace(/\s+/g, ' ');
  return { ...row, passage, range, words, ...(keepButton && { buttons: [keepButton] }) };
}

/** On each row, and in the title for the row at hand: what stands in the title can be reached with the Tab key. */
function addButtons(
  store: DisposableStore,
  l10n: L10n,
  pick: QuickPick<PassageItem>,
  actions: ReviewActions,
): void {
  const diff = button('diff', l10n.t('Show Diff'));
  const keep = actions.keep && button('bookmark', l10n.t('Keep the Passage at Hand as Part of the Article'));
  pick.buttons = keep ? [keep, diff] : [diff];
  const keepItem = async (item: PassageItem | undefined): Promise<void> => {
    if (item === undefined || (await actions.keep?.(item.passage)) !== true) return;
    // The choice holds for its repetitions too.
    const isLeft = ({ words }: PassageItem): boolean => words !== item.words;
    const selected = pick.selectedItems.filter(isLeft);
    pick.items = pick.items.filter(isLeft);
    pick.selectedItems = selected;
    // Nothing is left to be asked about.
    if (pick.items.length === 0) pick.hide();
  };
  store.add(
    pick.onDidTriggerButton((triggered) => {
      if (triggered === diff) void actions.showDiff(ticked(pick));
      else void keepItem(pick.activeItems[0]);
    }),
  );
  store.add(pick.onDidTriggerItemButton(({ item }) => void keepItem(item)));
  store.add(
    pick.onDidChangeSelection(() => {
      actions.updateDiff(ticked(pick));
    }),
  );
}

/** Ticked passages in the colour of what a comparison takes away, the one at hand in sight. */
function showInEditor(store: DisposableStore, editor: TextEditor, pick: QuickPick<PassageItem>): void {
  const going = store.add(
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
      going,
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
