import { commands, Range, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { isSure, type Boilerplate } from '../../core/index.ts';
import type { L10n } from '../l10n.ts';
import { evidenceText, kindName } from './evidenceText.ts';

/** When the preview is asked to group by kind; it takes a moment to open, and nothing tells when it has. */
const groupingDelaysMs = [250, 600, 1500, 3000];

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
  const labelOf = createLabels();
  for (const passage of passages) {
    const range = new Range(document.positionAt(passage.start), document.positionAt(passage.end));
    const description = evidenceText(l10n, passage.evidence);
    const label = labelOf(capitalize(kindName(l10n, passage.kind)), description);
    edit.delete(document.uri, range, { label, description, needsConfirmation: asked.has(passage) });
  }
  const { version } = document;
  const timers = groupingDelaysMs.map((delayMs) =>
    setTimeout(() => void commands.executeCommand('refactorPreview.groupByType'), delayMs),
  );
  // Not as a refactoring: VS Code saves the files of one (files.refactoring.autoSave), and saving is the user's.
  const isApplied = await workspace.applyEdit(edit);
  timers.forEach(clearTimeout);
  return isApplied && document.version !== version;
}

/** VS Code leaves unticked what needs confirmation, and shows no preview when nothing does. */
function needConfirmation(passages: readonly Boilerplate[]): ReadonlySet<Boilerplate> {
  const doubtful = passages.filter((passage) => !isSure(passage));
  if (doubtful.length > 0) return new Set(doubtful);
  const [leastSure] = [...passages].sort((a, b) => a.confidence - b.confidence);
  return new Set(leastSure ? [leastSure] : []);
}

/**
 * Labels for the groups of the preview. VS Code makes one group of each label and shows the first description of it, so
 * a second reason for the same kind gets a label that only looks the same: it ends in zero-width spaces.
 */
function createLabels(): (kind: string, description: string) => string {
  const reasons = new Map<string, string[]>();
  return (kind, description) => {
    const known = reasons.get(kind) ?? [];
    if (!known.includes(description)) known.push(description);
    reasons.set(kind, known);
    return kind + '\u200b'.repeat(known.indexOf(description));
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
