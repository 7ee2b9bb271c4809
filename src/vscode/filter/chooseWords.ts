import { window } from 'vscode';
import type { Services } from '../services.ts';
import { queryProblemText } from '../queryProblemText.ts';
import type { FilterChoice } from './filterChoice.ts';

/** Words of the text or title. An empty answer takes the condition away. */
export async function chooseWords({ filter, l10n }: Services): Promise<FilterChoice | undefined> {
  const { words = '', ...rest } = filter.current;
  const answer = await window.showInputBox({
    title: l10n.t('Filter by Words'),
    prompt: l10n.t('Words, "a phrase", prefix*, AND, OR, NOT or -word, NEAR(a b, 5), parentheses'),
    value: words,
    validateInput: (typed) => queryProblemText(l10n, typed),
  });
  if (answer === undefined) return undefined;
  const trimmed = answer.trim();
  return { filter: trimmed === '' ? rest : { ...rest, words: trimmed } };
}
