import { commands, Range, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { isSure, type Boilerplate } from '../../core/index.ts';
import type { L10n } from '../l10n.ts';
import { evidenceText, kindName } from './evidenceText.ts';

/**
 * Shows the passages in VS Code's Refactor Preview, those that are sure ticked, and removes what the user leaves ticked.
 * Resolves when the user has decided: true when something was removed.
 */
export async function reviewPassages(
  l10n: L10n,
  document: TextDocument,
  passages: readonly Boilerplate[],
): Promise<boolean> {
  const edit = new WorkspaceEdit();
  const asked = needConfirmation(passages);
  for (const passage of passages) {
    edit.delete(
      document.uri,
      new Range(document.positionAt(passage.start), document.positionAt(passage.end)),
      {
        label: capitalize(kindName(l10n, passage.kind)),
        description: evidenceText(l10n, passage.evidence),
        needsConfirmation: asked.has(passage),
      },
    );
  }
  const { version } = document;
  const applied = workspace.applyEdit(edit, { isRefactoring: true });
  setTimeout(() => void commands.executeCommand('refactorPreview.groupByType'), 500);
  return (await applied) && document.version !== version;
}

/** VS Code leaves unticked what needs confirmation, and shows no preview when nothing does. */
function needConfirmation(passages: readonly Boilerplate[]): ReadonlySet<Boilerplate> {
  const doubtful = passages.filter((passage) => !isSure(passage));
  if (doubtful.length > 0) return new Set(doubtful);
  const [leastSure] = [...passages].sort((a, b) => a.confidence - b.confidence);
  return new Set(leastSure ? [leastSure] : []);
}

function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
