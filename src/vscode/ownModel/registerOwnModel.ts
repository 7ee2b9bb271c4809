import { commands, window, workspace } from 'vscode';
import { describeOwnModelProblem, ownModelSentences, type Evidence } from '../../core/index.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import type { L10n } from '../l10n.ts';
import type { Services } from '../services.ts';
import { ownModelFolder } from './ownModelFolder.ts';

const setting = 'corpusExplorer.names.model';

/**
 * Names are found with the user's own model where a setting names one, and the workspace is trusted: what runs the model is
 * code beside it.
 */
export function registerOwnModel({ worker, corpora, l10n }: Services): Disposable {
  const store = new DisposableStore();
  let told: string | undefined;
  const use = (): void => {
    told = undefined;
    worker.useOwnModel(chosenFolder());
  };
  use();
  store.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(setting)) use();
    }),
  );
  store.add(workspace.onDidGrantWorkspaceTrust(use));
  store.add(
    corpora.onDidChangeState(() => {
      const problem = corpora.all.find(({ modelProblem }) => modelProblem !== undefined)?.modelProblem;
      const message = problem && problemText(l10n, problem);
      if (message === undefined || message === told) return;
      told = message;
      void tell(l10n, message);
    }),
  );
  return store;
}

function chosenFolder(): string | undefined {
  if (!workspace.isTrusted) return undefined;
  const named = workspace.getConfiguration().get<string>(setting, '');
  return ownModelFolder(named, workspace.workspaceFolders?.[0]?.uri.fsPath);
}

function problemText(l10n: L10n, problem: Evidence): string {
  const sentence = ownModelSentences[problem.rule];
  return describeOwnModelProblem(problem, sentence === undefined ? {} : { [problem.rule]: l10n.t(sentence) });
}

async function tell(l10n: L10n, message: string): Promise<void> {
  const openSettings = l10n.t('Open Settings');
  const choice = await window.showErrorMessage(message, openSettings);
  if (choice === openSettings) await commands.executeCommand('workbench.action.openSettings', setting);
}
