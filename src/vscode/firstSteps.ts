import { commands, type ExtensionContext } from 'vscode';
import type { Disposable } from './disposableStore.ts';

/** First Steps: the walkthrough of the manifest, from the palette and from the view of a window without a folder. */
export function registerFirstSteps({ extension }: ExtensionContext): Disposable {
  return commands.registerCommand('corpusExplorer.showFirstSteps', () =>
    commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#firstSteps`),
  );
}

/** A step of it is done once a card was shown: there is no command that says so. */
export function noteCard(): void {
  void commands.executeCommand('setContext', 'corpusExplorer.sawCard', true);
}
