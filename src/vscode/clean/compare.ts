import {
  commands,
  window,
  workspace,
  type TextDocument,
  type TextDocumentShowOptions,
  type Uri,
} from 'vscode';
import { isSure, removeSpans, spansToRemove, type Boilerplate } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import type { Services } from '../services.ts';
import { editorOf } from './editorOf.ts';
import type { Seen, SeenBoilerplate } from './seenBoilerplate.ts';
import type { TextSnapshots } from './textSnapshots.ts';

/** Compare with Cleaned Text: the document beside what cleaning would leave of it, which follows the typing. */
export function registerCompare(
  services: Services,
  seen: SeenBoilerplate,
  snapshots: TextSnapshots,
): Disposable {
  const store = new DisposableStore();
  /** Documents that are compared now, with what they are compared to. */
  const compared = new Map<TextDocument, Uri>();
  store.add(
    seen.onDidChange((document) => {
      const cleaned = compared.get(document);
      const found = seen.of(document);
      if (cleaned && found) snapshots.change(cleaned, cleanedText(found.text, surePassages(found)));
    }),
  );
  store.add(
    workspace.onDidCloseTextDocument((closed) => {
      for (const [document, cleaned] of compared) {
        if (closed === document || closed.uri.toString() === cleaned.toString()) compared.delete(document);
      }
    }),
  );
  store.add(
    commands.registerCommand('corpusExplorer.compareWithCleaned', async (resource: unknown) => {
      const document = editorOf(resource)?.document;
      if (document === undefined) return;
      if (!seen.isShown(document)) seen.ask(document);
      const found = await seen.whenRead(document);
      if (found === undefined || surePassages(found).length === 0) {
        void window.showInformationMessage(services.l10n.t('Nothing to remove in this article.'));
        return;
      }
      const cleaned = snapshots.keep(document, cleanedText(found.text, surePassages(found)));
      compared.set(document, cleaned);
      await showDiff(services.l10n, document.uri, cleaned);
    }),
  );
  return store;
}

/** What is left of a text without the passages. */
export function cleanedText(text: string, passages: readonly Boilerplate[]): string {
  return removeSpans(text, spansToRemove(text, passages)).text;
}

/** The original beside the cleaned text, in VS Code's diff editor. */
export async function showDiff(
  l10n: L10n,
  original: Uri,
  cleaned: Uri,
  options: TextDocumentShowOptions = {},
): Promise<void> {
  const name = original.path.slice(original.path.lastIndexOf('/') + 1);
  const title = l10n.t('{0} (original ↔ cleaned)', name);
  await commands.executeCommand('vscode.diff', original, cleaned, title, options);
}

function surePassages({ boilerplate }: Seen): readonly Boilerplate[] {
  return boilerplate.filter(isSure);
}
