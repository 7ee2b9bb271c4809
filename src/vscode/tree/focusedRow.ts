import { commands, type TreeView } from 'vscode';

/**
 * The row that the keyboard is on, in a tree that has the focus; it is selected then, alone. VS Code tells an extension
 * of the selected row only, and the arrow keys leave the selection where it was: the one row of which the selection can
 * be toggled is the one they have gone to.
 */
export async function focusedRow<Node>(view: TreeView<Node>): Promise<Node | undefined> {
  const before = view.selection;
  await commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  const focused =
    after.find((node) => !before.includes(node)) ??
    before.find((node) => !after.includes(node)) ??
    // No tree has the focus: nothing was toggled.
    before[0];
  if (focused !== undefined) await view.reveal(focused, { select: true, focus: true });
  return focused;
}
