import { window } from 'vscode';
import type { Services } from '../services.ts';
import type { FilterChoice } from './filterChoice.ts';

/** Words of the text or title. An empty answer takes the condition away. */
export async function chooseWords({ filter, l10n }: Services): Promise<FilterChoice | undefined> {
  const { words = '', ...rest } = filter.current;
  const answer = await window.showInputBox({
    title: l10n.t('Filter by Words'),
    prompt: l10n.t('All of these words; "…" is a phrase, a final * stands for any ending'),
    value: words,
  });
  if (answer === undefined) return undefined;
  const trimmed = answer.trim();
  return { filter: trimmed === '' ? rest : { ...rest, words: trimmed } };
}
