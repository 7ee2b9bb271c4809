import { commands, Range, window, workspace, type TextDocument, type Uri } from 'vscode';
import { spansToRemove, type Boilerplate } from '../../core/index.ts';
import { countCharacters, countPassages } from '../l10n.ts';
import type { Services } from '../services.ts';
import type { Cleaning } from './cleaning.ts';
import { cleanedText, showDiff } from './compare.ts';
import { kindNames } from './evidenceText.ts';

/**
 * Removes the passages in one undo step, leaves the file unsaved, and says what went. `kept` doubtful ones stay. Of a
 * document that cannot be written to, a cleaned copy is opened.
 */
export async function removePassages(
  cleaning: Cleaning,
  passages: readonly Boilerplate[],
  kept: number,
): Promise<void> {
  const { services, snapshots, editor, analysis } = cleaning;
  const { document } = editor;
  // The user may have typed while being asked.
  if (document.getText() !== analysis.text) return;
  if (isReadOnly(document)) {
    await openCopy(cleaning, passages, kept);
    return;
  }
  const original = snapshots.keep(document, analysis.text);
  const spans = spansToRemove(analysis.text, passages);
  const isDone = await editor.edit((edit) => {
    for (const { start, end } of spans) {
      edit.delete(new Range(document.positionAt(start), document.positionAt(end)));
    }
  });
  if (isDone)
    sayWhatWent(services, { original, cleaned: document }, removedInWords(services, passages), kept);
  else await offerCopy(cleaning, passages, kept);
}

function isReadOnly({ uri, isUntitled }: TextDocument): boolean {
  return !isUntitled && workspace.fs.isWritableFileSystem(uri.scheme) !== true;
}

/** A file without write permission, or one that the user locked. */
async function offerCopy(cleaning: Cleaning, passages: readonly Boilerplate[], kept: number): Promise<void> {
  const { l10n } = cleaning.services;
  const copy = l10n.t('Clean a Copy');
  const message = l10n.t('The article could not be changed.');
  if ((await window.showWarningMessage(message, copy)) === copy) await openCopy(cleaning, passages, kept);
}

async function openCopy(
  { services, editor, analysis }: Cleaning,
  passages: readonly Boilerplate[],
  kept: number,
): Promise<void> {
  const { document, viewColumn } = editor;
  const content = cleanedText(analysis.text, passages);
  const copy = await workspace.openTextDocument({ language: 'plaintext', content });
  await window.showTextDocument(copy, viewColumn);
  const went = `${removedInWords(services, passages)} ${services.l10n.t('This is a copy; the original is as it was.')}`;
  sayWhatWent(services, { original: document.uri, cleaned: copy }, went, kept);
}

function removedInWords({ l10n }: Services, passages: readonly Boilerplate[]): string {
  const characters = passages.reduce((sum, { start, end }) => sum + end - start, 0);
  return l10n.t(
    'Removed {0}, {1} ({2}).',
    countPassages(l10n, passages.length),
    countCharacters(l10n, characters),
    kindNames(l10n, passages),
  );
}

function sayWhatWent(
  { l10n }: Services,
  { original, cleaned }: { readonly original: Uri; readonly cleaned: TextDocument },
  went: string,
  kept: number,
): void {
  const stayed = kept === 0 ? '' : ` ${l10n.t('{0} in doubt stayed.', countPassages(l10n, kept))}`;
  const [diff, review] = [l10n.t('Show Diff'), l10n.t('Review')];
  const buttons = kept === 0 ? [diff] : [diff, review];
  void window.showInformationMessage(went + stayed, ...buttons).then(async (choice) => {
    if (choice === diff) await showDiff(l10n, original, cleaned.uri);
    if (choice !== review) return;
    await window.showTextDocument(cleaned);
    await commands.executeCommand('corpusExplorer.cleanBoilerplateWithReview');
  });
}
