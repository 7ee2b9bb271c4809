import { commands, window, type TextDocument } from 'vscode';
import type { L10n } from '../l10n.ts';

/** What a decoder puts where bytes are no letters of the encoding it was told. */
const replacement = '\uFFFD';

/**
 * A file that is not in the encoding it was opened with shows `�`, and saving it would write that over its bytes. What
 * the user has changed already is theirs to save.
 */
export function hasLostLetters(document: TextDocument): boolean {
  return !document.isUntitled && !document.isDirty && document.getText().includes(replacement);
}

/** Tells the user; `goOn` when they want to clean it all the same. */
export async function askAboutLetters(l10n: L10n, goOn: () => Promise<void>): Promise<void> {
  const reopen = l10n.t('Reopen with Encoding…');
  const clean = l10n.t('Clean All the Same');
  const message = l10n.t(
    'Some letters of this file are shown as �: it is not in the encoding it was opened with, and saving it would lose them.',
  );
  const choice = await window.showWarningMessage(message, reopen, clean);
  if (choice === reopen) await commands.executeCommand('workbench.action.editor.changeEncoding');
  if (choice === clean) await goOn();
}
