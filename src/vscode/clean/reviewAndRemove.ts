import { TabInputTextDiff, ViewColumn, window, type Uri } from 'vscode';
import type { Boilerplate } from '../../core/index.ts';
import type { Cleaning } from './cleaning.ts';
import { cleanedText, showDiff } from './compare.ts';
import { canMark, markAsArticle } from './marks.ts';
import { removePassages } from './removePassages.ts';
import { reviewPassages, type ReviewActions } from './review.ts';

/** Lets the user choose among all passages, then removes those. */
export async function reviewAndRemove(cleaning: Cleaning): Promise<void> {
  const { editor, analysis } = cleaning;
  const { document, viewColumn } = editor;
  if (document.getText() !== analysis.text) return;
  const diff = reviewDiff(cleaning);
  const chosen = await reviewPassages(cleaning, {
    ...diff,
    keep: canMark(cleaning.services, document)
      ? (passage) => markAsArticle(cleaning.services, document, passage)
      : undefined,
  });
  await diff.close();
  if (chosen === undefined || chosen.length === 0) return;
  // Another tab may have been looked at meanwhile.
  const shown = await window.showTextDocument(document, viewColumn ?? ViewColumn.Active);
  await removePassages({ ...cleaning, editor: shown }, chosen, 0);
}

/** The diff that can be looked at during the review, and goes with it. */
function reviewDiff({
  services: { l10n },
  snapshots,
  editor: { document },
  analysis,
}: Cleaning): Pick<ReviewActions, 'showDiff' | 'updateDiff'> & { close(): Promise<void> } {
  let cleaned: Uri | undefined;
  const textWithout = (passages: readonly Boilerplate[]): string => cleanedText(analysis.text, passages);
  return {
    async showDiff(passages) {
      cleaned ??= snapshots.keep(document, textWithout(passages));
      // The list keeps the keyboard.
      await showDiff(l10n, document.uri, cleaned, { preserveFocus: true, preview: true });
    },
    updateDiff(passages) {
      if (cleaned) snapshots.change(cleaned, textWithout(passages));
    },
    async close() {
      const address = cleaned?.toString();
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      await window.tabGroups.close(
        tabs.filter(
          ({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === address,
        ),
      );
    },
  };
}
