import { commands, Range, window, type TextDocument, type TextEditor, type Uri } from 'vscode';
import type { ArticleAnalysis, Boilerplate } from '../../core/index.ts';
import { countCharacters, countPassages } from '../l10n.ts';
import type { Services } from '../services.ts';
import { kindNames } from './evidenceText.ts';
import type { Originals } from './originals.ts';
import { reviewPassages } from './review.ts';
import { spansToRemove } from './spansToRemove.ts';

/** One article that is being cleaned. */
export interface Cleaning {
  readonly services: Services;
  readonly originals: Originals;
  readonly editor: TextEditor;
  readonly analysis: ArticleAnalysis;
}

/** Removes the passages in one undo step, leaves the file unsaved, and says what went. `kept` doubtful ones stay. */
export async function removePassages(
  { services, originals, editor, analysis }: Cleaning,
  passages: readonly Boilerplate[],
  kept: number,
): Promise<void> {
  const { document } = editor;
  // The user may have typed while being asked.
  if (document.getText() !== analysis.text) return;
  const original = originals.keep(document);
  const spans = spansToRemove(analysis.text, passages);
  const isDone = await editor.edit((edit) => {
    for (const { start, end } of spans) {
      edit.delete(new Range(document.positionAt(start), document.positionAt(end)));
    }
  });
  const { l10n } = services;
  if (isDone) sayWhatWent(services, document, original, removedInWords(services, passages), kept);
  else void window.showWarningMessage(l10n.t('The article could not be changed.'));
}

/** Lets the user choose among all passages, then removes those. */
export async function reviewAndRemove(cleaning: Cleaning): Promise<void> {
  const { services, editor, analysis } = cleaning;
  const { document, viewColumn } = editor;
  if (document.getText() !== analysis.text) return;
  const chosen = await reviewPassages(services.l10n, editor, analysis);
  if (chosen === undefined || chosen.length === 0) return;
  // Another tab may have been looked at meanwhile.
  const shown = await window.showTextDocument(document, viewColumn);
  await removePassages({ ...cleaning, editor: shown }, chosen, 0);
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
  services: Services,
  document: TextDocument,
  original: Uri,
  went: string,
  kept: number,
): void {
  const { l10n } = services;
  const stayed = kept === 0 ? '' : ` ${l10n.t('{0} in doubt stayed.', countPassages(l10n, kept))}`;
  const [diff, review] = [l10n.t('Show Diff'), l10n.t('Review')];
  const buttons = kept === 0 ? [diff] : [diff, review];
  void window.showInformationMessage(went + stayed, ...buttons).then(async (choice) => {
    if (choice === diff) await showDiff(services, document, original);
    if (choice !== review) return;
    await window.showTextDocument(document);
    await commands.executeCommand('corpusExplorer.cleanBoilerplateWithReview');
  });
}

function showDiff({ l10n }: Services, { uri }: TextDocument, original: Uri): Thenable<unknown> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return commands.executeCommand('vscode.diff', original, uri, l10n.t('{0} (original ↔ cleaned)', name));
}
