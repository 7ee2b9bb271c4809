import { commands, window, type TextDocument } from 'vscode';
import type { L10n } from '../l10n.ts';

/** What a decoder puts where bytes are no letters of the encoding it was told. */
const replacement = '\uFFFD';

/**
 * Whether a document may be changed and saved without losing letters. A file that is not in the encoding it was opened
 * with shows `�`, and saving it would write that over its bytes: the user is told, and can go on all the same.
 */
export async function isDecodedRight(l10n: L10n, document: TextDocument): Promise<boolean> {
  if (document.isUntitled || document.isDirty || !document.getText().includes(replacement)) return true;
  const reopen = l10n.t('Reopen with Encoding…');
  const goOn = l10n.t('Clean All the Same');
  const message = l10n.t(
    'Some letters of this file are shown as �: it is not in the encoding it was opened with, and saving it would lose them.',
  );
  const choice = await window.showWarningMessage(message, reopen, goOn);
  if (choice === reopen) await commands.executeCommand('workbench.action.editor.changeEncoding');
  return choice === goOn;
}
