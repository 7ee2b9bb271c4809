import { commands, ConfigurationTarget, StatusBarAlignment, window, workspace } from 'vscode';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { countPassages } from '../l10n.ts';
import type { Services } from '../services.ts';
import { boilerplateShare, formatPercent } from './boilerplateShare.ts';
import { isFadingOn } from './fading.ts';
import type { SeenBoilerplate } from './seenBoilerplate.ts';

const toggleCommand = 'corpusExplorer.toggleFading';

/** How much of the active article is boilerplate, in the status bar; a click fades it or shows it like the rest. */
export function registerBoilerplateStatus({ l10n }: Services, seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  const item = store.add(
    window.createStatusBarItem('corpusExplorer.boilerplate', StatusBarAlignment.Right, 90),
  );
  item.name = l10n.t('Boilerplate');
  item.command = toggleCommand;
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    const found = document && seen.of(document);
    if (found === undefined || found.boilerplate.length === 0) {
      item.hide();
      return;
    }
    const isOn = isFadingOn(document!);
    const percent = formatPercent(l10n, boilerplateShare(found.text, found.boilerplate));
    const label = l10n.t('{0} % boilerplate', percent);
    const passages = countPassages(l10n, found.boilerplate.length);
    item.text = `${isOn ? '$(eye-closed)' : '$(eye)'} ${label}`;
    item.tooltip = isOn
      ? l10n.t('Boilerplate is faded ({0}). Click to show it like the rest.', passages)
      : l10n.t('Boilerplate is shown like the rest ({0}). Click to fade it.', passages);
    item.accessibilityInformation = { label: `${label}. ${item.tooltip}`, role: 'button' };
    item.show();
  };
  store.add(seen.onDidChange(update));
  store.add(window.onDidChangeActiveTextEditor(update));
  store.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('corpusExplorer.clean.fade')) update();
    }),
  );
  store.add(commands.registerCommand(toggleCommand, () => toggleFading(seen)));
  update();
  return store;
}

/** A document that is not shown so yet is, once asked for; otherwise the setting changes where it was made. */
async function toggleFading(seen: SeenBoilerplate): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const isOn = isFadingOn(document);
  const isAsked = !seen.isShown(document);
  if (isAsked) seen.ask(document);
  if (isOn && isAsked) return;
  const settings = workspace.getConfiguration('corpusExplorer', document);
  const { workspaceFolderValue, workspaceValue } = settings.inspect<boolean>('clean.fade') ?? {};
  const target =
    workspaceFolderValue !== undefined
      ? ConfigurationTarget.WorkspaceFolder
      : workspaceValue !== undefined
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  await settings.update('clean.fade', !isOn, target);
}
