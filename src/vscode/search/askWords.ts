import { window, type QuickPickItem } from 'vscode';
import type { L10n } from '../l10n.ts';
import { queryProblemText } from '../queryProblemText.ts';

type WordsItem = QuickPickItem & { readonly words: string };

/** What to search for: typed, or taken from what was searched for before. Undefined when the user went back. */
export function askWords(l10n: L10n, history: readonly string[], value: string): Promise<string | undefined> {
  const pick = window.createQuickPick<WordsItem>();
  pick.title = l10n.t('Search Words');
  pick.placeholder = l10n.t('Words, "a phrase", prefix*, AND, OR, NOT or -word, NEAR(a b, 5), parentheses');
  pick.value = value;
  const fill = (): void => {
    const typed = pick.value.trim();
    const earlier = history.filter((words) => words !== typed);
    const problem = queryProblemText(l10n, typed);
    pick.items = [
      ...(typed === '' ? [] : [typedItem(typed, problem)]),
      ...earlier.map((words) => ({ words, label: `$(history) ${words}` })),
    ];
  };
  fill();
  pick.onDidChangeValue(fill);
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.activeItems;
      // What cannot be read stays to be put right.
      if (chosen && queryProblemText(l10n, chosen.words) !== undefined) return;
      resolve(chosen?.words);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}

function typedItem(words: string, problem: string | undefined): WordsItem {
  const icon = problem === undefined ? 'search' : 'warning';
  return {
    words,
    label: `$(${icon}) ${words}`,
    alwaysShow: true,
    ...(problem !== undefined && { detail: problem }),
  };
}
