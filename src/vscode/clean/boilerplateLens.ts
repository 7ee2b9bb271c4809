import {
  CodeLens,
  EventEmitter,
  languages,
  Range,
  workspace,
  type CancellationToken,
  type TextDocument,
} from 'vscode';
import { articleDocuments } from '../articleDocuments.ts';
import { DisposableStore, type Disposable } from '../disposableStore.ts';
import { countPassages } from '../l10n.ts';
import type { Services } from '../services.ts';
import { boilerplateShare, formatPercent } from './boilerplateShare.ts';
import type { SeenBoilerplate } from './seenBoilerplate.ts';

const setting = 'corpusExplorer.clean.lens';

/** One line above the first passage: how much is boilerplate, and what can be done. */
export function registerBoilerplateLens(services: Services, seen: SeenBoilerplate): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new EventEmitter<void>());
  store.add(
    languages.registerCodeLensProvider([...articleDocuments], {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document, token) => lenses(services, seen, document, token),
    }),
  );
  store.add(
    seen.onDidChange(() => {
      changed.fire();
    }),
  );
  store.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(setting)) changed.fire();
    }),
  );
  return store;
}

async function lenses(
  { l10n }: Services,
  seen: SeenBoilerplate,
  document: TextDocument,
  token: CancellationToken,
): Promise<CodeLens[]> {
  if (!workspace.getConfiguration(undefined, document).get<boolean>(setting, true)) return [];
  const found = await seen.whenRead(document, token);
  const [first] = found?.boilerplate ?? [];
  if (found === undefined || first === undefined) return [];
  const { text, boilerplate } = found;
  const inkStart = first.end - text.slice(first.start, first.end).trimStart().length;
  const { line } = document.positionAt(inkStart);
  const at = new Range(line, 0, line, 0);
  const share = formatPercent(l10n, boilerplateShare(text, boilerplate));
  const passages = countPassages(l10n, boilerplate.length);
  const lens = (title: string, command: string): CodeLens =>
    new CodeLens(at, { title, command, arguments: command === '' ? [] : [document.uri] });
  return [
    // Without a command it is only a text.
    lens(l10n.t('{0} % boilerplate in {1}', share, passages), ''),
    lens(l10n.t('Clean'), 'corpusExplorer.cleanBoilerplate'),
    lens(l10n.t('Review'), 'corpusExplorer.cleanBoilerplateWithReview'),
    lens(l10n.t('Why?'), 'corpusExplorer.explainBoilerplate'),
  ];
}
