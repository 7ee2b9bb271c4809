import * as vscode from 'vscode';

/** What VS Code would show over a position of a document, by every extension that answers. */
export async function markdownAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

export async function cardAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<string | undefined> {
  const [card] = await markdownAt(document, position);
  return card?.value;
}
