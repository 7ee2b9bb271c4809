import { Uri, window, type TextEditor } from 'vscode';

/** The editor in sight of a document, given by its address; without one the active editor. */
export function editorOf(resource: unknown): TextEditor | undefined {
  const active = window.activeTextEditor;
  const address =
    resource instanceof Uri ? resource.toString() : typeof resource === 'string' ? resource : undefined;
  if (address === undefined || active?.document.uri.toString() === address) return active;
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === address);
}
