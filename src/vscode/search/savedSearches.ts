import { InputBoxValidationSeverity, window, workspace } from 'vscode';
import type { SavedSearch } from '../../core/index.ts';
import type { Services } from '../services.ts';
import type { CorpusSearch } from './corpusSearch.ts';
import type { SavedNode } from './searchNodes.ts';

/** Keeps the search under a name, in the curation file of the folder. */
export async function saveSearch(services: Services, { active }: CorpusSearch): Promise<void> {
  const { corpora, curation, l10n } = services;
  if (!active) return;
  const root = await chooseRoot();
  if (root === undefined) return;
  const known = await curation.searches(root).catch(() => []);
  const name = await askName(services, l10n.t('Save Search'), active.words, (typed) =>
    known.some((other) => other.name === typed) ? l10n.t('Replaces the search of this name') : undefined,
  );
  if (name === undefined) return;
  const { words, sort, narrowing } = active;
  await curation.setSearch(root, { name, words, ...(sort !== 'rank' && { sort }), ...narrowing });

  function chooseRoot(): Promise<string | undefined> {
    const roots = corpora.all.map((each) => each.root);
    if (roots.length === 1) return Promise.resolve(roots[0]);
    const placeHolder = l10n.t('In which folder?');
    const items = corpora.all.map((each) => ({ label: each.name, root: each.root }));
    return Promise.resolve(window.showQuickPick(items, { placeHolder })).then((choice) => choice?.root);
  }
}

export async function renameSearch(
  services: Services,
  { root, search }: SavedNode,
  known: readonly SavedNode[],
): Promise<void> {
  const { curation, l10n } = services;
  const taken = known.filter((other) => other.root === root && other.search.name !== search.name);
  const name = await askName(services, l10n.t('Rename Search'), search.name, (typed) =>
    taken.some((other) => other.search.name === typed)
      ? l10n.t('Replaces the search of this name')
      : undefined,
  );
  if (name === undefined || name === search.name) return;
  const renamed: SavedSearch = { ...search, name };
  await curation.setSearch(root, renamed, search);
}

export async function deleteSearch({ curation }: Services, { root, search }: SavedNode): Promise<void> {
  await curation.removeSearch(root, search);
}

async function askName(
  { l10n }: Services,
  title: string,
  value: string,
  warn: (name: string) => string | undefined,
): Promise<string | undefined> {
  const name = await window.showInputBox({
    title,
    value,
    prompt: workspace.isTrusted ? l10n.t('Kept in .corpus/curation.yaml') : '',
    validateInput: (typed) => {
      if (typed.trim() === '') return l10n.t('The search needs a name');
      const warning = warn(typed.trim());
      return warning === undefined
        ? undefined
        : { message: warning, severity: InputBoxValidationSeverity.Warning };
    },
  });
  return name?.trim();
}
